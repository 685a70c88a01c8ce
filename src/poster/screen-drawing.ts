/** A drawing made for dark screens (black, white lines, amber) in the colours of paper: one family, and no toner for the black. */
const LINE = [242, 239, 232] as const
const AMBER = [255, 179, 0] as const
const INK = [27, 26, 24] as const
const ACCENT = [194, 49, 28] as const

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

/** Each pixel as the mixture it is, mixed anew: black to white paper, line to ink, amber to the accent. */
export const onPaper = (rgb: Uint8Array): Uint8Array => {
  const out = new Uint8Array(rgb.length)
  for (let at = 0; at + 2 < rgb.length; at += 3) {
    const line = within((rgb[at + 2] ?? 0) / LINE[2])
    const amber = within(((rgb[at] ?? 0) - line * LINE[0]) / AMBER[0])
    const ground = within(1 - line - amber)
    for (let i = 0; i < 3; i++)
      out[at + i] = Math.round(ground * 255 + line * (INK[i] ?? 0) + amber * (ACCENT[i] ?? 0))
  }
  return out
}
