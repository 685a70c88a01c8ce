/** Profile of sRGB's colours at another gamma (ICC.1:2001-04), for pictures that say their gamma and no profile. */
const D50 = [0.9642, 1, 0.8249] as const
/** sRGB's primaries as D50 sees them, by rows of X, Y, Z. */
const PRIMARIES = {
  rXYZ: [0.43607, 0.22249, 0.01392],
  gXYZ: [0.38515, 0.71687, 0.09708],
  bXYZ: [0.14307, 0.06061, 0.7141],
} as const

const HEADER = 128

const ascii = (words: string): readonly number[] => Array.from(words, (letter) => letter.charCodeAt(0))
const word = (n: number): readonly number[] => [(n >>> 24) & 255, (n >>> 16) & 255, (n >>> 8) & 255, n & 255]
const padded = (bytes: readonly number[]): readonly number[] => [
  ...bytes,
  ...Array<number>((4 - (bytes.length % 4)) % 4).fill(0),
]
const xyz = (values: readonly number[]): readonly number[] => [
  ...ascii('XYZ '),
  ...word(0),
  ...values.flatMap((value) => word(Math.round(value * 65_536))),
]
const text = (words: string): readonly number[] => padded([...ascii('text'), ...word(0), ...ascii(words), 0])
const description = (words: string): readonly number[] =>
  padded([
    ...ascii('desc'),
    ...word(0),
    ...word(words.length + 1),
    ...ascii(words),
    0,
    ...Array<number>(4 + 4 + 2 + 1 + 67).fill(0),
  ])
/** One exponent, in 8.8 fixed point. */
const curve = (exponent: number): readonly number[] => {
  const fixed = Math.min(0xffff, Math.max(1, Math.round(exponent * 256)))
  return padded([...ascii('curv'), ...word(0), ...word(1), fixed >> 8, fixed & 255])
}

const headerOf = (size: number, space: 'RGB ' | 'GRAY'): readonly number[] => {
  const header = Array<number>(HEADER).fill(0)
  const put = (at: number, bytes: readonly number[]): void => void header.splice(at, bytes.length, ...bytes)
  put(0, word(size))
  put(8, word(0x02100000))
  put(12, ascii(`mntr${space}XYZ `))
  put(24, [0x07, 0xea, 0, 1, 0, 1])
  put(36, ascii('acsp'))
  put(
    68,
    D50.flatMap((value) => word(Math.round(value * 65_536))),
  )
  return header
}

/** @param exponent from a sample to its light: 2.2 of a common screen, 1 where samples are light itself */
export const gammaProfile = (exponent: number, space: 'RGB ' | 'GRAY'): Uint8Array => {
  const shade = curve(exponent)
  const tags: readonly (readonly [string, readonly number[]])[] = [
    ['desc', description('gamma')],
    ['cprt', text('none')],
    ['wtpt', xyz(D50)],
    ...(space === 'GRAY'
      ? ([['kTRC', shade]] as const)
      : [
          ...Object.entries(PRIMARIES).map(([name, values]) => [name, xyz(values)] as const),
          ...['rTRC', 'gTRC', 'bTRC'].map((name) => [name, shade] as const),
        ]),
  ]
  let at = HEADER + 4 + tags.length * 12
  const table = tags.flatMap(([name, body]) => {
    const entry = [...ascii(name), ...word(at), ...word(body.length)]
    at += body.length
    return entry
  })
  const bodies = tags.flatMap(([, body]) => body)
  return Uint8Array.from([...headerOf(at, space), ...word(tags.length), ...table, ...bodies])
}
