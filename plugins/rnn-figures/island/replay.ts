import { awakened } from './drawing.ts'
import { stepsOf, stretchesOf } from './stretch.ts'

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
  const svgs = [...stage.querySelectorAll('svg')]
  const drawings = svgs.map(awakened)
  const last = stepsOf(stretchesOf(svgs[0] as SVGElement))
  let step = 0
  let frame = 0

  const show = (to: number): void => {
    step = Math.max(0, Math.min(to | 0, last))
    for (const drawing of drawings) drawing.show(step, last)
    range.value = String(step)
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
  const run = (): void => {
    host.dataset.playing = ''
    status.textContent = status.dataset.start as string
    let position = step
    let before = 0
    const tick = (now: number): void => {
      frame = requestAnimationFrame(tick)
      position +=
        (Math.min(100, now - (before || now)) / 1000) * Number(speed.value) * Math.max(slowest, last / longest)
      before = now
      if (position >= step + 1) show(Math.floor(position))
      if (step < last) return
      stop()
      status.textContent = status.dataset.end as string
    }
    frame = requestAnimationFrame(tick)
  }
  const play = (): void => {
    if (frame) stop()
    else {
      if (step === last) show(0)
      if (matchMedia('(prefers-reduced-motion: reduce)').matches) show(step + 1)
      else run()
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
  on(range, 'input', () => go(Number(range.value)))
  on(player, 'click', ({ target }) => {
    const button = (target as Element).closest('button')
    if (button?.value) go(step + Number(button.value))
    else if (button) play()
  })
  on(host, 'keydown', (event) => {
    const { key, target, altKey, ctrlKey, metaKey } = event as KeyboardEvent
    const inStage = target === stage
    if (altKey || ctrlKey || metaKey || !(inStage || player.contains(target as Node)) || target === speed) return
    // On a button the space bar presses that button, and in the stage the arrow keys go from value to value.
    const plays = key === ' ' && (inStage || target === range)
    const move = moves[key]
    if (plays || move || (inStage && key.startsWith('Arrow'))) event.preventDefault()
    if (plays) play()
    else if (move && !inStage) go(step + move)
  })
  on(host, 'pointermove pointerdown focusin keydown click input compositionend', (event) => {
    const part = (event.target as Element).closest<HTMLElement>('[data-module]')
    if (part) import(/* @vite-ignore */ part.dataset.module as string).then(({ act }) => act(host, event))
  })
  on(window, 'hashchange', () => follow(location.href))
  // A link as a text is its address.
  on(document, 'click', ({ target }) => follow(String((target as Element).closest('a'))))
  show(last)
  // A router changes the address only after the page.
  if (first) requestAnimationFrame(() => follow(location.href))
  return () => {
    gone.abort()
    stop()
    for (const drawing of drawings) drawing.sleep()
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
