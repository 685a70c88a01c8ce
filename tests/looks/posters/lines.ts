import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A line of text as it stands on a page: points from the lower left; `size` of its largest character. */
export type Line = {
  readonly page: number
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

type Item = { readonly str: string; readonly transform: readonly number[]; readonly width: number }

const isUpright = ({ str, transform: [a = 0] }: Item): boolean => str.trim() !== '' && a > 0

/** Pieces on one baseline, closer than half a character, are one line. */
const joined = (line: Line, next: Line): boolean =>
  Math.abs(line.y - next.y) < 0.2 * Math.max(line.size, next.size) &&
  next.x - (line.x + line.width) < 0.5 * Math.min(line.size, next.size) &&
  next.x >= line.x

const linesOf = (items: readonly Item[], page: number): readonly Line[] => {
  const pieces = items.filter(isUpright).map(({ str, transform, width }) => ({
    page,
    text: str,
    width,
    size: transform[3] ?? 0,
    x: transform[4] ?? 0,
    y: transform[5] ?? 0,
  }))
  const lines: Line[] = []
  for (const piece of pieces) {
    const last = lines.at(-1)
    if (last && joined(last, piece))
      lines[lines.length - 1] = {
        ...last,
        text: last.text + piece.text,
        width: piece.x + piece.width - last.x,
        size: Math.max(last.size, piece.size),
      }
    else lines.push(piece)
  }
  return lines
}

/** The upright lines of a PDF in the order they were set; what stands on its head (the back of a tent) is left out. */
export const textLines = async (pdf: Buffer): Promise<readonly Line[]> => {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
  const all: Line[] = []
  for (let page = 1; page <= document.numPages; page++) {
    const { items } = await (await document.getPage(page)).getTextContent({ disableNormalization: true })
    all.push(...linesOf(items.filter((item) => 'str' in item) as unknown as Item[], page))
  }
  await document.destroy()
  return all
}
