import type { Refusal } from '../errors/refusal.ts'
import { LEVELS } from '../model/level.ts'
import type { Page } from '../model/page.ts'
import {
  SCHEDULE_REASONS,
  type AssetEntry,
  type FontEntry,
  type LoopItem,
  type Programme,
  type ScheduleVerdict,
  type Segment,
} from '../model/programme.ts'
import { exact, filled, list, mapOf, matches, oneOf, orNull, truth, whole } from '../shape/shape.ts'
import { pageCheck, sha256 } from './page-check.ts'
import { malformed, orRefusal } from './refused.ts'

export const groupKey = matches(/^[0-9a-f]{16}$/, 'group key')

const verdict = exact<ScheduleVerdict>({
  schedule: filled,
  playlist: filled,
  won: truth,
  reason: oneOf(SCHEDULE_REASONS),
})

const programmeCheck = exact<Programme>({
  format: oneOf([1]),
  town: filled,
  group: groupKey,
  grid: exact<Programme['grid']>({ width: whole(1), height: whole(1) }),
  pages: mapOf(sha256, pageCheck),
  loops: list(list(exact<LoopItem>({ release: filled, content: filled, page: sha256 }), 1)),
  segments: list(
    exact<Segment>({
      from: whole(),
      until: whole(),
      anchor: whole(),
      loop: orNull(whole(0)),
      level: orNull(oneOf(LEVELS)),
      dark: truth,
      why: list(verdict),
    }),
  ),
  fallback: list(sha256, 1),
  assets: mapOf(sha256, exact<AssetEntry>({ bytes: whole(1), type: filled })),
  fonts: list(exact<FontEntry>({ font: oneOf(['sans', 'pixel']), sha256 })),
})

const checkPage = (programme: Programme, page: Page, path: string): void => {
  const { width, height } = programme.grid
  if (page.width !== width || page.height !== height) malformed(path, `page of ${width}×${height} wanted`)
  for (const op of page.ops) {
    if (op.op === 'image' && !programme.assets[op.asset]) malformed(path, `asset ${op.asset} missing`)
  }
}

const checkSegments = (programme: Programme): void => {
  let end: number | null = null
  programme.segments.forEach((segment, i) => {
    const path = `segments[${i}]`
    if (segment.until <= segment.from) malformed(`${path}.until`, 'an end after the start wanted')
    if (end !== null && segment.from !== end) malformed(`${path}.from`, 'no gap and no overlap wanted')
    if (segment.loop !== null && !programme.loops[segment.loop]) malformed(`${path}.loop`, 'no such loop')
    if (segment.loop !== null && segment.dark) malformed(`${path}.dark`, 'a dark segment plays no loop')
    end = segment.until
  })
}

/** Self-contained: whatever is named is there (PRG-5). */
const checkReferences = (programme: Programme): void => {
  const { pages } = programme
  for (const name of Object.keys(pages)) checkPage(programme, pages[name] as Page, `pages.${name}`)
  programme.fallback.forEach((page, i) => {
    if (!pages[page]) malformed(`fallback[${i}]`, 'no such page')
  })
  programme.loops.forEach((loop, l) =>
    loop.forEach((item, i) => {
      if (!pages[item.page]) malformed(`loops[${l}][${i}].page`, 'no such page')
    }),
  )
  checkSegments(programme)
}

/**
 * Reads a programme strictly: unknown members, dangling names, gaps between segments and pages of another size are
 * refused (PROGRAMME_INVALID, `field` is the path). That the text has the wanted SHA-256 is the caller's check.
 */
export const parseProgramme = (body: string): Programme | Refusal =>
  orRefusal('PROGRAMME_INVALID', () => {
    const value: unknown = JSON.parse(body)
    programmeCheck(value, '')
    checkReferences(value as Programme)
    return value as Programme
  })
