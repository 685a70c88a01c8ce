import type { CollectionBeforeChangeHook } from 'payload'
import { refuse } from '../../src/errors/refusal.ts'
import type { RecordBodies } from '../../src/signed/records.ts'
import { civilOf, TOWN_ZONE } from '../../src/time/index.ts'
import { ports } from '../base/ports.ts'
import { signatureHolds } from './signatures.ts'

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

/** What the signature of a hotline covers; a missing word is an empty one. */
const bodyOfHotline = (row: Partial<HotlineRow>): RecordBodies['hotline'] => ({
  number: row.number ?? '',
  label: row.label ?? '',
  prompt: row.prompt ?? '',
  scope: row.scope ?? '',
  source: row.source ?? '',
  verifiedOn: row.verifiedOn ? civilOf(Date.parse(row.verifiedOn), TOWN_ZONE).date : '',
})

export const hotlineHolds = (row: HotlineRow): boolean =>
  typeof row.seal === 'string' && signatureHolds('hotline', bodyOfHotline(row), row.seal, null)

/** CMS-5: a number that was changed behind the product has no valid seal and goes to no screen. */
export const sealHotline: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const row = { ...(originalDoc as Partial<HotlineRow> | undefined), ...(data as Partial<HotlineRow>) }
  if (!DIGITS.test(row.number ?? '')) refuse('HOTLINE_NUMBER', { field: 'number', got: row.number ?? '' })
  return { ...data, seal: ports().sign('hotline', bodyOfHotline(row)) }
}
