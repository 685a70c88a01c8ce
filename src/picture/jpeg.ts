/**
 * Faults that every viewer passes over and a strict decoder does not: put right here, so that what the decoder still
 * complains of is a picture that lacks something (IMG-3). Written after ITU-T T.81.
 */
import { codesIn, holdsScan, type Codes, type Frame } from './jpeg-scan.ts'

const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const ADOBE = 0xee
const DHT = 0xc4
const DRI = 0xdd
const END = Uint8Array.of(0xff, EOI)

const isRestart = (code: number): boolean => code >= 0xd0 && code <= 0xd7
const isAlone = (code: number): boolean => code === 0x01 || code === SOI || isRestart(code)
/** Tables C4, C8 and CC lie among the frames. */
const isFrame = (code: number): boolean =>
  code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc
const isSequential = (code: number): boolean => code === 0xc0 || code === 0xc1

/** Where the next marker's code stands, past whatever lies before it; -1 for none. */
const nextMarker = (bytes: Uint8Array, from: number): number => {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const code = bytes[at + 1]
    if (code !== undefined && code !== 0xff && code !== 0) return at + 1
  }
  return -1
}

/** End of the entropy-coded bytes that begin at `from`: where the next marker other than a restart stands. */
const scanEnd = (bytes: Uint8Array, from: number): number => {
  for (let at = nextMarker(bytes, from); at >= 0; at = nextMarker(bytes, at + 1))
    if (!isRestart(bytes[at] ?? 0)) return at - 1
  return bytes.length
}

const startsWith = (segment: Uint8Array, words: string): boolean =>
  Array.from(words).every((letter, i) => segment[i] === letter.charCodeAt(0))

/** What of the application's own segments changes how a picture looks: its size's unit, its rotation, its colours. */
const isKept = (code: number, body: Uint8Array): boolean => {
  if (code === 0xe1) return startsWith(body, 'Exif\0')
  if (code === 0xe2) return startsWith(body, 'ICC_PROFILE\0')
  // A way of mixing colours that nobody defined is passed over, as where it does not say.
  if (code === ADOBE) return startsWith(body, 'Adobe') && (body[11] ?? 0) <= 2
  return code === 0xe0 || (code < 0xe0 && code !== 0x01)
}

/** Per component: how many low bits of each of the 64 coefficients are still to come. */
type Sent = Map<number, Int8Array>

const ABSENT = 127

const noteFrame = (sent: Sent, body: Uint8Array): void => {
  for (let i = 0; i < (body[5] ?? 0); i++) sent.set(body[6 + i * 3] ?? 0, new Int8Array(64).fill(ABSENT))
}

const noteScan = (sent: Sent, body: Uint8Array): void => {
  const components = body[0] ?? 0
  const [from = 0, to = 0, bits = 0] = body.subarray(1 + components * 2)
  for (let i = 0; i < components; i++) sent.get(body[1 + i * 2] ?? 0)?.fill(bits & 15, from, to + 1)
}

const isWhole = (sent: Sent): boolean =>
  sent.size > 0 && [...sent.values()].every((coefficients) => coefficients.every((bits) => bits === 0))

/** All coefficients at once is all that a sequential picture can say; some cameras say none. */
const sequential = (body: Uint8Array): Uint8Array => {
  const mended = Uint8Array.from(body)
  mended.set([0, 63, 0], 1 + (body[0] ?? 0) * 2)
  return mended
}

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

type Walk = {
  readonly parts: Uint8Array[]
  readonly sent: Sent
  readonly codes: Map<number, Codes>
  frame: Frame | null
  sequential: boolean
  restarts: number
}

const short = (body: Uint8Array, at: number): number => ((body[at] ?? 0) << 8) | (body[at + 1] ?? 0)

const frameOf = (body: Uint8Array): Frame => ({
  height: short(body, 1),
  width: short(body, 3),
  components: Array.from({ length: body[5] ?? 0 }, (_, i) => {
    const factors = body[7 + i * 3] ?? 0
    return { id: body[6 + i * 3] ?? 0, across: factors >> 4, down: factors & 15 }
  }),
})

/** What the scans to come are read by. */
const note = (code: number, body: Uint8Array, walk: Walk): void => {
  if (code === DHT) for (const [number, codes] of codesIn(body)) walk.codes.set(number, codes)
  if (code === DRI) walk.restarts = short(body, 0)
  if (!isFrame(code)) return
  walk.sequential = isSequential(code)
  walk.frame = frameOf(body)
  noteFrame(walk.sent, body)
}

/** Takes the segment whose code stands at `at`, with the scan behind it; where to look on, or -1 where it is cut off. */
const takeSegment = (bytes: Uint8Array, at: number, walk: Walk): number => {
  const code = bytes[at] ?? 0
  const length = ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
  const end = at + 1 + length
  if (length < 2 || end > bytes.length) return -1
  const body = bytes.subarray(at + 3, end)
  note(code, body, walk)
  const head = Uint8Array.of(0xff, code, length >> 8, length & 0xff)
  if (code !== SOS) {
    if (isKept(code, body)) walk.parts.push(head, body)
    return end
  }
  const mended = walk.sequential ? sequential(body) : body
  noteScan(walk.sent, mended)
  const stop = scanEnd(bytes, end)
  walk.parts.push(head, mended, bytes.subarray(end, stop))
  const { frame, codes, restarts } = walk
  if (walk.sequential && frame && !holdsScan(bytes, end, { frame, codes, head: mended, restarts })) return -1
  return stop
}

/**
 * The same picture without bytes before its markers, with the parameters of its scans and the mark at its end as they
 * must be, and without what tells of the camera. `null` for one that lacks pixels: a missing end mark alone is mended.
 */
export const mendedJpeg = (bytes: Uint8Array): Uint8Array | null => {
  const walk: Walk = {
    parts: [Uint8Array.of(0xff, SOI)],
    sent: new Map(),
    codes: new Map(),
    frame: null,
    sequential: false,
    restarts: 0,
  }
  let at = nextMarker(bytes, 2)
  while (at >= 0 && bytes[at] !== EOI) {
    const next = isAlone(bytes[at] ?? 0) ? at + 1 : takeSegment(bytes, at, walk)
    if (next < 0) return null
    at = nextMarker(bytes, next)
  }
  if (at < 0 && !isWhole(walk.sent)) return null
  return joined([...walk.parts, END])
}

const isPadding = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === bytes[0])

/** Without the `count` bytes of padding that a decoder found before the marker `code`; null where there are none. */
export const withoutPadding = (bytes: Uint8Array, count: number, code: number): Uint8Array | null => {
  for (let at = nextMarker(bytes, 2); at >= 0; at = nextMarker(bytes, at + 1)) {
    const end = at - 1
    if (bytes[at] !== code || end - count < 2) continue
    if (code === EOI || isPadding(bytes.subarray(end - count, end)))
      return joined([bytes.subarray(0, end - count), bytes.subarray(end)])
  }
  return null
}
