import PDFDocument from 'pdfkit'
import { cellPaths } from '../scene/cell-paths.ts'
import { joined } from '../scene/joined.ts'
import type { Cells, Glyphs, Mark, Path, Raster, Text } from '../scene/scene.ts'
import { opaquePng } from './opaque-png.ts'
import { outlined } from './outlined.ts'
import { pdfText } from './pdf-text.ts'
import type { Picture } from './picture.ts'

export type Pdf = PDFKit.PDFDocument

/** A picture as a PDF of one page, tagged with its text alternative; its text can be searched where its font is live. */
export function pdf(picture: Picture): Promise<Uint8Array> {
  const { about, sheet, scene, font, typefaces } = picture
  const { x, width, height, scale } = sheet
  const document = newDocument(about.title, [width * scale, height * scale])
  const marks = joined(font === 'live' ? scene.marks : outlined(scene.marks, typefaces))
  const alt = `${about.title}. ${about.description}`
  const figure = document.struct('Figure', { alt }, () => {
    document.scale(scale).translate(-x, 0)
    for (const mark of marks) drawn(document, mark, picture)
  })
  document.addStructure(document.struct('Document', {}, [figure]))
  return written(document)
}

function newDocument(title: string, size: [number, number]): Pdf {
  return new PDFDocument({
    size,
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en',
    displayTitle: true,
    // Not Helvetica, which nobody embeds.
    font: '',
    // The same figure is the same file, whenever it is made.
    info: { Title: title, Creator: 'astro-rnn-figures', CreationDate: new Date(0) },
  })
}

function written(document: Pdf): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  return new Promise((resolve, reject) => {
    document.on('data', (piece: Uint8Array) => pieces.push(piece))
    document.on('error', reject)
    document.on('end', () => resolve(Buffer.concat(pieces)))
    document.end()
  })
}

type Draw<M extends Mark> = (document: Pdf, mark: M, picture: Picture) => void

const elements: { readonly [K in Mark['kind']]: Draw<Extract<Mark, { kind: K }>> } = {
  cells,
  raster,
  path,
  glyphs,
  text: (document, mark: Text, { palette, typefaces }) => pdfText(document, mark, palette.inks[mark.paint], typefaces),
}

function drawn<K extends Mark['kind']>(document: Pdf, mark: Extract<Mark, { kind: K }>, picture: Picture): void {
  elements[mark.kind as K](document, mark, picture)
}

function cells(document: Pdf, mark: Cells, { palette }: Picture): void {
  const { thickness, paths } = cellPaths(mark)
  document.lineWidth(thickness)
  for (const { level, d } of paths) document.path(d).stroke(palette.level(mark.ramp, level))
}

function raster(document: Pdf, mark: Raster, { palette }: Picture): void {
  const [width, height] = [mark.columns * mark.cellWidth, mark.rows * mark.cellHeight]
  document.image(Buffer.from(opaquePng(mark, palette)), mark.x, mark.y, { width, height })
}

function path(document: Pdf, { d, paint, width = 0.75, fill }: Path, { palette: { inks } }: Picture): void {
  if (fill) document.path(d).fill(inks[paint])
  else document.lineWidth(width).path(d).stroke(inks[paint])
}

function glyphs(document: Pdf, { x, y, size, paint, glyphs: placed }: Glyphs, { palette: { inks } }: Picture): void {
  document
    .save()
    .translate(x, y)
    .scale(size / 1000)
  for (const { outline, x: right, y: down } of placed) {
    document.save().translate(right, down).path(outline.d).fill(inks[paint]).restore()
  }
  document.restore()
}
