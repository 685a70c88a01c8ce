/** A drawing made for dark screens (black, white lines, amber) in the colours of paper: one family, and no toner for the black. */
const LINE = [242, 239, 232] as const
const AMBER = [255, 179, 0] as const
export const INK = [27, 26, 24] as const
export const ACCENT = [194, 49, 28] as const
/** The accent of the press palette (media/posters/library/tokens.typ), per cent of an ink. */
export const ACCENT_INKS = [8, 92, 100, 4] as const
const PRESS_ACCENT = ACCENT_INKS.map((percent) => (percent * 255) / 100)

/** Anti-aliasing and a lossy codec blur edges; a flat drawing has few of them, a photo nothing else. */
const NEAR = 14
const PURE = 0.94
const COLOURED = 0.004

const isNear = (rgb: Uint8Array, at: number, [r, g, b]: readonly [number, number, number]): boolean =>
  Math.abs((rgb[at] ?? 0) - r) <= NEAR &&
  Math.abs((rgb[at + 1] ?? 0) - g) <= NEAR &&
  Math.abs((rgb[at + 2] ?? 0) - b) <= NEAR

/** Nearly all of it is black, line or amber, each of them there, and black the most. */
export const isScreenDrawing = (rgb: Uint8Array): boolean => {
  const pixels = Math.floor(rgb.length / 3)
  let [black, line, amber] = [0, 0, 0]
  for (let at = 0; at + 2 < rgb.length; at += 3)
    if (isNear(rgb, at, [0, 0, 0])) black++
    else if (isNear(rgb, at, LINE)) line++
    else if (isNear(rgb, at, AMBER)) amber++
  const least = pixels * COLOURED
  return black > pixels / 2 && line > least && amber > least && black + line + amber >= PURE * pixels
}

const within = (n: number): number => Math.min(1, Math.max(0, n))

/** Each pixel as the mixture it is, mixed anew of what stands for black, line and amber. */
const mixed = (
  rgb: Uint8Array,
  ground: readonly number[],
  line: readonly number[],
  amber: readonly number[],
): Uint8Array => {
  const channels = ground.length
  const pixels = Math.floor(rgb.length / 3)
  const out = new Uint8Array(pixels * channels)
  for (let n = 0; n < pixels; n++) {
    const ofLine = within((rgb[n * 3 + 2] ?? 0) / LINE[2])
    // Edges overshoot where a picture was made smaller: a line that is brighter than white holds no amber.
    const ofAmber = Math.min(within(((rgb[n * 3] ?? 0) - ofLine * LINE[0]) / AMBER[0]), 1 - ofLine)
    const rest = 1 - ofLine - ofAmber
    for (let i = 0; i < channels; i++)
      out[n * channels + i] = Math.round(
        rest * (ground[i] ?? 0) + ofLine * (line[i] ?? 0) + ofAmber * (amber[i] ?? 0),
      )
  }
  return out
}

/** Black to white paper, line to ink, amber to the accent; three bytes a pixel. */
export const onPaper = (rgb: Uint8Array): Uint8Array => mixed(rgb, [255, 255, 255], INK, ACCENT)

/** The same for a press, four bytes a pixel (C, M, Y, K): line is black ink alone, amber the accent's inks. */
export const inPressInks = (rgb: Uint8Array): Uint8Array =>
  mixed(rgb, [0, 0, 0, 0], [0, 0, 0, 255], PRESS_ACCENT)
