import type { BroughtIn } from '../../content/index.ts'

/** A file as it came, with the name it had on the sender's machine, and the collection it is brought to. */
export type OfficeJob = { readonly bytes: Uint8Array; readonly name: string; readonly wanted: string }
export type OfficeAnswer = BroughtIn

const MB = 1024 * 1024

/**
 * A table of a thousand contents has a tenth of a megabyte; what is larger holds pictures. `unpacked` is of the parts that
 * are read, which are text: pictures are never unpacked.
 */
export const OFFICE_LIMITS = {
  bytes: 10 * MB,
  entries: 2_000,
  unpacked: 30 * MB,
  ratio: 200,
  cells: 200_000,
  blocks: 20_000,
} as const
