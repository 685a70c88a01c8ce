import type { PayloadRequest } from 'payload'
import { RefusalError, refuse, type Refusal } from '../../src/errors/refusal.ts'
import { readFrozen, titleOf, type ContentKind } from '../../src/content/index.ts'
import type { ContentBody, FrozenContent } from '../../src/model/content.ts'
import { canonicalJson } from '../../src/programme/canonical.ts'
import { digestOfSubmission } from '../../src/programme/digest.ts'
import { requireAct } from '../access/roles.ts'
import { appendRow } from '../records/append.ts'
import { inTransaction } from '../records/transaction.ts'
import { appendAudit } from '../audit/append.ts'
import { ports } from '../base/ports.ts'
import { checkBody, confirmedBy, nowhereFaults, openFindings, readTown, type Reasons } from './checks.ts'
import { draftOf, drawingsOf, hotlineOf, mediaOf, type Draft } from './content-rows.ts'
import { recordDecision } from './decisions.ts'
import { freeze } from './freeze.ts'
import { paperNotesOf } from './paper.ts'
import { gridsInUse } from '../grids/grids.ts'
import { layOut, type LaidOut } from '../grids/paginate.ts'
import { isOpen, submissionState } from '../../src/review/submission-state.ts'
import { decisionsOn, newestSubmission, type ContentSlug } from '../records/rows.ts'

export type Submitted = {
  readonly id: string
  readonly title: string
  readonly digest: string
  readonly state: 'in-review'
  /** Grids in use that the words do not fit: the content will not be on those screens. */
  readonly leftOut: LaidOut['leftOut']
  /** Where it will not go on paper. */
  readonly notOnPaper: readonly Refusal[]
}

/** Who sends it in, and what he says where a check asks. */
type Answered = { readonly reasons: Reasons; readonly by: string }

type Snapshot = {
  readonly kind: ContentKind
  readonly draft: Draft
  readonly frozen: FrozenContent
  readonly laidOut: LaidOut
  readonly digest: string
}

/** Without the rules they are set by, which may be newer now, and without what somebody answered for. */
const wordsOf = (frozen: FrozenContent): string => canonicalJson({ ...frozen, layout: 0, confirmed: [] })

/** Returned by somebody and sent in again as it was: his comments were not read (CMS-101). */
const refuseUnchanged = async (req: PayloadRequest, frozen: FrozenContent): Promise<void> => {
  const earlier = await newestSubmission(req, frozen.content)
  if (!earlier || submissionState(await decisionsOn(req, earlier.id)) !== 'returned') return
  const before = readFrozen(ports().kinds, earlier.frozen)
  if (!('code' in before) && wordsOf(before) === wordsOf(frozen)) refuse('UNCHANGED_SINCE_RETURN')
}

/** All that is slow or may be refused comes before the transaction, which then holds the one writer's turn briefly. */
const snapshotOf = async (
  req: PayloadRequest,
  slug: ContentSlug,
  id: string,
  answered: Answered,
): Promise<Snapshot> => {
  const { kinds, missingGlyphs: missing } = ports()
  const kind = kinds.writtenIn(slug) ?? refuse('NOT_FOUND')
  const draft = await draftOf(req, slug, id)
  const media = await mediaOf(req, kind, draft)
  const linked = { hotline: await hotlineOf(req, draft), media, drawings: await drawingsOf(media) }
  const town = await readTown(req)
  const check = (body: ContentBody) => {
    const findings = checkBody(town, body)
    const confirmed = confirmedBy(findings, answered.reasons, answered.by)
    return { faults: openFindings(findings, confirmed), confirmed }
  }
  const frozen = freeze({ kinds, kind, missing, check }, draft, linked, ports().now())
  await refuseUnchanged(req, frozen)
  const laidOut = await layOut(frozen, await gridsInUse(req.payload, req))
  const [fault, ...faults] = [...laidOut.faults, ...(await nowhereFaults(frozen, laidOut.pages))]
  if (fault) throw new RefusalError(fault, ...faults)
  return { kind, draft, frozen, laidOut, digest: digestOfSubmission(frozen, laidOut.pages, ports().sha256) }
}

/** An open submission of the same content gives way: two at once could both be issued, in either order. */
const closeEarlier = async (req: PayloadRequest, { draft, digest }: Snapshot): Promise<void> => {
  const earlier = await newestSubmission(req, draft.id)
  if (!earlier || !isOpen(submissionState(await decisionsOn(req, earlier.id)))) return
  if (earlier.digest === digest) refuse('UNCHANGED_SINCE_SUBMIT')
  await recordDecision(req, earlier, 'retract', '改过后重新送审 / Sent again after changes')
}

const store = async (
  req: PayloadRequest,
  shot: Snapshot,
  by: string,
): Promise<Omit<Submitted, 'notOnPaper'>> => {
  const { kind, draft, frozen, laidOut, digest } = shot
  await closeEarlier(req, shot)
  const title = titleOf(ports().kinds, frozen)
  const id = await appendRow(req, 'submissions', {
    content: { relationTo: kind.collection, value: draft.id },
    kind: kind.kind,
    risk: frozen.risk,
    title,
    frozen: canonicalJson(frozen),
    pages: canonicalJson(laidOut.pages),
    assets: canonicalJson(laidOut.assets),
    digest,
    authors: [...new Set([...(draft.contributors ?? []), by])],
    submittedBy: by,
    submittedAt: new Date(ports().now()).toISOString(),
    unit: draft.unit ?? null,
  })
  await appendAudit(req, {
    action: 'submission.submit',
    subject: `submissions/${id}`,
    detail: `${kind.collection}/${draft.id} ${digest}`,
  })
  return { id, title, digest, state: 'in-review', leftOut: laidOut.leftOut }
}

/**
 * 送审: checks all of the draft (a draft save checks nothing) and its words (CHK-14), lays out the pages of each grid in use, and freezes
 * words, pages and digest into a submission. Refuses with every fault at once; a grid the words do not fit is left out
 * and told, as long as they fit another.
 */
export const submitContent = async (
  req: PayloadRequest,
  slug: ContentSlug,
  id: string,
  reasons: Reasons = {},
): Promise<Submitted> => {
  const by = requireAct(req, 'content.submit')
  const shot = await snapshotOf(req, slug, id, { reasons, by: String(by.id) })
  const notOnPaper = await paperNotesOf(shot.kind, shot.draft, await mediaOf(req, shot.kind, shot.draft))
  return { ...(await inTransaction(req, () => store(req, shot, String(by.id)))), notOnPaper }
}

/** All that 送审 would refuse of the draft as it stands; empty when it may go. Stores nothing. */
export const checkContent = async (
  req: PayloadRequest,
  slug: ContentSlug,
  id: string,
  reasons: Reasons = {},
): Promise<readonly Refusal[]> => {
  const by = requireAct(req, 'content.check')
  try {
    await snapshotOf(req, slug, id, { reasons, by: String(by.id) })
    return []
  } catch (error) {
    const isOfTheForm = error instanceof RefusalError && error.status < 500 && error.status !== 404
    if (isOfTheForm) return error.refusals
    throw error
  }
}
