import type { Colour } from '../model/page.ts'
import type { Ink, ScreenProfile } from '../model/screen.ts'

/** Colours by use. On mono and dual panels only pure lamp colours appear, so nothing is half lit. */
export type Palette = {
  readonly ground: Colour
  readonly text: Colour
  readonly accent: Colour
  readonly rule: Colour
  /** Page marks that are not the current one; null: hollow marks instead. */
  readonly dim: Colour | null
  readonly bubble: Colour
  readonly bubbleLabel: Colour
  readonly doFill: Colour
  readonly doText: Colour
  readonly doLabel: Colour
}

const INK: Readonly<Record<Ink, Colour>> = {
  red: '#FF2A1A',
  amber: '#FFB300',
  green: '#20FF40',
  white: '#FFFFFF',
}

const FULL: Palette = {
  ground: '#000000',
  text: '#F2EFE8',
  accent: '#FFB300',
  rule: '#FFB300',
  dim: '#55524C',
  bubble: '#8C887F',
  bubbleLabel: '#BDB8AC',
  doFill: '#0B5D3B',
  doText: '#FFFFFF',
  doLabel: '#DDEFE4',
}

/**
 * Red and green lamps: yellow 19.6:1 for words, green 15.3:1 for the accent; red alone is too dark
 * (docs/facts.md#light-and-colour).
 */
const DUAL: Palette = {
  ground: '#000000',
  text: '#FFFF00',
  accent: '#00FF00',
  rule: '#FFFF00',
  dim: null,
  bubble: '#FFFF00',
  bubbleLabel: '#FFFF00',
  doFill: '#00FF00',
  doText: '#000000',
  doLabel: '#000000',
}

const mono = (ink: Colour): Palette => ({
  ground: '#000000',
  text: ink,
  accent: ink,
  rule: ink,
  dim: null,
  bubble: ink,
  bubbleLabel: ink,
  doFill: ink,
  doText: '#000000',
  doLabel: '#000000',
})

export const paletteOf = (profile: ScreenProfile): Palette => {
  if (profile.colour === 'full') return FULL
  return profile.colour === 'dual' ? DUAL : mono(INK[profile.ink])
}
