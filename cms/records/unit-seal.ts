import type { CollectionBeforeChangeHook } from 'payload'
import { canonicalJson } from '../../src/programme/canonical.ts'
import { ports } from '../base/ports.ts'
import { sealHolds } from './seals.ts'

const UNIT_DOMAIN = 'silver-shield/unit/1'

export type SealedUnit = {
  readonly name?: string | null
  readonly kind?: string | null
  readonly fullName?: string | null
  readonly seal?: string | null
}

const bodyOfUnit = ({ name, kind, fullName }: SealedUnit): string =>
  canonicalJson({ fullName: fullName ?? '', kind: kind ?? '', name: name ?? '' })

/** Whether a unit is called what an administrator saved. */
export const unitHolds = (row: SealedUnit): boolean =>
  typeof row.seal === 'string' && sealHolds(UNIT_DOMAIN, bodyOfUnit(row), row.seal)

/** PST-13: posters are signed with these names. */
export const sealUnit: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const row = { ...(originalDoc as SealedUnit | undefined), ...(data as SealedUnit) }
  return { ...data, seal: ports().seal(UNIT_DOMAIN, bodyOfUnit(row)) }
}
