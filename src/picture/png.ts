/** A PNG may say the gamma it was drawn at; decoders that know only profiles pass it over (PNG 3rd edition, 11.3.2). */
import { gammaProfile } from './icc.ts'

const HEAD = 8
const ascii = (words: string): readonly number[] => Array.from(words, (letter) => letter.charCodeAt(0))
const word = (n: number): readonly number[] => [(n >>> 24) & 255, (n >>> 16) & 255, (n >>> 8) & 255, n & 255]

const CRCS = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c
})

const crcOf = (bytes: Iterable<number>): number => {
  let c = 0xffffffff
  for (const byte of bytes) c = (CRCS[(c ^ byte) & 255] ?? 0) ^ (c >>> 8)
  return (c ^ 0xffffffff) >>> 0
}

const adlerOf = (bytes: Uint8Array): number => {
  let [a, b] = [1, 0]
  for (const byte of bytes) {
    a = (a + byte) % 65_521
    b = (b + a) % 65_521
  }
  return ((b << 16) | a) >>> 0
}

const chunk = (type: string, data: readonly number[]): Uint8Array => {
  const named = [...ascii(type), ...data]
  return Uint8Array.from([...word(data.length), ...named, ...word(crcOf(named))])
}

/** zlib of one stored block: a profile of some hundred bytes needs no smaller one. */
const stored = (bytes: Uint8Array): readonly number[] => {
  const { length } = bytes
  const sizes = [length & 255, length >> 8, ~length & 255, (~length >> 8) & 255]
  return [0x78, 0x01, 1, ...sizes, ...bytes, ...word(adlerOf(bytes))]
}

export type Chunk = { readonly type: string; readonly from: number; readonly data: Uint8Array }

/** Chunks of a PNG up to its first pixels, of whatever follows there the first. */
export const chunksBeforePixels = (bytes: Uint8Array): readonly Chunk[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: Chunk[] = []
  for (let at = HEAD; at + 12 <= bytes.length;) {
    const length = view.getUint32(at)
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (type === 'IDAT' || at + 12 + length > bytes.length) break
    chunks.push({ type, from: at, data: bytes.subarray(at + 8, at + 8 + length) })
    at += 12 + length
  }
  return chunks
}

/** Of 100,000: what every screen shows without a word about it, and a little beside it. */
const USUAL = { least: 43_000, most: 48_000 } as const
const OWN_COLOURS = new Set(['iCCP', 'sRGB', 'cICP'])

/** The same PNG with its gamma as a profile, where it is another than a screen's and no stronger word stands. */
export const withGammaAsProfile = (bytes: Uint8Array): Uint8Array => {
  const chunks = chunksBeforePixels(bytes)
  const gamma = chunks.find(({ type, data }) => type === 'gAMA' && data.length === 4)
  const header = chunks.find(({ type }) => type === 'IHDR')
  if (!gamma || !header || chunks.some(({ type }) => OWN_COLOURS.has(type))) return bytes
  const [a = 0, b = 0, c = 0, d = 0] = gamma.data
  const said = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0
  if (said === 0 || (said >= USUAL.least && said <= USUAL.most)) return bytes
  const isGrey = ((header.data[9] ?? 0) & 2) === 0
  const profile = gammaProfile(100_000 / said, isGrey ? 'GRAY' : 'RGB ')
  const iccp = chunk('iCCP', [...ascii('gamma'), 0, 0, ...stored(profile)])
  const made = new Uint8Array(bytes.length - 16 + iccp.length)
  made.set(bytes.subarray(0, gamma.from))
  made.set(iccp, gamma.from)
  made.set(bytes.subarray(gamma.from + 16), gamma.from + iccp.length)
  return made
}
