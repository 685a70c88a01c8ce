import type { CollectionBeforeChangeHook } from 'payload'
import { refuse } from '../../src/errors/refusal.ts'
import { DOMAINS, hotlineBody } from '../../src/programme/digest.ts'
import { civilOf, TOWN_ZONE } from '../../src/time/index.ts'
import { ports } from '../base/ports.ts'
import { sealHolds } from './seals.ts'

const DIGITS = /^[0-9]{3,12}$/

export type HotlineRow = {
  readonly id: string
  readonly number?: string | null
  readonly label?: string | null
  readonly prompt?: string | null
  readonly scope?: string | null
  readonly source?: string | null
  readonly verifiedOn?: string | null
  readonly seal?: string | null
}

/** What the seal of a hotline stands for; a missing word is an empty one. */
export const bodyOfHotline = (row: Partial<HotlineRow>): string =>
  hotlineBody({
    number: row.number ?? '',
    label: row.label ?? '',
    prompt: row.prompt ?? '',
    scope: row.scope ?? '',
    source: row.source ?? '',
    verifiedOn: row.verifiedOn ? civilOf(Date.parse(row.verifiedOn), TOWN_ZONE).date : '',
  })

export const hotlineHolds = (row: HotlineRow): boolean =>
  typeof row.seal === 'string' && sealHolds(DOMAINS.hotline, bodyOfHotline(row), row.seal)

/** CMS-5: a number that was changed behind the product has no valid seal and goes to no screen. */
export const sealHotline: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const row = { ...(originalDoc as Partial<HotlineRow> | undefined), ...(data as Partial<HotlineRow>) }
  if (!DIGITS.test(row.number ?? '')) refuse('HOTLINE_NUMBER', { field: 'number', got: row.number ?? '' })
  return { ...data, seal: ports().seal(DOMAINS.hotline, bodyOfHotline(row)) }
}
