import { refusal, type Refusal } from '../../src/errors/refusal.ts'
import type { FrozenContent } from '../../src/model/content.ts'
import type { Sha256 } from '../../src/model/ids.ts'
import type { FontName, Page } from '../../src/model/page.ts'
import type { ScreenProfile } from '../../src/model/screen.ts'
import { layout } from '../../src/content/index.ts'
import { charactersOf, METRICS, pictureNeeds, withRenditions } from '../../src/page/index.ts'
import { ports } from '../base/ports.ts'

export type Assets = Readonly<Record<string, { readonly bytes: number; readonly type: string }>>
export type LaidOut = {
  readonly pages: Readonly<Record<string, readonly Page[]>>
  readonly assets: Assets
  readonly faults: readonly Refusal[]
  /** Grids the words do not fit, while they fit others. */
  readonly leftOut: readonly { readonly grid: string; readonly fault: Refusal }[]
}

const FONTS: readonly FontName[] = ['sans', 'pixel']

const glyphFaults = (pages: readonly Page[]): Refusal[] => {
  const missing = FONTS.flatMap((font) => ports().missingGlyphs(charactersOf(pages, font), font))
  const got = [...new Set(missing)].join('')
  return got ? [refusal('GLYPH_MISSING', { got })] : []
}

const distinct = (faults: readonly Refusal[]): readonly Refusal[] => [
  ...new Map(
    faults.map((fault) => [`${fault.code} ${fault.field ?? ''} ${fault.hint ?? ''}`, fault]),
  ).values(),
]

/** A small door sign must not keep a story off the large panels: where the words alone are too long, it goes without. */
const leftOutOf = (grid: string, faults: readonly Refusal[]): LaidOut['leftOut'] => {
  const [fault] = faults
  return fault && faults.every(({ code }) => code === 'TEXT_DOES_NOT_FIT') ? [{ grid, fault }] : []
}

/**
 * Pages of `content` for each grid, with every picture cut to the exact size it is drawn at. Pictures are cut only
 * when nothing is wrong with the words: that is the slow part.
 */
export const layOut = async (
  content: FrozenContent,
  grids: ReadonlyMap<string, ScreenProfile>,
): Promise<LaidOut> => {
  const { kinds, dictionary } = ports()
  const laid = layout(kinds, content, { metrics: METRICS, dictionary })
  const all = [...grids].map(([key, profile]) => [key, laid(profile)] as const)
  const tooSmall = all.flatMap(([grid, made]) => leftOutOf(grid, made.faults))
  const leftOut = tooSmall.length < all.length ? tooSmall : []
  const drafts = all.filter(([key]) => !leftOut.some(({ grid }) => grid === key))
  const faults = distinct([
    ...drafts.flatMap(([, made]) => made.faults),
    ...glyphFaults(drafts.flatMap(([, made]) => made.pages)),
  ])
  if (faults.length > 0) return { pages: {}, assets: {}, faults, leftOut: [] }
  const cut = new Map<string, Sha256>()
  const assets: Record<string, { bytes: number; type: string }> = {}
  for (const need of pictureNeeds(drafts.flatMap(([, made]) => made.pages))) {
    const made = await ports().rendition(need.asset, need.w, need.h)
    cut.set(`${need.asset} ${need.w}x${need.h}`, made.asset)
    assets[made.asset] = { bytes: made.bytes, type: made.type }
  }
  const named = (source: Sha256, w: number, h: number): Sha256 => cut.get(`${source} ${w}x${h}`) ?? source
  return {
    pages: Object.fromEntries(drafts.map(([key, made]) => [key, withRenditions(made.pages, named)])),
    assets,
    faults: [],
    leftOut,
  }
}
