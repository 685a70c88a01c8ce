/** Names of what a panel can show. */
import type { Ink, ScreenColour, ScreenProfile } from '../model/screen.ts'
import { words, type Words } from './words.ts'

export const COLOUR_WORDS: Readonly<Record<ScreenColour, Words>> = {
  mono: words('单色', 'One colour'),
  dual: words('双色', 'Two colours'),
  full: words('全彩', 'Full colour'),
}

export const INK_WORDS: Readonly<Record<Ink, Words>> = {
  red: words('红', 'Red'),
  amber: words('黄', 'Amber'),
  green: words('绿', 'Green'),
  white: words('白', 'White'),
}

/** A panel of one colour is named after its lamps: `单红`, `Red`. */
export const panelWords = ({ colour, ink }: Pick<ScreenProfile, 'colour' | 'ink'>): Words =>
  colour === 'mono' ? words(`单${INK_WORDS[ink].zh}`, INK_WORDS[ink].en) : COLOUR_WORDS[colour]
