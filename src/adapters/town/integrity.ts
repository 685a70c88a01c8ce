import type { Payload } from 'payload'
import { changedReceivers } from '../../../cms/notices/changed.ts'
import { openInspection } from '../../../cms/town/inspect.ts'
import { tailStands, verifyAudit, type AuditTail } from '../../../cms/audit/verify.ts'
import { refusal, type Refusal } from '../../errors/refusal.ts'
import type { Clock } from '../process/clock.ts'
import type { Readiness } from '../web/health.ts'
import type { KeptTail } from './audit-tail.ts'
import type { Publisher } from '../publishing/publisher.ts'

/** Verifying reads the whole database, so an answer is given again to everybody who asks within this time. */
const FRESH_MS = 2_000
/** Looking through the tables costs more than the rest; whoever mends a row can wait this long until it shows. */
const INSPECTED_MS = 10_000
/** It is done this often even when nobody asks, so that the kept end of the chain is never long behind. */
const PATROL_MS = 300_000
/** A chain up to here is walked whole each time; a longer one now and then, and onwards from its tail in between. */
const SHORT_CHAIN = 5_000
const WHOLE_EVERY_MS = 600_000
const EMPTY: AuditTail = { seq: 0, hash: '0'.repeat(64) }

type Options = {
  readonly payload: Payload
  readonly publisher: Publisher
  readonly clock: Clock
  readonly tail: KeptTail
}

/** Answers the first break of the audit chain, rows missing at its end included, or null (I12). */
const chainWatch = ({ payload, clock, tail: outside }: Options) => {
  let walkedWhole = Number.NEGATIVE_INFINITY
  return async (): Promise<Refusal | null> => {
    const kept = await outside.read()
    if (!(await tailStands(payload, kept))) return refusal('AUDIT_BROKEN', { hint: String(kept.seq) })
    const whole = kept.seq < SHORT_CHAIN || clock() - walkedWhole > WHOLE_EVERY_MS
    const { tail, broken } = await verifyAudit(payload, whole ? EMPTY : kept)
    if (broken) return broken
    if (whole) walkedWhole = clock()
    if (tail.seq > kept.seq) await outside.keep(tail)
    return null
  }
}

/** One verification at a time, its answer shared by all who ask while it runs and a little after. */
const shared = <T>(clock: Clock, freshMs: number, verify: () => Promise<T>) => {
  let answer: Promise<T> | null = null
  let running = false
  let done = Number.NEGATIVE_INFINITY
  return (): Promise<T> => {
    if (answer && (running || clock() - done < freshMs)) return answer
    running = true
    answer = verify().finally(() => {
      running = false
      done = clock()
    })
    return answer
  }
}

export type Integrity = Readiness & { readonly stop: () => void }

export const openIntegrity = (options: Options): Integrity => {
  const { payload, publisher, clock } = options
  const chain = chainWatch(options)
  const inspected = shared(clock, INSPECTED_MS, openInspection(payload))
  const refused = shared(clock, FRESH_MS, async (): Promise<readonly Refusal[]> => {
    const rows = [
      ...(await publisher.refused()),
      ...(await inspected()),
      ...(await changedReceivers(payload)),
    ]
    const broken = await chain()
    return broken ? [...rows, broken] : rows
  })
  const patrol = setInterval(() => void refused().catch(() => undefined), PATROL_MS)
  patrol.unref()
  return {
    database: async () => {
      await payload.count({ collection: 'users', overrideAccess: true })
    },
    publisher: publisher.ready,
    refused,
    stop: () => clearInterval(patrol),
  }
}
