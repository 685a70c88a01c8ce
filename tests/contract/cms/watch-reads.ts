import type { Payload } from 'payload'

type Call = (...args: unknown[]) => Promise<unknown>
const READS = [
  'find',
  'findLean',
  'countLean',
  'findOne',
  'findVersions',
  'queryDrafts',
  'count',
  'findGlobal',
] as const

/** Puts `around` in the way of some functions of the adapter while `work` runs. */
const during = async <T>(
  payload: Payload,
  names: readonly string[],
  around: (name: string, original: Call) => Call,
  work: () => Promise<T>,
): Promise<T> => {
  const db = payload.db as unknown as Record<string, Call>
  const originals = names.map((name) => [name, db[name]] as const)
  for (const [name, original] of originals) if (original) db[name] = around(name, original.bind(payload.db))
  try {
    return await work()
  } finally {
    for (const [name, original] of originals) if (original) db[name] = original
  }
}

const docsIn = (answer: unknown): readonly Record<string, unknown>[] => {
  const docs = (answer as { docs?: unknown } | null)?.docs
  if (Array.isArray(docs)) return docs as Record<string, unknown>[]
  return typeof answer === 'object' && answer !== null ? [answer as Record<string, unknown>] : []
}

export type Cost = {
  readonly queries: number
  readonly rows: number
  /** Names of all fields that came out of the append-only rows. */
  readonly fields: ReadonlySet<string>
}

/** What `work` asks of the database. */
export const watchReads = async (payload: Payload, work: () => Promise<unknown>): Promise<Cost> => {
  let [queries, rows] = [0, 0]
  const fields = new Set<string>()
  const count =
    (_name: string, original: Call): Call =>
    async (...args) => {
      const answer = await original(...args)
      queries += 1
      for (const doc of docsIn(answer)) {
        rows += 1
        for (const [name, value] of Object.entries(doc)) if (value != null) fields.add(name)
      }
      return answer
    }
  await during(payload, READS, count, work)
  return { queries, rows, fields }
}

export type Turns<T> = {
  readonly result: T
  /** Most rows of the audit that were read within one turn of the event loop. */
  readonly most: number
  /** Most rows that were written within one turn. */
  readonly created: number
  /** Reads that were begun in each turn in which there were any. */
  readonly readsInOneTurn: readonly number[]
}

/** What `work` does to the database in one turn of the event loop, at most. */
export const watchTurns = async <T>(payload: Payload, work: () => Promise<T>): Promise<Turns<T>> => {
  let turn = 0
  let running = true
  const next = (): void => {
    turn += 1
    if (running) setImmediate(next)
  }
  setImmediate(next)
  const counts = {
    audit: new Map<number, number>(),
    create: new Map<number, number>(),
    reads: new Map<number, number>(),
  }
  const add = (to: Map<number, number>, count: number) => to.set(turn, (to.get(turn) ?? 0) + count)
  const watch =
    (name: string, original: Call): Call =>
    async (...args) => {
      if (name === 'create') add(counts.create, 1)
      else add(counts.reads, 1)
      const answer = await original(...args)
      if ((args[0] as { collection?: string } | undefined)?.collection === 'audit' && name === 'find')
        add(counts.audit, docsIn(answer).length)
      return answer
    }
  try {
    const result = await during(payload, [...READS, 'create'], watch, work)
    const most = (of: Map<number, number>) => Math.max(0, ...of.values())
    return {
      result,
      most: most(counts.audit),
      created: most(counts.create),
      readsInOneTurn: [...counts.reads.values()],
    }
  } finally {
    running = false
  }
}

/** Runs `work`, and `act` once right after its read number `after`; answers whether it came to so many. */
export const afterRead = async <T>(
  payload: Payload,
  after: number,
  act: () => Promise<void>,
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly happened: boolean }> => {
  let reads = 0
  const watch =
    (_name: string, original: Call): Call =>
    async (...args) => {
      const answer = await original(...args)
      reads += 1
      if (reads === after) await act()
      return answer
    }
  const result = await during(payload, READS, watch, work)
  return { result, happened: reads >= after }
}
