"""Weight files as PyTorch's users save them, and what their networks compute in float64.

The format is written by hand: 8 bytes length of the header, the header in JSON, the tensors one after the other.
`output` and `logits` are T x (D * H) and T x classes; `seed` is there where the network is the first thing drawn.
"""
import hashlib, json, struct, torch

kinds = {'float64': 'F64', 'float32': 'F32'}

def save(file, state, metadata=None):
    header, data = {'__metadata__': metadata} if metadata else {}, b''
    for name, tensor in state.items():
        bits = tensor.detach().numpy().tobytes()
        header[name] = dict(dtype=kinds[str(tensor.dtype)[6:]], shape=list(tensor.shape),
                            data_offsets=[len(data), len(data) + len(bits)])
        data += bits
    text = json.dumps(header).encode()
    text += b' ' * (-len(text) % 8)
    open(file, 'wb').write(struct.pack('<Q', len(text)) + text + data)

class Model(torch.nn.Module):
    def __init__(self, **modules):
        super().__init__()
        for name, module in modules.items(): self.add_module(name, module)

indices = [0, 1, 4, 0, 2, 0, 3, 0, 1, 4, 0]

def computed(rnn, embedding=None, readout=None):
    double = lambda module: module and module.double()
    inputs = double(embedding)(torch.tensor(indices)) if embedding else torch.eye(rnn.input_size).double()[indices]
    output, _ = rnn.double()(inputs[:, None])
    found = dict(output=output[:, 0].tolist())
    return dict(found, logits=double(readout)(output[:, 0]).tolist()) if readout else found

def bare(file, make, seed, prefix='', dtype=torch.float32):
    torch.manual_seed(seed)
    rnn = make()
    save(file, {prefix + name: value.to(dtype) for name, value in rnn.state_dict().items()})
    return dict(file=file, seed=seed, prefix=prefix, **computed(rnn))

def language_model(file):
    torch.manual_seed(11)
    model = Model(encoder=torch.nn.Embedding(5, 6), rnn=torch.nn.LSTM(6, 6), decoder=torch.nn.Linear(6, 5))
    save(file, model.state_dict(), dict(format='pt', alphabet='abcdr'))
    return dict(file=file, prefix='rnn.', **computed(model.rnn, model.encoder, model.decoder))

def widened(kind):
    """All 65536 bit patterns as float64, with 0 for NaN."""
    bits = torch.arange(65536).to(torch.int32).numpy().astype('uint16').astype('int16')
    numbers = torch.tensor(bits).view(kind).double()
    numbers[numbers.isnan()] = 0
    return hashlib.sha256(numbers.numpy().tobytes()).hexdigest()

nn = torch.nn
cases = [
    bare('rnn-seeded.safetensors', lambda: nn.RNN(5, 4), 7),
    bare('lstm-seeded.safetensors', lambda: nn.LSTM(5, 4), 7),
    bare('gru-two-layers.safetensors', lambda: nn.GRU(5, 3, 2, bidirectional=True), 3, 'model.encoder.rnn.'),
    bare('rnn-no-bias-f64.safetensors', lambda: nn.RNN(5, 4, nonlinearity='relu', bias=False), 5, dtype=torch.float64),
    language_model('lstm-embedding.safetensors'),
]
json.dump(dict(torch=torch.__version__, indices=indices, cases=cases,
               halfSha256=dict(F16=widened(torch.float16), BF16=widened(torch.bfloat16))), open('weights.json', 'w'))
