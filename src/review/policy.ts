/**
 * Who may do what to a submission (issue: people). Pure: the rows come in, a decision or a refusal comes out.
 * One reviewer, then one issuer; whoever wrote, whoever reviewed and whoever issued are three people, whatever roles
 * they hold. An administrator decides nothing: he hands out the roles, and could hand himself any.
 */
import { refusal, type Refusal } from '../errors/refusal.ts'
import type { Decision, DecisionRow, Role, SubmissionState } from '../model/people.ts'

export type Person = { readonly id: string; readonly roles: readonly Role[] }
export type Standing = {
  /** Everyone who wrote on it or sent it in. */
  readonly authors: readonly string[]
  /** Decisions so far, oldest first. */
  readonly rows: readonly DecisionRow[]
}

type Part = readonly [zh: string, en: string]
const AUTHOR: Part = ['编写人', 'author']
const REVIEWER: Part = ['审核人', 'reviewer']

/** The strongest row says it; a submission without rows waits for its reviewer. */
export const stateOf = (rows: readonly DecisionRow[]): SubmissionState => {
  const has = (decision: Decision) => rows.some((row) => row.decision === decision)
  if (has('withdraw')) return 'withdrawn'
  if (has('return')) return 'returned'
  if (has('issue')) return 'released'
  return has('approve') ? 'reviewed' : 'in-review'
}

export const isOpen = (state: SubmissionState): boolean => state === 'in-review' || state === 'reviewed'

const partOf = (who: Person, { authors, rows }: Standing): Part | undefined => {
  if (authors.includes(who.id)) return AUTHOR
  return rows.some((row) => row.decision === 'approve' && row.by === who.id) ? REVIEWER : undefined
}

/** The refusal names the part in the reader's own language, which one text with one `{got}` cannot. */
const samePerson = ([zh, en]: Part): Refusal => {
  const said = refusal('SAME_PERSON', { got: zh })
  return { ...said, message_en: refusal('SAME_PERSON', { got: en }).message_en }
}

const roleMissing = (role: Role, zh: string): Refusal => {
  const said = refusal('ROLE_MISSING', { limit: zh })
  return { ...said, message_en: refusal('ROLE_MISSING', { limit: role }).message_en }
}

const closed = (state: SubmissionState): Refusal => refusal('SUBMISSION_NOT_OPEN', { got: state })

const mayDecide = (who: Person): boolean => !who.roles.includes('administrator')

/** What a 通过/签发 by `who` means now: the review, the issue, or a refusal. */
export const approvalBy = (who: Person, standing: Standing): 'approve' | 'issue' | Refusal => {
  const state = stateOf(standing.rows)
  if (!isOpen(state)) return closed(state)
  if (!mayDecide(who)) return refusal('ADMINISTRATOR_DECIDES_NOTHING')
  const decision = state === 'in-review' ? 'approve' : 'issue'
  if (decision === 'approve' && !who.roles.includes('reviewer')) return roleMissing('reviewer', '审核')
  if (decision === 'issue' && !who.roles.includes('issuer')) return roleMissing('issuer', '签发')
  const part = partOf(who, standing)
  return part ? samePerson(part) : decision
}

/** A 退回 is harmless, so only a role is asked for; it must say why. */
export const returnBy = (who: Person, standing: Standing, comment: string): 'return' | Refusal => {
  const state = stateOf(standing.rows)
  if (!isOpen(state)) return closed(state)
  if (!mayDecide(who)) return refusal('ADMINISTRATOR_DECIDES_NOTHING')
  if (!who.roles.includes('reviewer') && !who.roles.includes('issuer')) return roleMissing('reviewer', '审核')
  return comment.trim() ? 'return' : refusal('COMMENT_REQUIRED', { field: 'comment' })
}

/** A 撤下 must be quick: one reviewer or issuer, who may be anybody, with a reason. */
export const withdrawalBy = (who: Person, already: boolean, reason: string): 'withdraw' | Refusal => {
  if (!mayDecide(who)) return refusal('ADMINISTRATOR_DECIDES_NOTHING')
  if (!who.roles.includes('reviewer') && !who.roles.includes('issuer')) return roleMissing('reviewer', '审核')
  if (already) return refusal('ALREADY_WITHDRAWN')
  return reason.trim() ? 'withdraw' : refusal('REASON_REQUIRED', { field: 'reason' })
}
