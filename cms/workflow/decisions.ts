import type { PayloadRequest } from 'payload'
import { RefusalError, refuse, type Refusal } from '../../src/errors/refusal.ts'
import type { Instant, SubmissionId, Sha256, ContentId } from '../../src/model/ids.ts'
import type { Confirmed } from '../../src/model/content.ts'
import type { Decision, Role } from '../../src/model/people.ts'
import { readFrozen } from '../../src/content/index.ts'
import { canonicalJson } from '../../src/programme/canonical.ts'
import { announce } from '../base/announce.ts'
import { appendRow } from '../records/append.ts'
import { inFirstTransaction, inTransaction } from '../records/transaction.ts'
import { appendAudit } from '../audit/append.ts'
import { ports } from '../base/ports.ts'
import { requireFresh } from '../factors/prove.ts'
import { ruleOf } from '../factors/rule.ts'
import type { User } from '../payload-types.ts'
import { approvalHolds, submissionHolds } from '../records/decision-seals.ts'
import { asksFreshFactor } from '../../src/review/second-factor.ts'
import {
  approvalBy,
  handOverBy,
  remindBy,
  repeatsLooks,
  retractBy,
  returnBy,
  withdrawalBy,
  type Person,
} from '../../src/review/policy.ts'
import {
  decisionsOn,
  lastWithdrawal,
  newestSubmission,
  releaseById,
  rowsOf,
  submissionById,
  type ReleaseRow,
  type SubmissionRow,
} from '../records/rows.ts'
import {
  expiredFaults,
  findingsIn,
  nowhereFaults,
  openFindings,
  confirmedBy,
  takenOver,
  type Reasons,
} from './checks.ts'
import { isPlaceOf, writePins, type Pin } from './pins.ts'
import { instantIn, readHistory, sealedHistory, subjectOf } from './states.ts'
import { daysBetween } from './waiting.ts'

export type Decided = { readonly submission: string; readonly decision: Decision; readonly release?: string }

const personOf = (req: PayloadRequest): Person => {
  const user = req.user as User | null
  if (!user) return refuse('NOT_SIGNED_IN')
  return { id: String(user.id), roles: (user.roles ?? []) as readonly Role[] }
}

const orThrow = <T extends string>(answer: T | Refusal): T => {
  if (typeof answer === 'string') return answer
  throw new RefusalError(answer)
}

/** Whom a submission is handed to. */
type Heir = { readonly id: string; readonly name: string }

type Beside = {
  /** The row is dated no earlier. */
  readonly notBefore?: Instant
  readonly confirmed?: readonly Confirmed[]
  readonly pins?: readonly Pin[]
  readonly to?: Heir
}

/** Appends the row, sealed with what it decides on, and its audit. */
export const recordDecision = async (
  req: PayloadRequest,
  submission: SubmissionRow,
  decision: Decision,
  comment: string,
  { notBefore = 0, confirmed = [], pins = [], to }: Beside = {},
): Promise<void> => {
  const by = personOf(req).id
  const at = new Date(Math.max(ports().now(), notBefore)).toISOString()
  const answered = confirmed.length > 0 && { confirmed: canonicalJson(confirmed) }
  const said = {
    submission: submission.id,
    content: submission.content.value,
    decision,
    by,
    at,
    comment,
    ...answered,
    pins: pins.length > 0 ? writePins(pins) : null,
    to: to?.id ?? null,
  }
  await appendRow(req, 'approvals', {
    ...said,
    content: submission.content,
    seal: ports().sign('approval', { ...said, digest: submission.digest }),
  })
  const words = [comment, ...pins.map(({ text }) => text), ...(to ? [`→ ${to.name}`] : [])]
  await appendAudit(req, {
    action: `submission.${decision}`,
    subject: `submissions/${submission.id}`,
    // Read back by the town: a withdrawal stands even where its own row is taken away (I7).
    detail: [`${submission.content.relationTo}/${submission.content.value}`, at, ...words]
      .filter(Boolean)
      .join(' '),
  })
}

const release = async (req: PayloadRequest, submission: SubmissionRow): Promise<string> => {
  // Later than the withdrawal it overrules, even where the clock went back in between (I11).
  const ended = await lastWithdrawal(req, submission.content.value)
  const releasedAt: Instant = Math.max(ports().now(), ended ? instantIn(ended.at) + 1 : 0)
  const body = {
    content: submission.content.value as ContentId,
    digest: submission.digest as Sha256,
    releasedAt,
    submission: submission.id as SubmissionId,
  }
  const id = await appendRow(req, 'releases', {
    submission: submission.id,
    content: submission.content,
    kind: submission.kind,
    title: submission.title,
    digest: submission.digest,
    releasedAt: new Date(releasedAt).toISOString(),
    signature: ports().sign('release', body),
  })
  await announce(req, { kind: 'town' })
  return id
}

/** Reads the submission and its decisions, and refuses both where they are not what was written. */
const evidenceOf = async (req: PayloadRequest, id: string) => {
  const submission = (await submissionById(req, id)) ?? refuse('NOT_FOUND')
  if (!submissionHolds(submission)) refuse('SUBMISSION_TAMPERED', { hint: submission.id })
  const rows = await decisionsOn(req, id)
  for (const row of rows)
    if (!approvalHolds(row, submission.digest)) refuse('APPROVAL_TAMPERED', { hint: row.id })
  const history = sealedHistory(submission, rows)
  if (repeatsLooks(history.rows)) refuse('APPROVAL_TAMPERED', { hint: submission.id })
  return { submission, rows, history }
}

/** `seen`: the digest on the page the person decided from, where it sent one. */
const refuseUnseen = ({ digest }: Pick<SubmissionRow, 'digest'>, seen: string): void => {
  if (seen && seen !== digest) refuse('DIGEST_MISMATCH', { field: 'digest' })
}

/**
 * The frozen words are checked anew, by what the town says today. What stops is refused; what asks is answered for by
 * whoever decides: he takes over the reason of who sent it in, or gives one of his own where that one gave none (CHK-15).
 */
const answersOf = async (
  req: PayloadRequest,
  { frozen, pages }: Pick<SubmissionRow, 'frozen' | 'pages'>,
  reasons: Reasons,
  by: string,
): Promise<readonly Confirmed[]> => {
  const content = readFrozen(ports().kinds, frozen)
  if ('message_zh' in content) throw new RefusalError(content)
  const findings = await findingsIn(req, content)
  const confirmed = confirmedBy(findings, takenOver(reasons, content.confirmed ?? [], findings), by)
  const [fault, ...more] = [
    ...openFindings(findings, confirmed),
    ...expiredFaults(content),
    ...(await nowhereFaults(content, JSON.parse(pages) as Readonly<Record<string, unknown>>)),
  ]
  if (fault) throw new RefusalError(fault, ...more)
  return confirmed
}

/** 通过 or 签发, whichever is next; with the last approval the release exists and is signed. */
export const approveSubmission = (
  req: PayloadRequest,
  id: string,
  comment = '',
  seen = '',
  reasons: Reasons = {},
): Promise<Decided> =>
  inTransaction(req, async () => {
    const who = personOf(req)
    const { submission, history } = await evidenceOf(req, id)
    refuseUnseen(submission, seen)
    const decision = orThrow(approvalBy(who, history))
    if (asksFreshFactor(await ruleOf(req), decision, history)) await requireFresh(req)
    const confirmed = await answersOf(req, submission, reasons, who.id)
    await recordDecision(req, submission, decision, comment, { confirmed })
    if (decision === 'approve') return { submission: id, decision }
    return { submission: id, decision, release: await release(req, submission) }
  })

/** 退回, with the reasons the authors will read: on the whole, and pinned to places of the words. */
export const returnSubmission = (
  req: PayloadRequest,
  id: string,
  comment: string,
  pins: readonly Pin[] = [],
): Promise<Decided> =>
  inTransaction(req, async () => {
    const who = personOf(req)
    const { submission, history } = await evidenceOf(req, id)
    const why = [comment, ...pins.map(({ text }) => text)].join(' ')
    const decision = orThrow(returnBy(who, history, why))
    for (const pin of pins) if (!isPlaceOf(submission, pin)) refuse('FIELD_INVALID', { field: 'pins' })
    await recordDecision(req, submission, decision, comment, { pins })
    return { submission: id, decision }
  })

/** 撤回, by who wrote it. */
export const retractSubmission = (req: PayloadRequest, id: string): Promise<Decided> =>
  inTransaction(req, async () => {
    const who = personOf(req)
    const { submission, history } = await evidenceOf(req, id)
    const decision = orThrow(retractBy(who, history))
    await recordDecision(req, submission, decision, '')
    return { submission: id, decision }
  })

/** 催办, by who wrote it; whoever is next finds it on his first page. */
export const remindOf = (req: PayloadRequest, id: string): Promise<Decided> =>
  inTransaction(req, async () => {
    const who = personOf(req)
    const { submission, rows, history } = await evidenceOf(req, id)
    const last = rows.findLast((row) => row.decision === 'remind')
    const already = last !== undefined && daysBetween(instantIn(last.at), ports().now()) === 0
    const decision = orThrow(remindBy(who, history, already))
    await recordDecision(req, submission, decision, '')
    return { submission: id, decision }
  })

type Member = {
  readonly id: string
  readonly name?: string | null
  readonly roles?: readonly Role[] | null
  readonly leftTown?: boolean | null
}

/** Nobody who has left takes a step. Of what is no id at all MongoDB would make an error of its own. */
const memberOf = async (req: PayloadRequest, id: string): Promise<(Person & Heir) | undefined> => {
  if (!/^[0-9a-f-]{24,36}$/i.test(id)) return undefined
  const [row] = await rowsOf<Member>(req.payload, 'users', { where: { id: { equals: id } }, limit: 1, req })
  return row && row.leftTown !== true
    ? { id: String(row.id), name: row.name ?? '', roles: row.roles ?? [] }
    : undefined
}

/** 转交 to another person who may take the next step; anybody else who may still may. */
export const handOverSubmission = (
  req: PayloadRequest,
  id: string,
  to: string,
  comment = '',
): Promise<Decided> =>
  inTransaction(req, async () => {
    const who = personOf(req)
    const { submission, history } = await evidenceOf(req, id)
    const heir = await memberOf(req, to)
    const decision = orThrow(handOverBy(who, heir, history))
    await recordDecision(req, submission, decision, comment, { ...(heir && { to: heir }) })
    return { submission: id, decision }
  })

/** What a release was made of; where its own row lost that, by the content they share. 撤下 must not fail for a cell. */
const submissionOf = async (req: PayloadRequest, found: ReleaseRow): Promise<SubmissionRow> => {
  const linked = await submissionById(req, found.submission)
  const own = found.content ? (linked ?? (await newestSubmission(req, found.content.value))) : linked
  const content = own?.content ?? found.content
  if (own && content) return { ...own, content }
  const hint = `releases/${found.id}`
  return refuse('ROW_UNREADABLE', { field: 'content', got: 'content', hint })
}

/** 撤下: ends all releases of the content of this release until a newer one (SCH-4). */
export const withdrawRelease = (
  req: PayloadRequest,
  id: string,
  reason: string,
  seen = '',
): Promise<Decided> =>
  inFirstTransaction(req, async () => {
    const who = personOf(req)
    const found = (await releaseById(req, id)) ?? refuse('NOT_FOUND')
    refuseUnseen(found, seen)
    const submission = await submissionOf(req, found)
    const content = submission.content.value
    const { releases, status } = await readHistory(req, [content])
    const already = releases.length > 0 && !status.standing.has(content)
    const decision = orThrow(withdrawalBy(who, subjectOf(submission), already, reason))
    const newest = Math.max(0, ...releases.map(({ releasedAt }) => releasedAt))
    await recordDecision(req, submission, decision, reason, { notBefore: newest })
    await announce(req, { kind: 'town' })
    return { submission: submission.id, decision, release: id }
  })
