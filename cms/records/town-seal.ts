import { signatureHolds } from './signatures.ts'

export type TownRow = { readonly name?: string | null; readonly seal?: string | null }

/** Whether the stored name is the one an administrator saved. */
export const townHolds = ({ name, seal }: TownRow): boolean =>
  typeof name === 'string' && typeof seal === 'string' && signatureHolds('town', { name }, seal, null)
