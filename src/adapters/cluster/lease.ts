import { randomUUID } from 'node:crypto'
import { link, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { Held, Lease } from '../../model/cluster.ts'
import type { Instant } from '../../model/ids.ts'
import { makeFolder } from '../disk/make-folder.ts'
import type { Clock } from '../process/clock.ts'

type LeaseRecord = {
  readonly holder: string
  readonly host: string
  readonly pid: number
  readonly until: Instant
}
type NumberedRecord = LeaseRecord & { readonly token: number }

/** Longer than any lease is given: one that says more was written while the clock was wrong. */
const LONGEST_MS = 600_000

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Who died on this machine needs no waiting for; what has our own number may be the first process of another container. */
const isDead = ({ host, pid }: Pick<LeaseRecord, 'host' | 'pid'>): boolean =>
  host === hostname() && pid !== process.pid && !isAlive(pid)

const recordIn = async (path: string): Promise<LeaseRecord | null> => {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as LeaseRecord
  } catch {
    return null
  }
}

export type LeaseOptions = {
  readonly folder: string
  readonly name: string
  readonly clock: Clock
  /** Whether who wrote that is gone for certain; asked only of others. */
  readonly isGone?: (record: { readonly host: string; readonly pid: number }) => boolean
}

/** Files `name.1`, `name.2` …, the number is the token; of two that make the next one the file system lets one. */
const filesOf = ({ folder, name }: LeaseOptions) => {
  const pathOf = (token: number): string => join(folder, `${name}.${token}`)
  const tokens = async (): Promise<readonly number[]> =>
    (await readdir(folder))
      .filter((file) => file.startsWith(`${name}.`))
      .map((file) => Number(file.slice(name.length + 1)))
      .filter((token) => Number.isSafeInteger(token) && token > 0)
      .toSorted((a, b) => b - a)
  const newest = async (): Promise<NumberedRecord | null> => {
    const [token] = await tokens()
    if (token === undefined) return null
    const record = await recordIn(pathOf(token))
    return { ...(record ?? { holder: '', host: '', pid: 0, until: 0 }), token }
  }
  /** Written whole before it has its name. */
  const place = async (
    token: number,
    record: LeaseRecord,
    put: (from: string, to: string) => Promise<void>,
  ) => {
    const draft = join(folder, `${randomUUID()}.part`)
    await writeFile(draft, JSON.stringify(record), { mode: 0o600 })
    try {
      await put(draft, pathOf(token))
    } finally {
      await rm(draft, { force: true })
    }
  }
  const clear = async (below: number): Promise<void> => {
    for (const token of await tokens()) if (token < below) await rm(pathOf(token), { force: true })
  }
  return { newest, place, clear }
}

/** A lease in a folder that the processes share. */
export const openLease = (options: LeaseOptions): Lease => {
  const { clock, isGone = isDead } = options
  makeFolder(options.folder)
  const files = filesOf(options)
  const holder = randomUUID()
  let mine: number | null = null

  const recordFor = (until: Instant): LeaseRecord => ({ holder, host: hostname(), pid: process.pid, until })
  const isFree = (one: NumberedRecord | null): boolean =>
    one === null ||
    one.until <= clock() ||
    one.until > clock() + LONGEST_MS ||
    (one.holder !== holder && isGone(one))

  const take = async (forMs: number): Promise<Held | null> => {
    const before = await files.newest()
    if (!isFree(before)) return null
    const token = (before?.token ?? 0) + 1
    const until = clock() + forMs
    try {
      await files.place(token, recordFor(until), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return null
      throw error
    }
    mine = token
    await files.clear(token)
    return { token, until }
  }

  const rewrite = async (until: Instant): Promise<Held | null> => {
    if (mine === null || (await files.newest())?.token !== mine) return null
    await files.place(mine, recordFor(until), rename)
    // Somebody may have taken it while this one was late.
    return (await files.newest())?.token === mine ? { token: mine, until } : null
  }

  return {
    take,
    renew: (forMs) => rewrite(clock() + forMs),
    letGo: async () => {
      await rewrite(0)
      mine = null
    },
    heldUntil: async () => {
      const one = await files.newest()
      return isFree(one) ? null : (one?.until ?? null)
    },
  }
}
