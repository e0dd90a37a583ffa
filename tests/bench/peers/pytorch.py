"""Answers the question on the standard input with PyTorch on one thread, as `answer.ts` does with JavaScript.

The first argument is the type of the numbers, float32 or float64. The seed makes the same weights here as there.
"""
import base64, json, math, os, re, sys, time, torch

def prepared(cell, inputs, hidden, seed, indices):
    torch.manual_seed(seed)
    module = getattr(torch.nn, cell.upper())(inputs, hidden).to(dtype)
    x = torch.nn.functional.one_hot(torch.tensor(indices), inputs).to(dtype)[:, None, :]
    return lambda: module(x)[0]

def mean_time(reading, steps, seconds):
    """Nanoseconds of one reading; the clock is asked after every thousand steps."""
    batch, readings, started = math.ceil(1000 / steps), 0, time.perf_counter_ns()
    while True:
        for _ in range(batch): reading()
        readings += batch
        nanoseconds = time.perf_counter_ns() - started
        if nanoseconds >= 1e9 * seconds: return nanoseconds / readings

def answered(task, seconds):
    reading, steps = prepared(**task), len(task['indices'])
    output = base64.b64encode(reading().double().numpy().tobytes()).decode()
    mean_time(reading, steps, seconds / 3)
    return dict(nanoseconds=mean_time(reading, steps, seconds), output=output)

def linear_algebra():
    """The library that multiplies matrices: Debian lets its users choose one."""
    found = {os.path.basename(path) for path in re.findall(r'\S*/lib\S*blas\S*', open('/proc/self/maps').read())}
    return ', '.join(sorted(found))

dtype = getattr(torch, sys.argv[1])
torch.set_num_threads(1)
question = json.load(sys.stdin)
with torch.no_grad():
    answers = [answered(task, question['seconds']) for task in question['tasks']]
print('\n' + json.dumps(dict(version=f'PyTorch {torch.__version__} with {linear_algebra()}', answers=answers)))
