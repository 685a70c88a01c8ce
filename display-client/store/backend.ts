/** Raw keys and values in two stores; `write` is one transaction: all of it or none (I9). */
export type StoreName = 'objects' | 'records'

export type Put = { readonly store: StoreName; readonly key: string; readonly value: unknown }
export type Removal = { readonly store: StoreName; readonly key: string }

export type Backend = {
  readonly get: (store: StoreName, key: string) => Promise<unknown>
  readonly keys: (store: StoreName) => Promise<readonly string[]>
  readonly write: (puts: readonly Put[], removals?: readonly Removal[]) => Promise<void>
}

/** The disk is full, as far as this origin goes. */
export const isQuotaError = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && (error as { name?: unknown }).name === 'QuotaExceededError'
