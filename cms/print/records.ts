import type { Payload } from 'payload'
import { sheetWordsOf } from '../../src/content/index.ts'
import { refuse } from '../../src/errors/refusal.ts'
import type { FrozenContent } from '../../src/model/content.ts'
import type { UnitId } from '../../src/model/ids.ts'
import type { Contact, HotlineFacts, PrintSource } from '../../src/poster/sheet.ts'
import { ports } from '../base/ports.ts'
import { hotlineHolds, type HotlineRow } from '../records/hotline-seal.ts'
import { unitHolds } from '../records/unit-seal.ts'
import { townHolds, type TownRow } from '../records/town-seal.ts'
import type { Scope } from '../audit/decisions.ts'
import { rowsOf } from '../records/rows.ts'
import type { Verified } from '../town/verified.ts'

export type UnitRow = {
  readonly id: string
  readonly name: string
  readonly kind: 'town' | 'department' | 'village'
  readonly fullName?: string | null
  readonly contactName?: string | null
  readonly contactNumber?: string | null
  readonly seal?: string | null
}

type HotlineRecord = HotlineRow & { readonly verifiedBy?: string | null; readonly confirmBy?: string | null }

/** The records that stand beside a release on a sheet, read once for any number of sheets. */
export type Records = {
  readonly town: string
  readonly demo: boolean
  readonly units: readonly UnitRow[]
  readonly hotlines: readonly HotlineRecord[]
  /** Origin phones can reach, or null. */
  readonly publicUrl: string | null
}

/** Refuses TOWN_TAMPERED: the town's name stands on every sheet. */
export const readRecords = async (
  payload: Payload,
  publicUrl: string | null,
  req?: Scope['req'],
): Promise<Records> => {
  const within = req ? { req } : {}
  const row = (await payload.db.findGlobal({ slug: 'town', ...within })) as
    (TownRow & { demo?: boolean | null }) | null
  if (row?.name && !townHolds(row)) refuse('TOWN_TAMPERED', { hint: 'globals/town' })
  return {
    town: row?.name ?? '',
    demo: row?.demo ?? false,
    units: await rowsOf<UnitRow>(payload, 'units', { sort: 'name', ...within }),
    hotlines: await rowsOf<HotlineRecord>(payload, 'hotlines', within),
    publicUrl,
  }
}

/** Villages first: posters are mostly theirs. */
export const villagesFirst = (units: readonly UnitRow[]): readonly UnitRow[] => [
  ...units.filter(({ kind }) => kind === 'village'),
  ...units.filter(({ kind }) => kind !== 'village'),
]

export const contactOf = (unit: UnitRow | undefined): Contact | null =>
  unit?.contactName && unit.contactNumber ? { name: unit.contactName, number: unit.contactNumber } : null

/** Refuses UNIT_TAMPERED: sheets are signed with this name. */
const sealed = (unit: UnitRow): UnitRow =>
  unitHolds(unit) ? unit : refuse('UNIT_TAMPERED', { field: 'unit', got: unit.name, hint: unit.id })

/** The office that answers for the content, by its full name; the town itself where the content names none. */
export const issuerOf = ({ unit }: FrozenContent, { units, town }: Records): string => {
  const found = units.find(({ id }) => id === unit) ?? units.find(({ kind }) => kind === 'town')
  if (!found) return town
  const office = sealed(found)
  if (office.fullName) return office.fullName
  return office.kind === 'town' || office.name.startsWith(town) ? office.name : `${town}${office.name}`
}

export const nameOfUnit = ({ units }: Records, unit: string): string => {
  const found = units.find(({ id }) => id === unit)
  return found ? sealed(found).name : ''
}

const ADMINISTRATOR = '管理员'

/**
 * The record of the number that was released. The words printed are the released ones; the record only says how long
 * ago somebody called the number, so a number without a record counts as never confirmed. Refuses HOTLINE_TAMPERED.
 */
const hotlineFacts = ({ hotline }: FrozenContent, { hotlines }: Records): HotlineFacts => {
  const rows = hotlines.filter(({ number }) => number === hotline.number)
  const [bad] = rows.filter((row) => !hotlineHolds(row))
  if (bad) refuse('HOTLINE_TAMPERED', { field: 'hotline', hint: bad.id })
  const dated = rows.map((row) => ({ row, at: row.verifiedOn ? Date.parse(row.verifiedOn) : 0 }))
  const newest = dated.toSorted((a, b) => b.at - a.at)[0]
  const confirmBy = newest?.row.confirmBy || newest?.row.verifiedBy || ADMINISTRATOR
  return { ...hotline, verifiedAt: newest?.at ?? 0, confirmBy }
}

/** The records a sheet for `unit` is made of. Refuses FIELD_INVALID when there is no such unit. */
export const sourceOf = (
  { row, frozen, releases }: Verified,
  records: Records,
  unit: string,
): PrintSource => {
  const village =
    records.units.find(({ id }) => id === unit) ?? refuse('FIELD_INVALID', { field: 'unit', got: unit })
  const ending = releases.endingOf(row)
  return {
    release: row.id as PrintSource['release'],
    words: sheetWordsOf(ports().kinds, frozen),
    edition: releases.editionOf(row),
    releasedAt: Date.parse(row.releasedAt),
    validUntil: frozen.validUntil,
    withdrawnAt: ending?.why === 'withdrawn' ? ending.since : null,
    hotline: hotlineFacts(frozen, records),
    town: records.town,
    issuer: issuerOf(frozen, records),
    unit: { id: village.id as UnitId, name: sealed(village).name },
    demo: records.demo,
    publicUrl: records.publicUrl,
  }
}
