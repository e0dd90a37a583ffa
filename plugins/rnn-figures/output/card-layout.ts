import { leading, type Room, type TitleLines } from './title-lines.ts'

/** Where the title and the figure of a card stand: the one below the other, or beside it. */
export interface CardLayout {
  readonly title: TitleLines
  /** Px to a px of the figure. */
  readonly scale: number
  readonly beside: boolean
}

/** The size of a card in px, its margins, where titles begin, and what is left between them and figures. */
export const sheet = { width: 1200, height: 630, side: 72, top: 52, bottom: 52, words: 104, gap: 44 } as const

const across = sheet.width - 2 * sheet.side
const down = sheet.height - sheet.words - sheet.bottom
const [leastTitle, twoLines, leastSize] = [350, 146, 40]

/** The arrangement in which the figure is larger, if that leaves the title large enough. */
export function cardLayout(figure: Room | undefined, fitted: (room: Room) => TitleLines): CardLayout {
  if (!figure) return { title: fitted({ width: across, height: down }), scale: 0, beside: false }
  const below = stacked(figure, fitted({ width: across, height: twoLines }))
  const next = sideBySide(figure, fitted)
  return next.scale > below.scale && next.title.size >= leastSize ? next : below
}

function stacked(figure: Room, title: TitleLines): CardLayout {
  const height = down - title.lines.length * title.size * leading - sheet.gap
  return { title, scale: scaleInto(figure, { width: across, height }), beside: false }
}

function sideBySide(figure: Room, fitted: (room: Room) => TitleLines): CardLayout {
  const room = { width: across - sheet.gap - leastTitle, height: sheet.height - sheet.top - sheet.bottom }
  const scale = scaleInto(figure, room)
  const width = across - sheet.gap - figure.width * scale
  return { title: fitted({ width, height: down * 0.8 }), scale, beside: true }
}

function scaleInto(figure: Room, room: Room): number {
  return Math.min(room.width / figure.width, room.height / figure.height)
}
