import { RefusalError } from '../../errors/refusal.ts'
import type { After } from './clock.ts'

/** State that is kept here and written in batches, apart from whoever told it. */
export type WriteBehind<Key, Value> = {
  readonly put: (key: Key, value: Value) => void
  /** Writes what waits; resolves when it is written, or could not be. Nothing is taken afterwards. */
  readonly stop: () => Promise<void>
}

type Part<Key, Value> = readonly (readonly [Key, Value])[]

type Options<Key, Value> = {
  readonly everyMs: number
  readonly merge: (older: Value, newer: Value) => Value
  /** Throws a RefusalError when the database cannot be written now; anything else is the part's own fault. */
  readonly write: (part: Part<Key, Value>) => Promise<void>
  readonly after: After
  /** Hears why something could not be written yet, or is left out. */
  readonly failed: (error: unknown) => void
}

/** Written at a time: a few milliseconds of the thread, then others have their turn. */
const PART = 200
const RETRY_MS = 2_000

const breath = (): Promise<void> => new Promise((next) => setImmediate(next))

/** A fault of the database is thrown, to be tried again; a value that no database takes is told and left out alone. */
const writeSound = async <Key, Value>(
  part: Part<Key, Value>,
  { write, failed }: Pick<Options<Key, Value>, 'write' | 'failed'>,
): Promise<void> => {
  try {
    await write(part)
  } catch (error) {
    if (error instanceof RefusalError) throw error
    if (part.length < 2) return failed(error)
    const half = part.length >> 1
    await writeSound(part.slice(0, half), { write, failed })
    await writeSound(part.slice(half), { write, failed })
  }
}

/**
 * Remembers the newest state of each key and writes it after `everyMs`, a part at a time. A crash loses what was told
 * within that time, a fault of the database nothing: what waits is one value a key, however long it lasts (I10, I15).
 */
export const writeBehind = <Key, Value>(options: Options<Key, Value>): WriteBehind<Key, Value> => {
  const { everyMs, merge, after, failed } = options
  const waiting = new Map<Key, Value>()
  let writing: Promise<boolean> | null = null
  let cancel: (() => void) | null = null
  let stopped = false

  const keep = (key: Key, value: Value): void => {
    const newer = waiting.get(key)
    waiting.set(key, newer === undefined ? value : merge(value, newer))
  }

  /** The values that wait now; those that come while they are written gather for the next time. */
  const writeAll = async (): Promise<boolean> => {
    const keys = [...waiting.keys()]
    for (let from = 0; from < keys.length; from += PART) {
      const part = keys.slice(from, from + PART).map((key) => [key, waiting.get(key) as Value] as const)
      for (const [key] of part) waiting.delete(key)
      try {
        await writeSound(part, options)
      } catch (error) {
        for (const [key, value] of part) keep(key, value)
        failed(error)
        return false
      }
      await breath()
    }
    return true
  }

  const plan = (ms: number): void => {
    cancel ??= after(ms, () => {
      cancel = null
      void flush()
    })
  }

  const flush = (): Promise<boolean> => {
    writing ??= writeAll().then((all) => {
      writing = null
      if (waiting.size > 0 && !stopped) plan(all ? everyMs : RETRY_MS)
      return all
    })
    return writing
  }

  return {
    put: (key, value) => {
      if (stopped) return
      const older = waiting.get(key)
      waiting.set(key, older === undefined ? value : merge(older, value))
      if (!writing) plan(everyMs)
    },
    stop: async () => {
      stopped = true
      cancel?.()
      await flush()
      // What came while the last part was written.
      await flush()
    },
  }
}
