/** What is told of a submission: its frozen title, whose turn it is, who wrote it. Rows that do not hold tell nothing. */
import type { Payload } from 'payload'
import { readFrozen, titleOf } from '../../src/content/index.ts'
import type { Words } from '../../src/lexicon/words.ts'
import { repeatsLooks, type ReviewHistory } from '../../src/review/policy.ts'
import { ports } from '../base/ports.ts'
import { approvalHolds, submissionHolds } from '../records/decision-seals.ts'
import { decisionsOn, submissionById, type ApprovalRow } from '../records/rows.ts'
import { sealedHistory } from '../workflow/states.ts'

export type Story = {
  readonly submission: string
  readonly content: string
  readonly collection: string
  readonly kind: Words
  readonly title: string
  readonly history: ReviewHistory
  readonly sentAt: string
  /** Oldest first. */
  readonly decisions: readonly ApprovalRow[]
}

/** Null where there is none, or where a row was changed behind the product: nobody is sent words that nobody froze. */
export const readStory = async (payload: Payload, id: string): Promise<Story | null> => {
  const row = await submissionById({ payload }, id)
  if (!row?.content || !submissionHolds(row)) return null
  const { kinds } = ports()
  const frozen = readFrozen(kinds, row.frozen)
  const kind = kinds.named(row.kind)
  if ('code' in frozen || !kind) return null
  const decisions = await decisionsOn({ payload }, id)
  if (!decisions.every((one) => approvalHolds(one, row.digest))) return null
  const history = sealedHistory(row, decisions)
  if (repeatsLooks(history.rows)) return null
  return {
    submission: id,
    content: String(row.content.value),
    collection: row.content.relationTo,
    kind: { zh: kind.names.zh, en: kind.names.en },
    title: titleOf(kinds, frozen),
    history,
    sentAt: row.submittedAt,
    decisions,
  }
}
