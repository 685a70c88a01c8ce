import type { ErrorCode } from '../errors/codes.ts'
import type { Sha256 } from '../model/ids.ts'
import type { Signed } from '../wire/fields.ts'
import type { Assignment, Head2 } from '../wire/papers.ts'
import type { Judging, Pinned } from './keys.ts'
import type { Time } from './lease.ts'
import type { Numbers } from './numbers.ts'
import type { Withdrawn } from './withdrawn.ts'

/** A head that was obeyed, and the age at which its lease ends. */
export type Held = { readonly signed: Signed; readonly head: Head2; readonly untilAge: number }

export type Assigned = { readonly signed: Signed; readonly assignment: Assignment }

/** A set that was named and is not here yet. */
export type Lacking = { readonly root: Sha256; readonly bytes: number }

/** All that belongs to one k, and begins afresh with another. */
export type Own = {
  readonly k: number
  readonly key: string
  /** null for a device that was let go before it was assigned anything under this k. */
  readonly assigned: Assigned | null
  readonly assignments: Numbers | null
  readonly numbers: Numbers | null
  readonly held: Held | null
  readonly withdrawn: Withdrawn
  /** The last set that all is held of, where more is held than that. */
  readonly holds: Sha256 | null
  readonly lacking: Lacking | null
}

/** What a device believes, as it keeps it. */
export type Belief = {
  /** Its own key. */
  readonly device: string
  readonly pinned: Pinned
  /** null before its first welcome on wire 2. */
  readonly own: Own | null
}

/** What a judgement stands on beside what is held: time, age, what is known of contents, and the tools. */
export type Standing = Judging & {
  readonly time: Time
  readonly age: number
  /** The highest edition of a content in what plays here; 0 where none is. */
  readonly editionOf: (content: string) => number
}

export type Fault = ErrorCode

/** `fault`: why something of it was not taken. What was not taken has changed nothing. */
export type Judged<T> = { readonly value: T; readonly fault: Fault | null }

export const taken = <T>(value: T): Judged<T> => ({ value, fault: null })
export const refusedAs = <T>(value: T, fault: Fault): Judged<T> => ({ value, fault })
