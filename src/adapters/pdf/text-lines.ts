import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFDocument, type PDFPage } from './pdf-lib.ts'
import { contentOf, literalAt } from './text-runs.ts'

/** Where a run of words stands on its page: mm from the upper left corner, from the top of its characters to their foot. */
export type TextBox = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

type Matrix = readonly [number, number, number, number, number, number]
/** Width of a glyph in thousandths of the size. */
type Widths = (glyph: number) => number

const MM_PER_PT = 25.4 / 72
const UNIT: Matrix = [1, 0, 0, 1, 0, 0]
/** The em box of the family all sheets are set in, as the templates have it. */
const ABOVE = 0.88
const BELOW = -0.12

const times = ([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix => [
  a * A + b * C,
  a * B + b * D,
  c * A + d * C,
  c * B + d * D,
  e * A + f * C + E,
  e * B + f * D + F,
]

/** `first [w w …]` and `first last w`, by turns. */
const widthsIn = (array: PDFArray | undefined): ReadonlyMap<number, number> => {
  const widths = new Map<number, number>()
  const number = (i: number): number => array?.lookupMaybe(i, PDFNumber)?.asNumber() ?? 0
  for (let i = 0; array && i < array.size();) {
    const first = number(i)
    const next = array.lookup(i + 1)
    if (next instanceof PDFArray) {
      for (let n = 0; n < next.size(); n++) widths.set(first + n, next.lookup(n, PDFNumber).asNumber())
      i += 2
    } else {
      for (let glyph = first; glyph <= number(i + 1); glyph++) widths.set(glyph, number(i + 2))
      i += 3
    }
  }
  return widths
}

const fontsOf = (page: PDFPage): ReadonlyMap<string, Widths> => {
  const fonts = page.node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict)
  return new Map(
    (fonts?.keys() ?? []).map((key) => {
      const own = fonts
        ?.lookup(key, PDFDict)
        .lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)
        ?.lookupMaybe(0, PDFDict)
      const widths = widthsIn(own?.lookupMaybe(PDFName.of('W'), PDFArray))
      const other = own?.lookupMaybe(PDFName.of('DW'), PDFNumber)?.asNumber() ?? 1000
      return [key.asString(), (glyph: number) => widths.get(glyph) ?? other]
    }),
  )
}

const TOKEN = /\(|<(?!<)[0-9a-fA-F\s]*>|\/[^\s/[\]()<>]+|[-+]?[\d.]+|[A-Za-z'"*]+/g

const bytesOf = (hex: string): string => Buffer.from(hex.replace(/[<>\s]/g, ''), 'hex').toString('latin1')

const wide = (bytes: string, widths: Widths | undefined): number => {
  let sum = 0
  for (let i = 0; i + 1 < bytes.length; i += 2)
    sum += widths?.(bytes.charCodeAt(i) * 256 + bytes.charCodeAt(i + 1)) ?? 1000
  return sum / 1000
}

/** What of the page's state says where words stand. */
type State = {
  matrix: Matrix
  readonly kept: Matrix[]
  text: Matrix
  widths: Widths | undefined
  size: number
  ems: number
}

const matrixOf = (numbers: readonly number[]): Matrix => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers.slice(-6)
  return [a, b, c, d, e, f]
}

const boxOf = ({ matrix, text, size, ems }: State, pageHeight: number): TextBox => {
  const all = times(text, matrix)
  const corners = [0, ems * size].flatMap((x) =>
    [ABOVE, BELOW].map((y) => times([1, 0, 0, 1, x, y * size], all).slice(4) as [number, number]),
  )
  const xs = corners.map(([x]) => x * MM_PER_PT)
  const ys = corners.map(([, y]) => (pageHeight - y) * MM_PER_PT)
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}

const boxesOf = (page: PDFPage): readonly TextBox[] => {
  const content = contentOf(page)
  const fonts = fontsOf(page)
  const boxes: TextBox[] = []
  const state: State = { matrix: UNIT, kept: [], text: UNIT, widths: undefined, size: 0, ems: 0 }
  let numbers: number[] = []
  let named = ''
  const acts: Readonly<Record<string, () => void>> = {
    q: () => void state.kept.push(state.matrix),
    Q: () => void (state.matrix = state.kept.pop() ?? UNIT),
    cm: () => void (state.matrix = times(matrixOf(numbers), state.matrix)),
    BT: () => Object.assign(state, { text: UNIT, ems: 0 }),
    Tm: () => void (state.text = matrixOf(numbers)),
    Tf: () => Object.assign(state, { widths: fonts.get(named), size: numbers.at(-1) ?? 0 }),
    ET: () => void (state.ems > 0 && boxes.push(boxOf(state, page.getHeight()))),
  }
  const token = new RegExp(TOKEN)
  for (let found = token.exec(content); found; found = token.exec(content)) {
    const [one] = found
    if (one === '(') {
      const { bytes, end } = literalAt(content, token.lastIndex)
      token.lastIndex = end
      state.ems += wide(bytes, state.widths)
    } else if (one.startsWith('<')) state.ems += wide(bytesOf(one), state.widths)
    else if (one.startsWith('/')) named = one
    else if (/^[-+.\d]/.test(one)) numbers.push(Number(one))
    else {
      acts[one]?.()
      numbers = []
    }
  }
  return boxes
}

/** Page by page; words within drawings are not among them. */
export const textBoxes = (document: PDFDocument): readonly (readonly TextBox[])[] =>
  document.getPages().map(boxesOf)
