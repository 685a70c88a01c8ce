import type { Instant, Sha256 } from '../model/ids.ts'
import type { Page } from '../model/page.ts'
import type { AssetEntry, FontEntry, LoopItem, Programme, Segment } from '../model/programme.ts'
import type { Town } from '../model/town.ts'
import { digestOfPage, type Hash } from '../programme/index.ts'
import { segmentsFor, type PlannedItem } from '../schedule/index.ts'
import { TOWN_ZONE } from '../time/index.ts'
import type { Group } from './groups.ts'
import { horizonOf } from './horizon.ts'

const imagesOf = (page: Page): readonly Sha256[] =>
  page.ops.flatMap((op) => (op.op === 'image' ? [op.asset] : []))

/** A page can be played by this group: its size is the grid's and its pictures are at hand. */
const usable =
  (town: Town, { screens }: Group) =>
  (page: Page): boolean =>
    page.width === screens[0].profile.width &&
    page.height === screens[0].profile.height &&
    imagesOf(page).every((asset) => town.assets[asset] !== undefined)

/**
 * PUB-3: one release that cannot be played whole counts as not released for this grid; it must not keep the others
 * from the screens.
 */
const withUsablePages = (town: Town, group: Group): Town => {
  const fits = usable(town, group)
  return {
    ...town,
    releases: town.releases.map((release) =>
      (release.pages[group.grid] ?? []).every(fits) ? release : { ...release, pages: {} },
    ),
  }
}

/** Names pages by digest and keeps those named, each digested once. */
const pageBook = (
  hash: Hash,
): { readonly name: (page: Page) => Sha256; readonly all: () => Record<string, Page> } => {
  const names = new Map<Page, Sha256>()
  const name = (page: Page): Sha256 => {
    const known = names.get(page) ?? digestOfPage(page, hash)
    names.set(page, known)
    return known
  }
  return { name, all: () => Object.fromEntries([...names].map(([page, sha]) => [sha, page])) }
}

/** Numbers loops, equal ones alike. */
const loopBook = (name: (page: Page) => Sha256) => {
  const loops: (readonly LoopItem[])[] = []
  const byItems = new Map<readonly PlannedItem[], number>()
  const byKey = new Map<string, number>()
  const number = (items: readonly PlannedItem[]): number => {
    const known = byItems.get(items)
    if (known !== undefined) return known
    const loop = items.map(({ release, content, page }) => ({ release, content, page: name(page) }))
    const key = loop.map((item) => `${item.release} ${item.page}`).join('\n')
    const index = byKey.get(key) ?? loops.push(loop) - 1
    byKey.set(key, index)
    byItems.set(items, index)
    return index
  }
  return { loops, number }
}

const assetsOf = (town: Town, pages: Readonly<Record<string, Page>>): Record<string, AssetEntry> =>
  Object.fromEntries(
    Object.values(pages)
      .flatMap(imagesOf)
      .map((asset) => [
        asset,
        { bytes: town.assets[asset]?.bytes ?? 0, type: town.assets[asset]?.type ?? '' },
      ]),
  )

/**
 * PUB-2: what a group plays for 30 days. `now` counts by its civil day only: same day, same town, same bytes. Fonts are
 * left empty; `withFonts` adds them. Throws RangeError when the town has no safe page for the grid, since without one
 * nothing may be published (I4).
 */
export const compile = (town: Town, group: Group, now: Instant, hash: Hash): Programme => {
  const screen = group.screens[0]
  const { from, until } = horizonOf(now, TOWN_ZONE)
  const { name, all } = pageBook(hash)
  const { loops, number } = loopBook(name)
  const fallback = (town.fallback[group.grid] ?? []).filter(usable(town, group)).map(name)
  if (fallback.length === 0) throw new RangeError(`No safe page for the grid ${group.grid}`)
  const segments: readonly Segment[] = segmentsFor(
    withUsablePages(town, group),
    screen,
    from,
    until,
    TOWN_ZONE,
  ).map((s) => ({
    from: s.from,
    until: s.until,
    anchor: s.anchor,
    loop: s.items.length > 0 ? number(s.items) : null,
    level: s.level,
    dark: s.dark,
    why: s.why,
  }))
  const pages = all()
  return {
    format: 1,
    town: town.name,
    group: group.key,
    grid: { width: screen.profile.width, height: screen.profile.height },
    pages,
    loops,
    segments,
    fallback,
    assets: assetsOf(town, pages),
    fonts: [],
  }
}

/** The programme with its font subsets, in an order of their own, so that equal sets give equal bytes. */
export const withFonts = (programme: Programme, fonts: readonly FontEntry[]): Programme => ({
  ...programme,
  fonts: fonts
    .toSorted((a, b) => (a.font + a.sha256 < b.font + b.sha256 ? -1 : 1))
    .map(({ font, sha256 }) => ({ font, sha256 })),
})
