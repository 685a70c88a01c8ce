/**
 * Who may decide what about a submission: its history comes in, a decision or a refusal comes out. Nothing here knows a
 * step by name; they stand in the table of policies.ts.
 */
import { refusal, type Refusal } from '../errors/refusal.ts'
import { PART_WORDS, ROLE_WORDS } from '../lexicon/people.ts'
import type { Words } from '../lexicon/words.ts'
import type { DecisionRow, ReleaseState, RiskClass, Role, SubmissionState } from '../model/people.ts'
import { NEVER_DECIDES, POLICIES, type Part, type Policy, type Step } from './policies.ts'
import { isOpen, submissionState } from './submission-state.ts'

export type Person = { readonly id: string; readonly roles: readonly Role[] }

export type ReviewHistory = {
  readonly kind: string
  /** `ordinary` where nothing is said. */
  readonly risk?: RiskClass
  /** Everyone who wrote on it or sent it in. */
  readonly authors: readonly string[]
  /** Decisions so far, oldest first. */
  readonly rows: readonly DecisionRow[]
}

/** What decides which policy is asked. */
type Subject = Pick<ReviewHistory, 'kind' | 'risk'>

export const policyFor = ({ kind, risk = 'ordinary' }: Subject): Policy => {
  const found = POLICIES.find(
    (policy) => policy.risk === risk && (policy.kinds === 'any' || policy.kinds.includes(kind)),
  )
  if (!found) throw new Error(`no policy for ${kind} of risk ${risk}`)
  return found
}

/** Each language gets its own word, which one text with one placeholder cannot. */
const named = (code: 'SAME_PERSON' | 'ROLE_MISSING', place: 'got' | 'limit', { zh, en }: Words): Refusal => ({
  ...refusal(code, { [place]: zh }),
  message_en: refusal(code, { [place]: en.toLowerCase() }).message_en,
})

const roleMissing = (role: Role): Refusal => named('ROLE_MISSING', 'limit', ROLE_WORDS[role])

const closed = (state: SubmissionState): Refusal => refusal('SUBMISSION_NOT_OPEN', { got: state })

const holdsOne = ({ roles }: Person, wanted: readonly Role[]): boolean =>
  wanted.some((role) => roles.includes(role))

/** Whether he is kept from deciding, whatever other roles he holds. */
export const decidesNothing = ({ roles }: Pick<Person, 'roles'>): boolean => roles.includes(NEVER_DECIDES)

/** The refusal of somebody who holds none of `wanted`, or is kept from deciding altogether. */
const unfit = (who: Person, wanted: readonly Role[]): Refusal | undefined => {
  if (decidesNothing(who)) return refusal('ADMINISTRATOR_DECIDES_NOTHING')
  const [first] = wanted
  return first && !holdsOne(who, wanted) ? roleMissing(first) : undefined
}

const hadPart = (who: Person, part: Part, { authors, rows }: ReviewHistory): boolean =>
  part === 'author'
    ? authors.includes(who.id)
    : rows.some(({ decision, by }) => decision === part && by === who.id)

/** What tells which steps were taken. */
export type Taken = Subject & { readonly rows: readonly Pick<DecisionRow, 'decision' | 'by'>[] }

/** How many people looked it over: one is one look, however many rows of his there are (I8). */
export const looksIn = (rows: Taken['rows']): number =>
  new Set(rows.flatMap(({ decision, by }) => (decision === 'approve' ? [by] : []))).size

/** Whether one look stands there more than once: nobody takes two, so a row was written down again behind the product. */
export const repeatsLooks = (rows: Taken['rows']): boolean =>
  rows.filter(({ decision }) => decision === 'approve').length > looksIn(rows)

/**
 * The steps on the way of a submission. What was issued had those that its policy asked for then: a policy that asks for
 * more since asks it of nothing that is out.
 */
export const stepsOf = (history: Taken): readonly Step[] => {
  const { steps } = policyFor(history)
  if (!history.rows.some(({ decision }) => decision === 'issue')) return steps
  const looks = looksIn(history.rows)
  return steps.filter(({ decision }, i) => decision === 'issue' || i < looks)
}

/** The step the submission waits for; undefined once all are taken. */
export const nextStep = (history: Taken): Step | undefined => {
  const isIssued = history.rows.some(({ decision }) => decision === 'issue')
  const looks = looksIn(history.rows)
  return stepsOf(history).find(({ decision }, i) => (decision === 'issue' ? !isIssued : i >= looks))
}

/** Where it is: `reviewed` once only the last word is missing. `release` as in `submissionState`. */
export const stateOf = (
  history: Subject & { readonly rows: readonly DecisionRow[] },
  release?: ReleaseState,
): SubmissionState => {
  const state = submissionState(history.rows, release)
  return state === 'in-review' && nextStep(history)?.decision === 'issue' ? 'reviewed' : state
}

/** What a 通过/签发 by `who` means now: the step, or a refusal. */
export const approvalBy = (who: Person, history: ReviewHistory): Step['decision'] | Refusal => {
  const state = stateOf(history)
  const step = isOpen(state) ? nextStep(history) : undefined
  if (!step) return closed(state)
  const fault = unfit(who, [step.role])
  if (fault) return fault
  const part = step.notBy.find((one) => hadPart(who, one, history))
  return part ? named('SAME_PERSON', 'got', PART_WORDS[part]) : step.decision
}

/** A 退回 must say why. */
export const returnBy = (who: Person, history: ReviewHistory, comment: string): 'return' | Refusal => {
  const state = stateOf(history)
  if (!isOpen(state)) return closed(state)
  const fault = unfit(who, policyFor(history).mayReturn)
  if (fault) return fault
  return comment.trim() ? 'return' : refusal('COMMENT_REQUIRED', { field: 'comment' })
}

/** Its own writers, with a role that writes, and while nobody has issued it or given it back. */
const asWriter = (who: Person, history: ReviewHistory): Refusal | undefined => {
  const state = stateOf(history)
  if (!isOpen(state)) return closed(state)
  const { mayRetract } = policyFor(history)
  const [first] = mayRetract
  if (first && !holdsOne(who, mayRetract)) return roleMissing(first)
  return hadPart(who, 'author', history) ? undefined : refusal('NOT_ITS_WRITER')
}

/** 撤回 is an act of the writers, needs no reason, and is nobody's 退回. */
export const retractBy = (who: Person, history: ReviewHistory): 'retract' | Refusal =>
  asWriter(who, history) ?? 'retract'

/** 催办, once a day of the town: `already` where somebody did today. */
export const remindBy = (who: Person, history: ReviewHistory, already: boolean): 'remind' | Refusal =>
  asWriter(who, history) ?? (already ? refusal('REMINDED_TODAY') : 'remind')

/** 转交: whoever could take the next step names another who could. It gives no right that he has not got. */
export const handOverBy = (
  who: Person,
  to: Person | undefined,
  history: ReviewHistory,
): 'hand-over' | Refusal => {
  const step = approvalBy(who, history)
  if (typeof step !== 'string') return step
  const isFit = to && to.id !== who.id && typeof approvalBy(to, history) === 'string'
  return isFit ? 'hand-over' : refusal('HAND_OVER_UNFIT', { field: 'to' })
}

/** Whom the next step was handed to last; nobody once another step was taken since. */
export const handedTo = (rows: readonly DecisionRow[]): string | undefined => {
  const last = rows.findLast(({ decision }) => decision !== 'remind')
  return last?.decision === 'hand-over' ? (last.to ?? undefined) : undefined
}

export const mayWithdraw = (who: Person, subject: Subject): boolean =>
  unfit(who, policyFor(subject).mayWithdraw) === undefined

/** A 撤下 must say why. `already`: no release of the content stands. */
export const withdrawalBy = (
  who: Person,
  subject: Subject,
  already: boolean,
  reason: string,
): 'withdraw' | Refusal => {
  const fault = unfit(who, policyFor(subject).mayWithdraw)
  if (fault) return fault
  if (already) return refusal('ALREADY_WITHDRAWN')
  return reason.trim() ? 'withdraw' : refusal('REASON_REQUIRED', { field: 'reason' })
}

/** Whether `who` may take any step on a submission that others wrote and decided on. */
export const takesSteps = ({ roles }: Person): boolean =>
  !decidesNothing({ roles }) && POLICIES.some(({ steps }) => steps.some(({ role }) => roles.includes(role)))
