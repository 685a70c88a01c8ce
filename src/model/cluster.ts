/**
 * What several processes of one town would have to share, each behind a port of its own. Behind them stand the memory of
 * this process and files of DATA_DIR today (src/adapters/cluster); a database may stand there later, so all is asynchronous.
 */
import type { Instant } from './ids.ts'

/** A feed: what is published is heard by all who listen, in the order it was published. */
export type Changes<Change> = {
  /** Resolves when who listens has been told, and never rejects: what was written is written. One that throws keeps nothing from the others. */
  readonly publish: (change: Change) => Promise<void>
  /** Answers how to stop listening. */
  readonly listen: (hear: (change: Change) => void) => () => void
}

/** Its token is higher than that of everybody who held the lease before: a fence against who wakes up late. */
export type Held = { readonly token: number; readonly until: Instant }

/** One holder at a time. It ends by itself at `until`, so that nobody who died keeps it. */
export type Lease = {
  /** For so many milliseconds from now; null while somebody else holds it. */
  readonly take: (forMs: number) => Promise<Held | null>
  /** The same token, longer; null when somebody else has taken it meanwhile. */
  readonly renew: (forMs: number) => Promise<Held | null>
  readonly letGo: () => Promise<void>
  /** Until when it is held, by whomever; null when it is free. Who holds it and lives moves this on. */
  readonly heldUntil: () => Promise<Instant | null>
}

/** Who is on the line. `line` is one connection: a late goodbye of an older one changes nothing. */
export type Presence<Id> = {
  readonly came: (id: Id, line: string) => Promise<void>
  readonly left: (id: Id, line: string) => Promise<void>
  readonly isThere: (id: Id) => Promise<boolean>
}

/** A job that runs here. `signal` is an AbortSignal, which pure rooms do not know; it aborts when it is to stop; `progress` says how many parts are done. */
export type RunningJob<Signal> = { readonly signal: Signal; readonly progress: (done: number) => void }

/** Long work while it runs: how far it is, and a way to stop it. What must outlive the process stands in the records. */
export type Jobs<Signal> = {
  /** Never settles once the town stops: such work is found unfinished at the next start, as after a crash. */
  readonly run: <T>(id: string, work: (job: RunningJob<Signal>) => Promise<T>) => Promise<T>
  /** Parts done; null for what does not run. */
  readonly done: (id: string) => Promise<number | null>
  readonly stop: (id: string) => Promise<void>
  /** Stops all, and runs nothing any more. */
  readonly close: () => Promise<void>
}

/** A bucket of `burst` that fills evenly by `perSecond`. */
export type Rate = { readonly burst: number; readonly perSecond: number }

export type Rates = {
  /** Takes one from the bucket of that name: null, or the instant from which there is one again. */
  readonly take: (name: string, rate: Rate) => Promise<Instant | null>
}

/** Lines kept outside the database. */
export type Witness = {
  /** On the disk when it resolves. A line holds no line break. */
  readonly append: (line: string) => Promise<void>
  /** All of them, oldest first; one that a power cut tore is none. */
  readonly replay: () => Promise<readonly string[]>
  /** These in place of all before, or nothing changes. */
  readonly restart: (lines: readonly string[]) => Promise<void>
}

/** Finished parts of a file that is being made, by names of letters, digits, `-` and `_`; on the disk when `put` resolves. */
export type KeptParts = {
  readonly put: (name: string, bytes: Uint8Array) => Promise<void>
  readonly get: (name: string) => Promise<Uint8Array | null>
}

/** Files that wait for who asked for them, by the id of what made them. */
export type KeptFiles = {
  /** The whole file; its parts are dropped. */
  readonly put: (id: string, bytes: Uint8Array) => Promise<void>
  readonly get: (id: string) => Promise<Uint8Array | null>
  /** The file and its parts. */
  readonly drop: (id: string) => Promise<void>
  /** Of files and of parts, each once. */
  readonly ids: () => Promise<readonly string[]>
  /** What a process that died left of this file, and where the next goes on. */
  readonly parts: (id: string) => KeptParts
}
