import type { Payload } from 'payload'
import { verifyAudit } from '../../cms/audit/verify.ts'
import type { Refusal } from '../errors/refusal.ts'
import type { Clock } from './clock.ts'
import type { Readiness } from './health.ts'
import type { Publisher } from './publisher.ts'

/** Verifying reads the whole audit chain; those who ask more often get the same answer. */
const FRESH_MS = 2_000

type Options = { readonly payload: Payload; readonly publisher: Publisher; readonly clock: Clock }

export const openIntegrity = ({ payload, publisher, clock }: Options): Readiness => {
  let asked = { at: Number.NEGATIVE_INFINITY, answer: Promise.resolve<readonly Refusal[]>([]) }
  const verify = async (): Promise<readonly Refusal[]> => {
    const refused = await publisher.refused()
    const { broken } = await verifyAudit(payload)
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
