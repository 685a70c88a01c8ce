import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import type { ContentId, GroupKey, PlaylistId, ReleaseId, ScheduleId, Sha256 } from '../../src/model/ids.ts'
import type { Page } from '../../src/model/page.ts'
import type { Head, LoopItem, Programme, Segment } from '../../src/model/programme.ts'
import { canonicalJson } from '../../src/programme/canonical.ts'

export const sha256 = (text: string): Sha256 =>
  createHash('sha256').update(text, 'utf8').digest('hex') as Sha256

/** A page told from others by its `name`, which is drawn on it. */
export const buildPage = (name: string, dwellMs = 15_000, part: Partial<Page> = {}): Page => ({
  width: 160,
  height: 80,
  ground: '#000000',
  dwellMs,
  template: 'slogan@1',
  ops: [
    {
      op: 'text',
      font: 'pixel',
      size: 16,
      y: 20,
      xs: Array.from(name, (_, i) => i * 16),
      text: name,
      fill: '#FFFFFF',
    },
  ],
  ...part,
})

export const pageName = (page: Page): Sha256 => sha256(canonicalJson(page))

export const buildItem = (name: string, page: Page): LoopItem => ({
  release: `release-${name}` as ReleaseId,
  content: `content-${name}` as ContentId,
  page: pageName(page),
})

export const buildSegment = (part: Partial<Segment> = {}): Segment => ({
  from: 0,
  until: 3_600_000,
  anchor: 0,
  loop: null,
  level: null,
  dark: false,
  why: [],
  ...part,
})

/** `loops`: each a list of [name, dwellMs]; one page a release. Without segments one covers the first hour. */
export const buildProgramme = (
  loops: readonly (readonly (readonly [name: string, dwellMs: number])[])[] = [[['案', 15_000]]],
  part: Partial<Programme> = {},
): Programme => {
  const card = buildPage('银盾', 20_000)
  const pages: Record<string, Page> = { [pageName(card)]: card }
  const built = loops.map((loop) =>
    loop.map(([name, dwellMs]) => {
      const page = buildPage(name, dwellMs)
      pages[pageName(page)] = page
      return buildItem(name, page)
    }),
  )
  return {
    format: 1,
    town: '五间镇',
    group: '0123456789abcdef' as GroupKey,
    grid: { width: 160, height: 80 },
    pages,
    loops: built,
    segments: [
      buildSegment({
        loop: 0,
        level: 'daily',
        why: [
          {
            schedule: 'schedule-1' as ScheduleId,
            playlist: 'playlist-1' as PlaylistId,
            won: true,
            reason: 'HIGHEST_LEVEL',
          },
        ],
      }),
    ],
    fallback: [pageName(card)],
    assets: {},
    fonts: [],
    ...part,
  }
}

export const buildHead = (part: Partial<Head> = {}): Head => ({
  town: '五间镇',
  group: '0123456789abcdef' as GroupKey,
  sequence: 1,
  programme: sha256('programme'),
  activateAt: 1_000,
  leaseUntil: 1_000 + 30 * 86_400_000,
  revoked: [],
  ...part,
})

const arbLoop = fc
  .array(fc.tuple(fc.constantFrom('甲', '乙', '丙', '丁', '戊'), fc.integer({ min: 1000, max: 9000 })), {
    minLength: 1,
    maxLength: 5,
  })
  .map((loop) => loop as [string, number][])

const arbSegments = (loops: number): fc.Arbitrary<Segment[]> =>
  fc
    .tuple(
      fc.integer({ min: -50_000, max: 50_000 }),
      fc.array(
        fc.record({
          length: fc.integer({ min: 1, max: 40_000 }),
          shift: fc.integer({ min: -60_000, max: 60_000 }),
          loop: fc.option(fc.nat({ max: loops - 1 })),
          dark: fc.boolean(),
        }),
        { maxLength: 5 },
      ),
    )
    .map(([start, parts]) => {
      let from = start
      return parts.map(({ length, shift, loop, dark }) => {
        const segment = buildSegment({
          from,
          until: from + length,
          anchor: from + shift,
          loop: dark ? null : loop,
          level: dark || loop === null ? null : 'daily',
          dark,
        })
        from += length
        return segment
      })
    })

/** Small programmes of any shape around instant 0, for property tests. */
export const arbProgramme: fc.Arbitrary<Programme> = fc
  .array(arbLoop, { minLength: 1, maxLength: 3 })
  .chain((loops) => arbSegments(loops.length).map((segments) => buildProgramme(loops, { segments })))

export const arbRevoked: fc.Arbitrary<ReleaseId[]> = fc.subarray([
  'release-甲',
  'release-乙',
  'release-丙',
  'release-丁',
  'release-戊',
] as ReleaseId[])
