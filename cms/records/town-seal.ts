import { canonicalJson } from '../../src/programme/canonical.ts'
import { DOMAINS } from '../../src/programme/digest.ts'
import { sealHolds } from './seals.ts'

export type TownRow = { readonly name?: string | null; readonly seal?: string | null }

export const bodyOfTown = (name: string): string => canonicalJson({ name })

/** Whether the stored name is the one an administrator saved. */
export const townHolds = ({ name, seal }: TownRow): boolean =>
  typeof name === 'string' && typeof seal === 'string' && sealHolds(DOMAINS.town, bodyOfTown(name), seal)
