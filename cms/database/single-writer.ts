/**
 * The single-writer queue around either adapter. SQLite has one writer by nature and says SQLITE_BUSY to the second
 * (docs/decisions/0001); on MongoDB the audit chain makes every write touch the same tail, so two at once would
 * conflict. A hook that writes without passing `req` waits for its own transaction and is refused with DATABASE_BUSY.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { isolateObjectProperty, type BaseDatabaseAdapter, type PayloadRequest } from 'payload'
import { dropAnnouncements, fireAnnouncements } from '../base/announce.ts'
import { runEndings } from './endings.ts'
import { faultOfDatabase } from './faults.ts'
import type { Queue, Release } from './queue.ts'
import { withholdValues } from './withhold.ts'

const WRITES = [
  'create',
  'updateOne',
  'updateMany',
  'deleteOne',
  'deleteMany',
  'createVersion',
  'updateVersion',
  'deleteVersions',
  'createGlobal',
  'updateGlobal',
  'createGlobalVersion',
  'updateGlobalVersion',
  'upsert',
  'updateJobs',
] as const

type Id = number | string
type Args = { readonly req?: Partial<PayloadRequest>; readonly collection?: string }
type Write = (args: Args) => Promise<unknown>
type Exclusive = <T>(req: Partial<PayloadRequest> | undefined, work: () => Promise<T>) => Promise<T>

type First = <T>(begin: () => Promise<T>) => Promise<T>

const EXCLUSIVE = Symbol.for('silver-shield.exclusive')
const FIRST = Symbol.for('silver-shield.first')
type Wrapped = { [EXCLUSIVE]?: Exclusive; [FIRST]?: First }

/** Runs `work` as the only writer: inside the transaction of `req` if it holds the turn, else on a turn of its own. */
export const asOnlyWriter: (db: BaseDatabaseAdapter) => Exclusive = (db) => (req, work) => {
  const exclusive = (db as Wrapped)[EXCLUSIVE]
  return exclusive ? exclusive(req, work) : work()
}

/**
 * Lets the transaction that `begin` opens go before all that wait: what screens must hear now waits for no receipts.
 */
export const goingFirst: (db: BaseDatabaseAdapter) => First = (db) => (begin) => {
  const first = (db as Wrapped)[FIRST]
  return first ? first(begin) : begin()
}

/**
 * On MongoDB Payload forgets a document's lock outside the transaction that holds the turn, on purpose. Its own
 * housekeeping leaves no rows in the audit, so it need not wait.
 */
const passesBy = (adapter: string, { req, collection }: Args): boolean =>
  adapter === 'mongoose' && req === undefined && (collection?.startsWith('payload-') ?? false)

type Turns = {
  /** Whether `req` runs inside a transaction, or the caller inside a write, that has the turn. */
  readonly holds: (req: Partial<PayloadRequest> | undefined) => Promise<boolean>
  readonly exclusive: Exclusive
  readonly first: AsyncLocalStorage<true>
  readonly told: <T>(work: () => Promise<T> | T) => Promise<T>
  readonly holders: Map<Id, Release>
  readonly queue: Queue
}

const makeTurns = (queue: Queue, dataDir: string): Turns => {
  const inside = new AsyncLocalStorage<true>()
  const first = new AsyncLocalStorage<true>()
  const holders = new Map<Id, Release>()
  const told: Turns['told'] = async (work) => {
    try {
      return await work()
    } catch (error) {
      throw faultOfDatabase(error, dataDir) ?? error
    }
  }
  const holds: Turns['holds'] = async (req) => {
    const id = await req?.transactionID
    return inside.getStore() === true || (id != null && holders.has(id))
  }
  const exclusive: Exclusive = async (req, work) => {
    if (await holds(req)) return told(work)
    const release = await queue.acquire()
    try {
      return await inside.run(true, () => told(work))
    } finally {
      release()
    }
  }
  return { holds, exclusive, first, told, holders, queue }
}

type Originals = Pick<BaseDatabaseAdapter, 'beginTransaction' | 'commitTransaction' | 'rollbackTransaction'>

/** A write outside any transaction gets one of its own where a bare write would not be safe (sqlite-writer.ts). */
const aloneOn =
  (db: BaseDatabaseAdapter, { beginTransaction, commitTransaction, rollbackTransaction }: Originals) =>
  async (args: Args, original: Write): Promise<unknown> => {
    const id = db.name === 'sqlite' ? await beginTransaction.call(db) : null
    if (id == null) return original.call(db, args)
    const req = isolateObjectProperty((args.req ?? {}) as PayloadRequest, 'transactionID')
    req.transactionID = id
    try {
      const result = await original.call(db, { ...args, req })
      await commitTransaction.call(db, id)
      return result
    } catch (error) {
      await rollbackTransaction.call(db, id)
      throw error
    }
  }

const thrown = (error: unknown): never => {
  throw error
}

/** Payload opens a transaction for each write of a job and leaves it open when that fails: its turn would never end. */
const endOf =
  (db: BaseDatabaseAdapter, { req }: Args) =>
  async (error: unknown): Promise<never> => {
    const id = await req?.transactionID
    if (id != null) await db.rollbackTransaction(id)
    return thrown(error)
  }

const wrapWrites = (db: BaseDatabaseAdapter, turns: Turns, originals: Originals): void => {
  const alone = aloneOn(db, originals)
  const writes = db as unknown as Record<string, Write | undefined>
  for (const name of WRITES) {
    const original = writes[name]
    if (!original) continue
    writes[name] = async (args) => {
      const covered = (await turns.holds(args.req)) || passesBy(db.name, args)
      if (covered)
        return turns
          .told(() => original.call(db, args))
          .catch(name === 'updateJobs' ? endOf(db, args) : thrown)
      return turns.exclusive(undefined, () => alone(args, original))
    }
  }
}

const wrapTransactions = (db: BaseDatabaseAdapter, turns: Turns, originals: Originals): void => {
  const { holders, queue, told, first } = turns
  db.beginTransaction = async (options) => {
    const release = await queue.acquire(first.getStore())
    try {
      const id = await told(() => originals.beginTransaction.call(db, options))
      if (id == null) release()
      else holders.set(id, release)
      return id
    } catch (error) {
      release()
      throw error
    }
  }
  const ended = async (
    incoming: Id | Promise<Id>,
    committed: boolean,
    end: (id: Id) => Promise<void> | void,
  ): Promise<Id> => {
    const id = await incoming
    try {
      await told(() => end(id))
      await runEndings(db, id, committed)
    } catch (error) {
      await runEndings(db, id, false)
      dropAnnouncements(db, id)
      throw error
    } finally {
      holders.get(id)?.()
      holders.delete(id)
    }
    return id
  }
  db.commitTransaction = async (incoming) =>
    await fireAnnouncements(db, await ended(incoming, true, (id) => originals.commitTransaction.call(db, id)))
  db.rollbackTransaction = async (incoming) =>
    dropAnnouncements(db, await ended(incoming, false, (id) => originals.rollbackTransaction.call(db, id)))
}

/** Wraps a connected adapter, once. `dataDir` is named when the database cannot be written. */
export const wrapWriter = (db: BaseDatabaseAdapter, queue: Queue, dataDir: string): void => {
  const wrapped = db as BaseDatabaseAdapter & Wrapped
  if (wrapped[EXCLUSIVE]) return
  withholdValues(db)
  const turns = makeTurns(queue, dataDir)
  const { beginTransaction, commitTransaction, rollbackTransaction } = db
  const originals: Originals = { beginTransaction, commitTransaction, rollbackTransaction }
  wrapped[EXCLUSIVE] = turns.exclusive
  wrapped[FIRST] = (begin) => turns.first.run(true, begin)
  wrapWrites(db, turns, originals)
  wrapTransactions(db, turns, originals)
}
