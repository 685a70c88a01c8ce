import type { Payload, TypedUser } from 'payload'
import { cache } from 'react'
import type { Instant } from '../../src/model/ids.ts'
import {
  ROLES,
  type Decision,
  type RiskClass,
  type Role,
  type SubmissionState,
} from '../../src/model/people.ts'
import { mayAllRows, mayRows, rowsFor } from '../access/roles.ts'
import {
  approvalBy,
  handedTo,
  handOverBy,
  remindBy,
  retractBy,
  takesSteps,
  type ReviewHistory,
} from '../../src/review/policy.ts'
import { isOpen, submissionState } from '../../src/review/submission-state.ts'
import { decisionsOnAll, groupedBy, rowsOf, type ApprovalRow, type SubmissionRow } from '../records/rows.ts'
import { readPins, type Pin } from './pins.ts'
import { readHistory, statesIn, type History } from './states.ts'
import { isRemindedOn } from './waiting.ts'

/** A relation as Payload gives it at depth 0 or 1. */
type Relation = string | { readonly id: string; readonly name?: string | null } | null | undefined

export const idOf = (relation: Relation): string =>
  relation == null ? '' : typeof relation === 'string' ? relation : relation.id

type Named = { readonly id: string; readonly name: string }

type Approval = {
  readonly decision: Decision
  readonly by: Named
  readonly at: string
  readonly comment: string
  /** What was written on single pages. */
  readonly pins?: readonly Pin[]
  /** Whom it was handed to. */
  readonly to?: Named
}

/** `releasedAt` in milliseconds. */
type Release = { readonly id: string; readonly releasedAt: Instant }

export type Submission = {
  readonly id: string
  readonly kind: string
  readonly risk?: RiskClass
  readonly title: string
  readonly content: string
  readonly authors: readonly string[]
  readonly submittedBy: Named
  readonly submittedAt: string
}

/** One submission with all that was decided on it. */
export type ReviewCase = {
  readonly submission: Submission
  /** Oldest first. */
  readonly approvals: readonly Approval[]
  readonly release: Release | undefined
  readonly state: SubmissionState
}

export type Asking = { readonly payload: Payload; readonly user: TypedUser | null }

/** Submissions that are looked at for what waits; more than wait in any town. Older ones are found in the lists. */
const RECENT = 200

/** The frozen text and pages of hundreds of rows are megabytes nobody reads here. */
const FACTS = ['kind', 'risk', 'title', 'content', 'authors', 'submittedBy', 'submittedAt'] as const

const contentOf = ({ content }: Pick<SubmissionRow, 'content'>): string => String(content?.value ?? '')

const named = (names: ReadonlyMap<string, string>, person: string): Named => ({
  id: person,
  name: names.get(person) ?? '',
})

const namesOf = async (payload: Payload, people: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const ids = [...new Set(people)]
  if (ids.length === 0) return new Map()
  const rows = await rowsOf<Named>(payload, 'users', { where: { id: { in: ids } }, only: ['name'] })
  return new Map(rows.map(({ id, name }) => [String(id), name ?? '']))
}

type Beside = {
  readonly approvals: ReadonlyMap<string, readonly ApprovalRow[]>
  readonly releases: ReadonlyMap<string, Release>
  readonly stateOf: ReturnType<typeof statesIn>
  readonly names: ReadonlyMap<string, string>
}

const beside = (history: History, names: Beside['names']): Beside => ({
  approvals: groupedBy(history.approvals, ({ submission }) => String(submission)),
  releases: new Map(
    history.releases.map(({ submission, id, releasedAt }) => [submission, { id, releasedAt }]),
  ),
  stateOf: statesIn(history),
  names,
})

const tell = (row: SubmissionRow, { approvals, releases, stateOf, names }: Beside): ReviewCase => {
  const id = String(row.id)
  const mine = (approvals.get(id) ?? []).map(({ decision, by, at, comment, pins, to }) => ({
    decision,
    by: named(names, String(by)),
    at,
    comment: comment ?? '',
    ...(pins && { pins: readPins(pins) }),
    ...(to && { to: named(names, String(to)) }),
  }))
  const { kind, risk, title, authors, submittedBy, submittedAt } = row
  return {
    submission: {
      id,
      kind,
      ...(risk && { risk }),
      title,
      content: contentOf(row),
      authors: (authors ?? []).map(String),
      submittedBy: named(names, String(submittedBy)),
      submittedAt,
    },
    approvals: mine,
    release: releases.get(id),
    state: stateOf(row),
  }
}

/** The newest that fit `where`, newest first, each with where it stands: four queries, however many they are. */
const submissionsWhere = async (
  payload: Payload,
  where: Record<string, unknown>,
): Promise<readonly ReviewCase[]> => {
  const rows = await rowsOf<SubmissionRow>(payload, 'submissions', {
    where: where as never,
    sort: '-submittedAt',
    limit: RECENT,
    only: FACTS,
  })
  if (rows.length === 0) return []
  const history = await readHistory({ payload }, rows.map(contentOf))
  const people = [
    ...rows.map(({ submittedBy }) => submittedBy),
    ...history.approvals.flatMap(({ by, to }) => (to ? [by, to] : [by])),
  ]
  const known = beside(history, await namesOf(payload, people.map(String)))
  return rows.map((row) => tell(row, known))
}

/** The newest submissions that fit `where`, of those the person may read. */
export const readSubmissions = async (
  { payload, user }: Asking,
  where: Record<string, unknown> = {},
): Promise<readonly ReviewCase[]> => {
  const may = rowsFor(user, 'submissions', 'read')
  // A village has nothing to do with any (PST-1).
  if (!user || may === false) return []
  return submissionsWhere(payload, may === true ? where : { and: [where, may] })
}

type Person = { readonly id: string; readonly roles?: readonly Role[] | null }

const personOf = ({ id, roles }: Person) => ({ id, roles: roles ?? [] })

export const historyOf = ({ submission, approvals }: ReviewCase): ReviewHistory => ({
  kind: submission.kind,
  ...(submission.risk && { risk: submission.risk }),
  authors: [...submission.authors, submission.submittedBy.id],
  rows: approvals.map(({ decision, by, to }) => ({ decision, by: by.id, to: to?.id ?? null })),
})

/** What `person` may do now, by the same policy the server decides with: the step, or its refusal. */
export const stepFor = (told: ReviewCase, person: Person) => approvalBy(personOf(person), historyOf(told))

/** What was handed to somebody waits for him; whoever else may take the step still may, where he finds it. */
export const waitsFor = (told: ReviewCase, person: Person): boolean => {
  if (typeof stepFor(told, person) !== 'string') return false
  const to = handedTo(historyOf(told).rows)
  return to === undefined || to === person.id
}

/** What the writers of a submission may do about it now. */
export const writersMoves = (told: ReviewCase, person: Person, now: Instant) => ({
  retract: retractBy(personOf(person), historyOf(told)),
  remind: remindBy(personOf(person), historyOf(told), isRemindedOn(told, now)),
})

/** Of the people of a town those whom `person` may hand it to. */
export const heirsOf = <One extends Person>(
  told: ReviewCase,
  person: Person,
  people: readonly One[],
): readonly One[] =>
  people.filter((one) => typeof handOverBy(personOf(person), personOf(one), historyOf(told)) === 'string')

/** Given back to those who wrote it, and not sent in again since: `all` is newest first. */
export const returnedTo = (all: readonly ReviewCase[], person: Person): readonly ReviewCase[] => {
  const newest = new Map<string, ReviewCase>()
  for (const told of all) {
    const { content } = told.submission
    if (!newest.has(content)) newest.set(content, told)
  }
  return [...newest.values()].filter(
    (told) => told.state === 'returned' && historyOf(told).authors.includes(person.id),
  )
}

/**
 * The newest submissions, newest first, by what was decided on each; read once a page, whoever of it asks. What became
 * of the released ones is not asked: those who read this look for open and returned ones.
 */
const newestStates = cache(
  async (payload: Payload): Promise<readonly (readonly [id: string, state: SubmissionState])[]> => {
    const rows = await rowsOf<SubmissionRow>(payload, 'submissions', {
      sort: '-submittedAt',
      limit: RECENT,
      only: ['submittedAt'],
    })
    const ids = rows.map(({ id }) => String(id))
    const decided = await decisionsOnAll({ payload }, ids)
    return ids.map((id) => [id, submissionState(decided.get(id) ?? [])] as const)
  },
)

const newestIn = async (
  payload: Payload,
  wanted: (state: SubmissionState) => boolean,
): Promise<readonly string[]> =>
  (await newestStates(payload)).flatMap(([id, state]) => (wanted(state) ? [id] : []))

/** What people still decide on, newest first; read once a page. */
const readOpen = cache(async (payload: Payload): Promise<readonly ReviewCase[]> => {
  const open = await newestIn(payload, isOpen)
  return open.length === 0 ? [] : submissionsWhere(payload, { id: { in: open } })
})

/** Decisions after which nobody decides on a submission any more. */
const CLOSING: readonly Decision[] = ['issue', 'return', 'retract', 'withdraw']

/** However long they are open: what nobody takes further is old by nature. */
export const readAllOpen = async (payload: Payload): Promise<readonly ReviewCase[]> => {
  const where = { decision: { in: [...CLOSING] } }
  const only = ['submission']
  const closing = await rowsOf<Pick<ApprovalRow, 'submission'>>(payload, 'approvals', { where, only })
  const closed = new Set(closing.map(({ submission }) => String(submission)))
  const all = await rowsOf<Pick<SubmissionRow, 'id'>>(payload, 'submissions', { only: ['submittedAt'] })
  const open = all.map(({ id }) => String(id)).filter((id) => !closed.has(id))
  return open.length === 0 ? [] : submissionsWhere(payload, { id: { in: open } })
}

/** Keyed by id and roles, not by the object: menu and page each have an object of their own. */
const waitingFor = cache(
  async (payload: Payload, id: string, roles: string): Promise<readonly ReviewCase[]> => {
    const held = roles.split(' ')
    const person: Person = { id, roles: ROLES.filter((role) => held.includes(role)) }
    if (!takesSteps(personOf(person))) return []
    return (await readOpen(payload)).filter((one) => waitsFor(one, person))
  },
)

/** What waits for the person, newest first: of the newest submissions only the few that are open are read. */
export const readWaiting = async ({ payload, user }: Asking): Promise<readonly ReviewCase[]> =>
  !user || !mayRows(user, 'submissions', 'read')
    ? []
    : waitingFor(payload, String(user.id), (user.roles ?? []).toSorted().join(' '))

/** What was given back to the person and not sent in again, newest first. */
export const readReturned = async (asking: Asking): Promise<readonly ReviewCase[]> => {
  const { payload, user } = asking
  if (!user || !mayRows(user, 'submissions', 'read')) return []
  const returned = await newestIn(payload, (state) => state === 'returned')
  if (returned.length === 0) return []
  const rows = await readSubmissions(asking, { id: { in: returned } })
  const mine = returnedTo(rows, user).map(({ submission }) => submission.content)
  if (mine.length === 0) return []
  return returnedTo(await readSubmissions(asking, { 'content.value': { in: mine } }), user)
}

/** The newest steps of anybody, each with its submission: at most `count` submissions and as many decisions are read. */
export const readNewestSteps = async (asking: Asking, count: number): Promise<readonly ReviewCase[]> => {
  const { payload, user } = asking
  // Decisions are looked up by themselves, whosever they are on.
  if (!user || !mayAllRows(user, 'submissions', 'read')) return []
  const [sent, decided] = [
    await rowsOf<SubmissionRow>(payload, 'submissions', {
      sort: '-submittedAt',
      limit: count,
      only: ['submittedAt'],
    }),
    await rowsOf<ApprovalRow>(payload, 'approvals', { sort: '-at', limit: count, only: ['submission'] }),
  ]
  const ids = [...sent.map(({ id }) => id), ...decided.map(({ submission }) => submission)]
  return readSubmissions(asking, { id: { in: [...new Set(ids.map(String))] } })
}
