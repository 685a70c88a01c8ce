import type { Row } from '../../writing/values.ts'

/** Words that were typed and not stored yet, as they lie on this machine. */
export type Kept = { readonly words: Row; readonly madeFrom: Row; readonly at: number }

type BrowserStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** Words older than this are dropped: nobody remembers what they were for. */
const KEPT_MS = 30 * 86_400_000
const ROOM = 'ss-kept/'

/** The key under which one person's words on one row are kept; each open page of the row adds a part of its own. */
export const placeOf = (person: string, row: string): string => `${ROOM}${person}/${row}/`

const keysOn = (storage: BrowserStorage): readonly string[] =>
  Array.from({ length: storage.length }, (_, i) => storage.key(i)).filter(
    (key): key is string => key?.startsWith(ROOM) ?? false,
  )

const readAt = (storage: BrowserStorage, key: string): Kept | undefined => {
  try {
    const kept = JSON.parse(storage.getItem(key) ?? 'null') as Partial<Kept> | null
    return kept && typeof kept.at === 'number' && kept.words && kept.madeFrom ? (kept as Kept) : undefined
  } catch {
    return undefined
  }
}

/** A browser may forbid its storage or have it full; the page still saves to the server. */
const quietly = <T>(work: () => T, otherwise: T): T => {
  try {
    return work()
  } catch {
    return otherwise
  }
}

export const keepAt = (storage: BrowserStorage, key: string, kept: Kept): void =>
  quietly(() => storage.setItem(key, JSON.stringify(kept)), undefined)

export const forgetAt = (storage: BrowserStorage, key: string): void =>
  quietly(() => storage.removeItem(key), undefined)

/** What lies there of one row, all pages joined, the newest word for each field; what is too old is thrown away. */
export const keptIn = (storage: BrowserStorage, place: string, now: number): Kept | undefined =>
  quietly(() => {
    for (const key of keysOn(storage))
      if (now - (readAt(storage, key)?.at ?? 0) > KEPT_MS) storage.removeItem(key)
    const found = keysOn(storage)
      .filter((key) => key.startsWith(place))
      .flatMap((key) => readAt(storage, key) ?? [])
      .sort((a, b) => a.at - b.at)
    return found.length === 0
      ? undefined
      : found.reduce((one, other) => ({
          words: { ...one.words, ...other.words },
          madeFrom: { ...one.madeFrom, ...other.madeFrom },
          at: other.at,
        }))
  }, undefined)

export const forgetIn = (storage: BrowserStorage, place: string): void =>
  quietly(() => {
    for (const key of keysOn(storage)) if (key.startsWith(place)) storage.removeItem(key)
  }, undefined)
