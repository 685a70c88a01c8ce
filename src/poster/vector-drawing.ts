import { ACCENT, ACCENT_INKS, INK } from './screen-drawing.ts'

/** One of the product's own drawings in lines and areas, as it is kept beside its picture (TPL-27). */
export type VectorDrawing = {
  /** Pixels of the picture that it is; its own numbers are tenths of them. */
  readonly width: number
  readonly height: number
  readonly svg: string
  readonly paths: readonly VectorPath[]
}

type VectorPath = {
  readonly colour: Colour
  /** Of a line with round ends, in tenths; null: the area within. */
  readonly width: number | null
  readonly steps: string
}

const hex = (rgb: readonly number[]): string =>
  `#${rgb.map((part) => part.toString(16).toUpperCase().padStart(2, '0')).join('')}`

type Colour = keyof typeof PRESS_INKS
const PRESS_INKS = {
  ink: '0 0 0 1',
  accent: ACCENT_INKS.map((percent) => percent / 100).join(' '),
  paper: '0 0 0 0',
}
const COLOURS: Readonly<Record<string, Colour>> = {
  [hex(INK)]: 'ink',
  [hex(ACCENT)]: 'accent',
  '#FFFFFF': 'paper',
}

const TENTHS = 10

const FRAME =
  /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="(\d{1,5})" height="(\d{1,5})" viewBox="0 0 (\d{1,6}) (\d{1,6})">\n([^]*)\n<\/svg>\n$/
const POINT = '-?\\d{1,6} -?\\d{1,6}'
const STEPS = `(?:[ML]${POINT}|C${POINT} ${POINT} ${POINT}|Z)+`
const LINE =
  'fill="none" stroke="(?<line>#[0-9A-F]{6})" stroke-width="(?<width>\\d{1,6})" stroke-linecap="round" stroke-linejoin="round"'
const PATH = new RegExp(`^<path (?:fill="(?<area>#[0-9A-F]{6})"|${LINE}) d="(?<steps>(?=M)${STEPS})"/>$`)

const pathIn = (line: string): VectorPath | null => {
  const { area, line: stroke, width, steps } = PATH.exec(line)?.groups ?? {}
  const colour = COLOURS[area ?? stroke ?? '']
  return colour && steps ? { colour, width: width === undefined ? null : Number(width), steps } : null
}

/**
 * A kept drawing; null for a text with anything else in it. What there may be is a frame and paths of whole numbers in
 * ink, red and paper: no text, no picture, no style, no address.
 */
export const vectorIn = (svg: string): VectorDrawing | null => {
  const [, wide, high, across, down, body = ''] = FRAME.exec(svg) ?? []
  const [width, height] = [Number(wide), Number(high)]
  if (!(width > 0 && height > 0) || Number(across) !== width * TENTHS || Number(down) !== height * TENTHS)
    return null
  const paths: VectorPath[] = []
  for (const line of body.split('\n')) {
    const path = pathIn(line)
    if (!path) return null
    paths.push(path)
  }
  return { width, height, svg, paths }
}

const STEP = /([MLCZ])([^MLCZ]*)/g
const OPERATORS = { M: 'm', L: 'l', C: 'c', Z: 'h' } as const

const operatorsOf = (steps: string): string =>
  [...steps.matchAll(STEP)]
    .map(([, step = '', points = '']) => `${points} ${OPERATORS[step as keyof typeof OPERATORS]}`.trim())
    .join('\n')

/**
 * The drawing as a page of PDF draws it, in pure inks of a press: black ink alone, the family's red, none where the
 * paper shows (TPL-27).
 * @param unit points for a pixel
 */
export const pressOperators = ({ height, paths }: VectorDrawing, unit: number): string => {
  const scale = unit / TENTHS
  const drawn = paths.map(({ colour, width, steps }) => {
    const inks = PRESS_INKS[colour]
    const [set, paint] = width === null ? [`${inks} k`, 'f'] : [`${inks} K\n${width} w`, 'S']
    return `${set}\n${operatorsOf(steps)}\n${paint}`
  })
  return ['q', `${scale} 0 0 ${-scale} 0 ${height * unit} cm`, '1 J 1 j', ...drawn, 'Q'].join('\n')
}
