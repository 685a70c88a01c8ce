import type { ErrorCode } from '../../src/errors/codes.ts'
import type { Refusal } from '../../src/errors/refusal.ts'
import type { FrozenContent } from '../../src/model/content.ts'
import type { Sha256 } from '../../src/model/ids.ts'
import type { Page } from '../../src/model/page.ts'
import type { ScreenProfile } from '../../src/model/screen.ts'
import { glyphFaults, layout } from '../../src/content/index.ts'
import { METRICS, pictureNeeds, withRenditions, type Layout } from '../../src/page/index.ts'
import { ports } from '../base/ports.ts'

export type Assets = Readonly<Record<string, { readonly bytes: number; readonly type: string }>>
export type LaidOut = {
  readonly pages: Readonly<Record<string, readonly Page[]>>
  readonly assets: Assets
  readonly faults: readonly Refusal[]
  /** Grids that the words do not fit or whose font lacks a character of them, while others can show them. */
  readonly leftOut: readonly { readonly grid: string; readonly fault: Refusal }[]
}

/** What keeps a content off one panel, and off that one alone. */
const OF_THE_PANEL: readonly ErrorCode[] = ['TEXT_DOES_NOT_FIT', 'GLYPH_NOT_ON_SCREEN']

const distinct = (faults: readonly Refusal[]): readonly Refusal[] => [
  ...new Map(
    faults.map((fault) => [`${fault.code} ${fault.field ?? ''} ${fault.hint ?? ''}`, fault]),
  ).values(),
]

/** A small door sign must not keep a story off the large panels: where only its words cannot be shown, it goes without. */
const leftOutOf = (grid: string, faults: readonly Refusal[]): LaidOut['leftOut'] => {
  const [fault] = faults
  return fault && faults.every(({ code }) => OF_THE_PANEL.includes(code)) ? [{ grid, fault }] : []
}

/**
 * Sets a content on panel after panel, by their fonts too: what is frozen and what the form shows come from here (CMS-26,
 * DESK-70).
 */
export const setter = (content: FrozenContent): ((profile: ScreenProfile) => Layout) => {
  const { kinds, dictionary, missingGlyphs } = ports()
  const laid = layout(kinds, content, { metrics: METRICS, dictionary })
  return (profile) => {
    const made = laid(profile)
    const faults = glyphFaults(kinds, content, made.pages, missingGlyphs)
    return faults.length > 0 ? { pages: [], faults } : made
  }
}

/** Cuts every picture of the pages to the exact size it is drawn at. */
export const cutPictures = async (pages: readonly Page[]) => {
  const cut = new Map<string, Sha256>()
  const assets: Record<string, { bytes: number; type: string }> = {}
  for (const need of pictureNeeds(pages)) {
    const made = await ports().rendition(need.asset, need.w, need.h)
    cut.set(`${need.asset} ${need.w}x${need.h}`, made.asset)
    assets[made.asset] = { bytes: made.bytes, type: made.type }
  }
  const named = (source: Sha256, w: number, h: number): Sha256 => cut.get(`${source} ${w}x${h}`) ?? source
  return { named, assets }
}

/** What of `made` can be shown somewhere, and which panels go without, while others do not. */
export const sorted = (made: readonly (readonly [grid: string, laid: Layout])[]) => {
  const unshown = made.flatMap(([grid, { faults }]) => leftOutOf(grid, faults))
  const leftOut = unshown.length < made.length ? unshown : []
  const drafts = made.filter(([key]) => !leftOut.some(({ grid }) => grid === key))
  return { leftOut, drafts, faults: distinct(drafts.flatMap(([, { faults }]) => faults)) }
}

/**
 * Pages of `content` for each grid, with every picture cut to the exact size it is drawn at. Pictures are cut only
 * when nothing is wrong with the words: that is the slow part.
 */
export const layOut = async (
  content: FrozenContent,
  grids: ReadonlyMap<string, ScreenProfile>,
): Promise<LaidOut> => {
  const set = setter(content)
  const all = [...grids].map(([key, profile]) => [key, set(profile)] as const)
  const { leftOut, drafts, faults } = sorted(all)
  if (faults.length > 0) return { pages: {}, assets: {}, faults, leftOut: [] }
  const { named, assets } = await cutPictures(drafts.flatMap(([, made]) => made.pages))
  return {
    pages: Object.fromEntries(drafts.map(([key, made]) => [key, withRenditions(made.pages, named)])),
    assets,
    faults: [],
    leftOut,
  }
}
