/**
 * What an eye sees of lamps (docs/facts.md#reading). The figures are fixed and not for making a test pass: lamps light
 * 0.4 of the area that is theirs; the eye has acuity 0.5, a blur of two arc minutes' standard deviation; light that
 * falls on the panel leaves 10:1 between its brightest ink and black.
 */
import type { Canvas } from '@napi-rs/canvas'

export const FILL = 0.4
export const ARC_MINUTES = 2
export const CONTRAST = 10

/** Light of each lamp, 0 to 1, row by row. */
export type Lamps = { readonly width: number; readonly height: number; readonly light: Float32Array }

/** A rectangle of lamps; parts of it may lie outside the panel, where it is dark. */
export type Window = { readonly x: number; readonly y: number; readonly w: number; readonly h: number }

/** Grey levels 0 to 255, row by row. */
export type Seen = { readonly width: number; readonly height: number; readonly grey: Uint8Array }

export type Viewing = {
  /** Samples of the picture for each lamp. */
  readonly samples: number
  /** Standard deviation of the blur in lamps; 0 for none. */
  readonly blur: number
  /** Share of its area that a lamp lights. */
  readonly fill: number
}

const LINEAR = Array.from({ length: 256 }, (_, level) => {
  const value = level / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
})
const WEIGHTS = [0.2126, 0.7152, 0.0722] as const

/** Luminance of a colour `#RRGGBB`, 0 to 1. */
export const lightOf = (colour: string): number =>
  WEIGHTS.reduce(
    (sum, weight, i) => sum + weight * (LINEAR[Number.parseInt(colour.slice(1 + 2 * i, 3 + 2 * i), 16)] ?? 0),
    0,
  )

/** A painted page as light. */
export const lampsOf = (canvas: Canvas): Lamps => {
  const { width, height } = canvas
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height)
  const light = new Float32Array(width * height)
  for (let i = 0; i < light.length; i += 1)
    light[i] = WEIGHTS.reduce((sum, weight, k) => sum + weight * (LINEAR[data[4 * i + k] ?? 0] ?? 0), 0)
  return { width, height, light }
}

/** The eye's blur in lamps, as a standard deviation, from `metres` away. */
export const blurOf = (pitchMm: number, metres: number): number =>
  (metres * 1000 * Math.tan((ARC_MINUTES / 60) * (Math.PI / 180))) / pitchMm

/** The integral of the bell curve, to seven places (Abramowitz and Stegun 7.1.26). */
const below = (z: number): number => {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * x)
  const series =
    t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
  const tail = (series * Math.exp(-x * x)) / 2
  return z > 0 ? 1 - tail : tail
}

type Row = { readonly first: number; readonly weights: readonly number[] }
const STEPS = 8

/**
 * For each sample along one side, what each lamp near it gives: the lamp's lit breadth, blurred, over the sample's own
 * breadth. A field of lamps that all burn gives 1.
 */
const rowsOf = (from: number, lamps: number, { samples, blur, fill }: Viewing): readonly Row[] => {
  const side = Math.sqrt(fill)
  const sigma = Math.max(blur, 1e-4)
  const reach = Math.ceil(4 * sigma + 1 + 1 / samples)
  const given = (distance: number): number =>
    (below((distance + side / 2) / sigma) - below((distance - side / 2) / sigma)) / side
  return Array.from({ length: Math.ceil(lamps * samples) }, (_, i) => {
    const first = Math.floor(from + (i + 0.5) / samples) - reach
    const weights = Array.from({ length: 2 * reach + 1 }, (__, k) => {
      let sum = 0
      for (let step = 0; step < STEPS; step += 1)
        sum += given(from + (i + (step + 0.5) / STEPS) / samples - (first + k + 0.5))
      return sum / STEPS
    })
    return { first, weights }
  })
}

/** Light of a window, samples by samples. */
const gathered = ({ width, height, light }: Lamps, window: Window, viewing: Viewing) => {
  const across = rowsOf(window.x, window.w, viewing)
  const down = rowsOf(window.y, window.h, viewing)
  const top = Math.max(0, down[0]?.first ?? 0)
  const last = down.at(-1)
  const bottom = Math.min(height, last ? last.first + last.weights.length : 0)
  const half = new Float32Array(across.length * Math.max(0, bottom - top))
  for (let y = top; y < bottom; y += 1)
    across.forEach(({ first, weights }, i) => {
      let sum = 0
      for (let k = 0; k < weights.length; k += 1) {
        const x = first + k
        if (x >= 0 && x < width) sum += (weights[k] ?? 0) * (light[y * width + x] ?? 0)
      }
      half[(y - top) * across.length + i] = sum
    })
  const out = new Float32Array(across.length * down.length)
  down.forEach(({ first, weights }, j) => {
    for (let k = 0; k < weights.length; k += 1) {
      const y = first + k
      if (y < top || y >= bottom) continue
      const weight = weights[k] ?? 0
      for (let i = 0; i < across.length; i += 1)
        out[j * across.length + i] =
          (out[j * across.length + i] ?? 0) + weight * (half[(y - top) * across.length + i] ?? 0)
    }
  })
  return { width: across.length, height: down.length, light: out }
}

/** Of all samples of a window, where those of the ground are: ink covers less than half. */
const GROUND = 0.25

/**
 * A window of a panel as grey levels, dark on white, which is how readers of print expect it: how much brighter the ink
 * is than its ground is how much darker it gets here.
 * @param brightest light of the panel's brightest ink; stray light is a share of it
 * @param inkIsBright whether the words are brighter than their ground
 */
export const seen = (
  lamps: Lamps,
  window: Window,
  viewing: Viewing,
  { brightest, inkIsBright }: { readonly brightest: number; readonly inkIsBright: boolean },
): Seen => {
  const { width, height, light } = gathered(lamps, window, viewing)
  const stray = brightest / (CONTRAST - 1)
  const ordered = light.toSorted()
  const ground = (ordered[Math.floor(ordered.length * (inkIsBright ? GROUND : 1 - GROUND))] ?? 0) + stray
  const grey = Uint8Array.from(light, (value) => {
    const ratio = inkIsBright ? ground / (value + stray) : (value + stray) / ground
    return Math.round(255 * Math.min(1, ratio) ** (1 / 2.2))
  })
  return { width, height, grey }
}
