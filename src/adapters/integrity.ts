import { readFile } from 'node:fs/promises'
import type { Payload } from 'payload'
import { verifyAudit, type AuditTail } from '../../cms/audit/verify.ts'
import { refusal, type Refusal } from '../errors/refusal.ts'
import type { Clock } from './clock.ts'
import { writeDurably } from './durable-file.ts'
import type { Readiness } from './health.ts'
import type { Publisher } from './publisher.ts'

/** Verifying reads the whole audit chain; those who ask more often get the same answer. */
const FRESH_MS = 2_000

type Options = {
  readonly payload: Payload
  readonly publisher: Publisher
  readonly clock: Clock
  /** Keeps the end of the chain outside the database: rows cut off its end are seen too, after a restart as well. */
  readonly tailFile: string
}

const keptTail = (file: string): Promise<AuditTail | null> =>
  readFile(file, 'utf8').then(
    (text) => JSON.parse(text) as AuditTail,
    () => null,
  )

/** The first break of the audit chain, rows missing at its end included, or null (I12). */
const auditBreak = async (payload: Payload, file: string): Promise<Refusal | null> => {
  const kept = await keptTail(file)
  const { tail, broken } = await verifyAudit(payload)
  if (broken) return broken
  if (kept && tail.seq < kept.seq) return refusal('AUDIT_BROKEN', { hint: String(tail.seq + 1) })
  await writeDurably(file, Buffer.from(JSON.stringify(tail)), 0o600)
  return null
}

export const openIntegrity = ({ payload, publisher, clock, tailFile }: Options): Readiness => {
  let asked = { at: Number.NEGATIVE_INFINITY, answer: Promise.resolve<readonly Refusal[]>([]) }
  const verify = async (): Promise<readonly Refusal[]> => {
    const refused = await publisher.refused()
    const broken = await auditBreak(payload, tailFile)
    return broken ? [...refused, broken] : refused
  }
  return {
    database: async () => {
      await payload.count({ collection: 'users', overrideAccess: true })
    },
    publisher: publisher.ready,
    refused: () => {
      if (clock() - asked.at > FRESH_MS) asked = { at: clock(), answer: verify() }
      return asked.answer
    },
  }
}
