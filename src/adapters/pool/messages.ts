import type { ErrorCode } from '../../errors/codes.ts'
import type { RefusalDetail } from '../../errors/refusal.ts'

export type Fault = { readonly code: ErrorCode; readonly detail: RefusalDetail }

/** What a child says; the first message is `ready`. `rss` in bytes; `as`: which of its engines came up, where it has several. */
export type ChildMessage<Result> =
  | { readonly kind: 'ready'; readonly as: string }
  /** The job is here and about to be done: what happens to the child from now on, the job did. */
  | { readonly kind: 'begun'; readonly id: number }
  | { readonly kind: 'done'; readonly id: number; readonly rss: number; readonly result: Result }
  | { readonly kind: 'fault'; readonly id: number; readonly rss: number; readonly fault: Fault }

export type ParentMessage<Job> = { readonly id: number; readonly job: Job }
