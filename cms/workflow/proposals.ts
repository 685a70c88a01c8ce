/** When the word list grows, what is on air and on paper is looked through again, and a withdrawal is proposed (CHK-18). */
import type { Payload } from 'payload'
import { checkTerms, wordListOf, type Finding, type WordList } from '../../src/checks/index.ts'
import { readFrozen } from '../../src/content/index.ts'
import type { FrozenContent } from '../../src/model/content.ts'
import { canonicalJson } from '../../src/programme/canonical.ts'
import { mayAct } from '../access/roles.ts'
import { keptOn } from '../base/kept-on.ts'
import { ports } from '../base/ports.ts'
import {
  decisionsOnAll,
  rowsOf,
  type ApprovalRow,
  type ReleaseRow,
  type SubmissionRow,
} from '../records/rows.ts'
import { confirmedIn, isConfirmed, readTerms, wordsOf } from './checks.ts'
import type { Asking } from './read.ts'
import { readHistory } from './states.ts'

/** A release whose words the list speaks against. */
export type Proposal = {
  readonly release: string
  readonly title: string
  /** Whether a word of it is forbidden, not only advised against. */
  readonly stops: boolean
  readonly words: readonly string[]
  /** Sheets of it that hang. */
  readonly places: number
}

type Hit = Pick<ReleaseRow, 'id' | 'submission' | 'title'> & {
  readonly content: string
  readonly findings: readonly Finding[]
  readonly validUntil: number | null
}

/** Frozen texts read at once. */
const AT_ONCE = 50

type Issued = Pick<ReleaseRow, 'id' | 'submission' | 'content' | 'title' | 'releasedAt'>

const newestReleases = async (payload: Payload): Promise<readonly Issued[]> => {
  const all = await rowsOf<Issued>(payload, 'releases', {
    sort: 'releasedAt',
    only: ['submission', 'content', 'title', 'releasedAt'],
  })
  return [...new Map(all.map((one) => [String(one.content?.value), one])).values()]
}

const contentIn = (frozen: string): FrozenContent | null => {
  try {
    const content = readFrozen(ports().kinds, frozen)
    return 'message_zh' in content ? null : content
  } catch {
    return null
  }
}

const findingsIn = (frozen: string, list: WordList): Pick<Hit, 'findings' | 'validUntil'> | null => {
  const content = contentIn(frozen)
  if (!content) return null
  const sent = content.confirmed ?? []
  const findings = checkTerms(wordsOf(ports().kinds, content.body), list).filter(
    (one) => one.level === 'stop' || !isConfirmed(one, sent),
  )
  return findings.length > 0 ? { findings, validUntil: content.validUntil } : null
}

const lookThrough = async (payload: Payload, list: WordList): Promise<readonly Hit[]> => {
  const issued = await newestReleases(payload)
  const hits: Hit[] = []
  for (let from = 0; from < issued.length; from += AT_ONCE) {
    const some = issued.slice(from, from + AT_ONCE)
    const frozen = new Map(
      (
        await rowsOf<Pick<SubmissionRow, 'id' | 'frozen'>>(payload, 'submissions', {
          where: { id: { in: some.map(({ submission }) => String(submission)) } },
          only: ['frozen'],
        })
      ).map((row) => [String(row.id), row.frozen]),
    )
    for (const { id, submission, title, content } of some) {
      const found = findingsIn(frozen.get(String(submission)) ?? '', list)
      if (found)
        hits.push({
          id: String(id),
          submission: String(submission),
          title,
          content: String(content?.value),
          ...found,
        })
    }
  }
  return hits
}

/**
 * Once for each state of the list: what is issued later was checked by it when it was issued. It may be lost at any time,
 * and is then looked through anew.
 */
const hitsOf = async (payload: Payload): Promise<readonly Hit[]> => {
  const terms = await readTerms({ payload })
  const kept = keptOn(payload, 'looked-through', () => new Map<string, Promise<readonly Hit[]>>())
  const name = ports().sha256(canonicalJson(terms))
  const known = kept.get(name)
  if (known) return known
  kept.clear()
  const looked = lookThrough(payload, wordListOf(terms))
  kept.set(name, looked)
  looked.catch(() => kept.delete(name))
  return looked
}

const hangingOf = async (payload: Payload, releases: readonly string[]): Promise<readonly string[]> =>
  (
    await rowsOf<{ readonly release: string }>(payload, 'postings', {
      where: { and: [{ takenDownAt: { exists: false } }, { release: { in: [...releases] } }] },
      only: ['release'],
    })
  ).map(({ release }) => String(release))

/** Those a reviewer or issuer answered for when he decided. */
const isAnswered = (finding: Finding, decisions: readonly Pick<ApprovalRow, 'confirmed'>[]): boolean =>
  finding.level === 'ask' && decisions.some(({ confirmed }) => isConfirmed(finding, confirmedIn(confirmed)))

/** For whoever may withdraw: releases in force whose words the list speaks against by now. Nothing is withdrawn here. */
export const readProposals = async ({ payload, user }: Asking): Promise<readonly Proposal[]> => {
  if (!user || !mayAct(user, 'release.withdraw')) return []
  const hits = await hitsOf(payload)
  if (hits.length === 0) return []
  const { status, releases } = await readHistory(
    { payload },
    hits.map(({ content }) => content),
  )
  const standing = new Set(releases.filter((one) => status.stateOf(one) === 'released').map(({ id }) => id))
  const decided = await decisionsOnAll(
    { payload },
    hits.map(({ submission }) => submission),
  )
  const hanging = await hangingOf(
    payload,
    hits.map(({ id }) => id),
  )
  return hits
    .filter(({ id, validUntil }) => standing.has(id) && (validUntil === null || validUntil > ports().now()))
    .flatMap(({ id, title, submission, findings }) => {
      const open = findings.filter((one) => !isAnswered(one, decided.get(submission) ?? []))
      if (open.length === 0) return []
      return [
        {
          release: id,
          title,
          stops: open.some(({ level }) => level === 'stop'),
          words: [...new Set(open.map(({ got }) => String(got)))],
          places: hanging.filter((release) => release === id).length,
        },
      ]
    })
    .toSorted((a, b) => Number(b.stops) - Number(a.stops))
}
