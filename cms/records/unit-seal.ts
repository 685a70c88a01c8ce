import type { CollectionBeforeChangeHook } from 'payload'
import type { RecordBodies } from '../../src/signed/records.ts'
import { ports } from '../base/ports.ts'
import { signatureHolds } from './signatures.ts'

export type SealedUnit = {
  readonly name?: string | null
  readonly kind?: string | null
  readonly fullName?: string | null
  readonly seal?: string | null
}

const bodyOfUnit = ({ name, kind, fullName }: SealedUnit): RecordBodies['unit'] => ({
  fullName: fullName ?? '',
  kind: kind ?? '',
  name: name ?? '',
})

/** Whether a unit is called what an administrator saved. */
export const unitHolds = (row: SealedUnit): boolean =>
  typeof row.seal === 'string' && signatureHolds('unit', bodyOfUnit(row), row.seal, null)

/** PST-13: posters are signed with these names. */
export const sealUnit: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const row = { ...(originalDoc as SealedUnit | undefined), ...(data as SealedUnit) }
  return { ...data, seal: ports().sign('unit', bodyOfUnit(row)) }
}
