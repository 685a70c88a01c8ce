/** Raw keys and values in two shelves; `write` is one transaction: all of it or none (I9). */
export type Shelf = 'objects' | 'records'

export type Put = { readonly shelf: Shelf; readonly key: string; readonly value: unknown }
export type Removal = { readonly shelf: Shelf; readonly key: string }

export type Backend = {
  readonly get: (shelf: Shelf, key: string) => Promise<unknown>
  readonly keys: (shelf: Shelf) => Promise<readonly string[]>
  readonly write: (puts: readonly Put[], removals?: readonly Removal[]) => Promise<void>
}

/** The disk is full, as far as this origin goes. */
export const isQuotaError = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && (error as { name?: unknown }).name === 'QuotaExceededError'
