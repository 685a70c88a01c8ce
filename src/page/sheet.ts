import type { ScreenProfile } from '../model/screen.ts'
import { leastMessagePx, LEAST_COLUMNS, CELL, floorPx } from './legibility.ts'
import type { Metrics } from './metrics.ts'
import { paletteOf, type Palette } from './palette.ts'

/**
 * How a panel is used. `strip`: one line at a time. `bare`: several lines, but label and hotline foot would eat what
 * little there is, so the hotline gets a page of its own. `wide`, `tall`: the full furniture (PAGE-7).
 */
export type Mode = 'strip' | 'bare' | 'wide' | 'tall'

/** Wanted sizes by role, in panel pixels; the message may shrink to `least`, nothing else says less than 16. */
export type Sizes = {
  readonly motto: number
  /** A beat of a story that has the page to itself (layout 2). */
  readonly beat: number
  readonly headline: number
  readonly second: number
  readonly label: number
  readonly prompt: number
  readonly digits: number
}

export type Sheet = {
  readonly profile: ScreenProfile
  readonly metrics: Metrics
  readonly palette: Palette
  readonly width: number
  readonly height: number
  readonly mode: Mode
  readonly margin: number
  readonly sizes: Sizes
  /** Least size of the message (PAGE-1). */
  readonly least: number
  readonly rule: number
  readonly foot: number
  readonly hasLabel: boolean
}

const LINES = 720
const STRIP_BELOW = 64
const STRIP_RATIO = 5
const WIDE_RATIO = 1.25
/** Margins are given up on panels so small that they would cost a column. */
const MARGIN_FROM = 144
/** The foot may take this share of the height, the label this one. */
const FOOT_SHARE = 0.25
const LABEL_SHARE = 0.102

/**
 * Sizes at 720 lines (docs/design.md#numbers-for-old-eyes), and what is added as panels get smaller so that words
 * stay large on them.
 */
const ROLES: Readonly<Record<keyof Sizes, readonly [at720: number, small: number]>> = {
  motto: [168, 26],
  beat: [210, 26],
  headline: [112, 26],
  second: [92, 26],
  label: [48, 16],
  prompt: [52, 16],
  digits: [76, 18],
}

/** Whole characters that must fit across at the wanted size. */
const HEADLINE_ACROSS = 5
const BODY_ACROSS = 6

const sizesFor = (profile: ScreenProfile, least: number, width: number): Sizes => {
  const short = Math.min(profile.width, profile.height)
  const of = (role: keyof Sizes): number => {
    const [at720, small] = ROLES[role]
    return Math.round((short * at720) / LINES + small * Math.max(0, 1 - short / LINES))
  }
  const support = floorPx(profile)
  const message = (px: number, across: number): number =>
    Math.max(least, Math.min(px, Math.floor(width / across)))
  return {
    motto: message(of('motto'), HEADLINE_ACROSS),
    beat: message(of('beat'), HEADLINE_ACROSS),
    headline: message(of('headline'), HEADLINE_ACROSS),
    second: message(of('second'), BODY_ACROSS),
    label: Math.max(support, of('label')),
    prompt: Math.max(support, of('prompt')),
    digits: Math.max(support, Math.min(least, of('digits') * 1.6), of('digits')),
  }
}

const marginFor = (profile: ScreenProfile): number => {
  const short = Math.min(profile.width, profile.height)
  return short >= MARGIN_FROM ? Math.round(short * 0.0778) : Math.floor((profile.width % CELL) / 2)
}

/** The sheet of a panel; undefined when no readable character fits on it at its distance (PAGE-1). */
export const sheetOf = (profile: ScreenProfile, metrics: Metrics): Sheet | undefined => {
  const { width, height } = profile
  const short = Math.min(width, height)
  const isStrip = height < STRIP_BELOW || width / height > STRIP_RATIO
  const margin = isStrip ? 0 : marginFor(profile)
  const least = leastMessagePx(profile, width - 2 * margin, height)
  if (least === undefined) return undefined
  const sizes = sizesFor(profile, least, width - 2 * margin)
  const foot = Math.max(Math.round(short * 0.15), Math.ceil(Math.max(sizes.prompt, sizes.digits) * 1.2))
  const isBare =
    foot > height * FOOT_SHARE || height - foot < least * 2.4 || width < LEAST_COLUMNS * sizes.digits
  const mode: Mode = isStrip ? 'strip' : isBare ? 'bare' : width / height >= WIDE_RATIO ? 'wide' : 'tall'
  return {
    profile,
    metrics,
    palette: paletteOf(profile),
    width,
    height,
    mode,
    margin,
    sizes,
    least,
    rule: Math.max(short >= 128 ? 2 : 1, Math.round(short / 180)),
    foot,
    hasLabel: sizes.label <= height * LABEL_SHARE && (mode === 'wide' || mode === 'tall'),
  }
}

/** A length given for 720 lines, on this sheet. */
export const scaled = (sheet: Sheet, at720: number): number =>
  Math.round((at720 * Math.min(sheet.width, sheet.height)) / LINES)
