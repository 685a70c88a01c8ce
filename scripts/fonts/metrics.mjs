/** Writes what layout needs of the fonts: advances that are not one em, and where the ink of each mark stands. */
const MARKS = [...'、，。：；？！“”‘’（）《》〈〉【】「」『』〔〕—…·～']

const THOUSAND = (font, n) => Math.round((n * 1000) / font.unitsPerEm)

/** `[from, to, advance]` in thousandths of an em, code points in order, one em left out. */
const advances = (font, codes) => {
  const out = []
  for (const code of codes) {
    const advance = THOUSAND(font, font.glyphForCodePoint(code).advanceWidth)
    if (advance === 1000) continue
    const last = out.at(-1)
    if (last && last[1] === code - 1 && last[2] === advance) last[1] = code
    else out.push([code, code, advance])
  }
  return out
}

const inkOf = (font, mark) => {
  const { bbox } = font.glyphForCodePoint(mark.codePointAt(0))
  return [THOUSAND(font, bbox.minX), THOUSAND(font, bbox.maxX)]
}

/** Top and bottom of the ink of ordinary hanzi, and height of digits, over the baseline. */
const heights = (font) => {
  const boxes = [...'国警骗息返楼养家月事'].map((c) => font.glyphForCodePoint(c.codePointAt(0)).bbox)
  return {
    top: THOUSAND(font, Math.max(...boxes.map((b) => b.maxY))),
    bottom: THOUSAND(font, Math.min(...boxes.map((b) => b.minY))),
    digit: THOUSAND(font, font.glyphForCodePoint(0x38).bbox.maxY),
  }
}

const fontMetrics = (font, codes) => ({
  ...heights(font),
  advances: advances(font, codes),
  ink: Object.fromEntries(MARKS.map((mark) => [mark, inkOf(font, mark)])),
})

export const metricsSource = ({ sans, pixel, pixelWide }) => {
  const sorted = (list) => [...new Set(list)].sort((a, b) => a - b)
  const data = {
    sans: fontMetrics(sans, sorted(sans.characterSet)),
    pixel: fontMetrics(
      pixel,
      sorted(pixelWide.map((c) => c.codePointAt(0))).filter((c) => pixel.hasGlyphForCodePoint(c)),
    ),
  }
  return `// Made by scripts/fonts.mjs; do not edit.\nimport type { Metrics } from './metrics.ts'\n\nexport const METRICS: Metrics = ${JSON.stringify(data)}\n`
}

/** Of the 32-dot face, which no page names yet (docs/decisions/0016-dot-faces.md). */
export const stripMetricsSource = (strip) => {
  const codes = strip.characterSet.filter((code) => code !== 0xffff)
  return `// Made by scripts/fonts.mjs; do not edit.\nimport type { FontMetrics } from './metrics.ts'\n\nexport const STRIP_METRICS: FontMetrics = ${JSON.stringify(fontMetrics(strip, codes))}\n`
}
