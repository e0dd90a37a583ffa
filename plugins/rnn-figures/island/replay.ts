import { awakened } from './drawing.ts'

/** Steps a second, and how many seconds the longest replay takes. */
const [slowest, longest] = [3, 8]

/** Brings a figure's player to life, the first time at the step that the page's address names; the result puts it to sleep again. */
function awake(host: HTMLElement, first: boolean): () => void {
  const gone = new AbortController()
  const on = (target: EventTarget, types: string, act: (event: Event) => void): void => {
    for (const type of types.split(' ')) target.addEventListener(type, act, gone)
  }
  const figure = host.closest('figure') as HTMLElement
  const [stage, player] = host.children as unknown as [HTMLElement, HTMLElement]
  const [range, speed, place, status] = player.querySelectorAll('input, select, .rnn-place, [role]') as unknown as [
    HTMLInputElement,
    HTMLSelectElement,
    HTMLElement,
    HTMLElement,
  ]
  const table = figure.querySelector('table')
  const drawings = Array.from(stage.querySelectorAll('svg'), awakened)
  const last = Number(range.max)
  let step = 0
  let frame = 0

  const show = (to: number): void => {
    // It keeps within its ends.
    range.valueAsNumber = to | 0
    step = range.valueAsNumber
    for (const drawing of drawings) drawing(step, last)
    place.textContent = `${step}/${last} ${(step && table?.rows[step]?.cells[1]?.textContent) || ''}`
  }
  const stop = (): void => {
    cancelAnimationFrame(frame)
    frame = 0
    delete host.dataset.playing
  }
  const go = (to: number): void => {
    stop()
    show(to)
  }
  const say = (): void => {
    status.textContent = status.dataset[step < last ? 'start' : 'end'] as string
  }
  const run = (): void => {
    host.dataset.playing = ''
    let position = step
    let before = 0
    const tick = (now: number): void => {
      frame = requestAnimationFrame(tick)
      position +=
        (Math.min(100, now - (before || now)) / 1000) * Number(speed.value) * Math.max(slowest, last / longest)
      before = now
      if (position >= step + 1) show(position)
      if (step < last) return
      stop()
      say()
    }
    frame = requestAnimationFrame(tick)
  }
  const play = (): void => {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    if (frame) stop()
    else {
      if (step === last) show(0)
      if (still) show(step + 1)
      else run()
      if (!still || step === 1 || step === last) say()
    }
  }
  const moves: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, Home: -last, End: last }
  const follow = (address: string): void => {
    const mark = new URL(`#${figure.id}:t=`, location.href).href
    if (!address.startsWith(mark)) return
    go(Number(address.slice(mark.length)))
    figure.scrollIntoView({ block: 'nearest' })
  }

  stage.tabIndex = 0
  stage.role = 'application'
  stage.ariaLabel = stage.dataset.label as string
  on(range, 'input', () => go(range.valueAsNumber))
  on(player, 'click', ({ target }) => {
    const button = (target as Element).closest('button')
    if (button?.value) go(step + Number(button.value))
    else if (button) play()
  })
  on(host, 'keydown', (event) => {
    const { key, target, altKey, ctrlKey, metaKey, repeat } = event as KeyboardEvent
    const inStage = target === stage
    if (altKey || ctrlKey || metaKey || !(inStage || player.contains(target as Node)) || target === speed) return
    // On a button the space bar presses that button, and in the stage the arrow keys go from value to value.
    const plays = key === ' ' && (inStage || target === range)
    const move = moves[key]
    if (plays || move || (inStage && key.startsWith('Arrow'))) event.preventDefault()
    if (plays && !repeat) play()
    else if (move && !inStage) go(step + move)
  })
  on(host, 'pointermove pointerdown focusin keydown click input compositionend', (event) => {
    const part = (event.target as Element).closest<HTMLElement>('[data-module]')
    if (part)
      import(/* @vite-ignore */ part.dataset.module as string).then(({ act }) => host.isConnected && act(host, event))
  })
  on(window, 'hashchange', () => follow(location.href))
  // A link as a text is its address.
  on(document, 'click', ({ target }) => follow(String((target as Element).closest?.('a'))))
  go(range.valueAsNumber)
  // A router changes the address only after the page.
  if (first) requestAnimationFrame(() => follow(location.href))
  return () => {
    gone.abort()
    stop()
  }
}

class RnnReplay extends HTMLElement {
  #sleep: (() => void) | undefined

  connectedCallback(): void {
    this.#sleep = awake(this, !this.#sleep)
  }

  /** Where a browser can move an element without taking it out, it stays awake. */
  connectedMoveCallback(): void {}

  disconnectedCallback(): void {
    this.#sleep?.()
  }
}

if (!customElements.get('rnn-replay')) customElements.define('rnn-replay', RnnReplay)
