import type { Sha256 } from './ids.ts'

/** `#RRGGBB`, upper case. */
export type Colour = `#${string}`

/** `sans` is Noto Sans SC Bold; `pixel` is GNU Unifont, sizes 16·k only. */
export const FONT_NAMES = ['sans', 'pixel'] as const
export type FontName = (typeof FONT_NAMES)[number]

/** All lengths are panel pixels; (0,0) is the top left lamp. */
export type Point = readonly [x: number, y: number]

export type RectOp = {
  readonly op: 'rect'
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly fill: Colour
  readonly radius?: number
}

/** An outline; the stroke lies inside the box. */
export type FrameOp = {
  readonly op: 'frame'
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly stroke: Colour
  readonly line: number
  readonly radius?: number
}

/** An open or closed run of straight lines, filled or stroked with round joins. */
export type PathOp = {
  readonly op: 'path'
  readonly points: readonly Point[]
  readonly closed: boolean
  readonly fill?: Colour
  readonly stroke?: Colour
  readonly line?: number
}

/** One line of glyphs. `xs[i]` is the whole-pixel left edge of the i-th code point of `text`; `y` the baseline. */
export type TextOp = {
  readonly op: 'text'
  readonly font: FontName
  readonly size: number
  readonly y: number
  readonly xs: readonly number[]
  readonly text: string
  readonly fill: Colour
  /** Furniture that stands on every page (label, hotline, marks): not part of what there is to read here. */
  readonly quiet?: true
}

/** A picture already cut to exactly `w`×`h`, named by the hash of its bytes. */
export type ImageOp = {
  readonly op: 'image'
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly asset: Sha256
}

export type DrawOp = RectOp | FrameOp | PathOp | TextOp | ImageOp

/** A display list for one pixel grid: what people approved is what the lamps show. */
export type Page = {
  readonly width: number
  readonly height: number
  readonly ground: Colour
  readonly dwellMs: number
  /** Name and version of the template that made it, `case@1`. */
  readonly template: string
  readonly ops: readonly DrawOp[]
}
