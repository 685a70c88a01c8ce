/** The checks of src/checks with the rows they ask for: at 送审 and again at every decision (CHK-14, CHK-15). */
import type { PayloadRequest } from 'payload'
import {
  checkWords,
  wordListOf,
  type Finding,
  type Term,
  type Town,
  type Word,
} from '../../src/checks/index.ts'
import { goesOnPaper, type ContentKinds } from '../../src/content/index.ts'
import { refusal, type Refusal } from '../../src/errors/refusal.ts'
import type { Confirmed, ContentBody, FrozenContent } from '../../src/model/content.ts'
import { formatChinese, TOWN_ZONE } from '../../src/time/index.ts'
import { ports } from '../base/ports.ts'
import { hotlineHolds, type HotlineRow } from '../records/hotline-seal.ts'
import { rowsOf, type Reader } from '../records/rows.ts'

type TermRow = Term & { readonly id: string }

/** The same as it goes to a browser, whose copy of the product brings the rest. */
export type PlainTown = Pick<Town, 'hotlines' | 'hosts'> & { readonly terms: readonly Term[] }

/** A hotline that was changed behind the product is none. */
export const readTownPlainly = async (req: Reader): Promise<PlainTown> => {
  const { payload } = req
  const hotlines = await rowsOf<HotlineRow>(payload, 'hotlines', { req })
  const publicUrl: unknown = payload.config.custom?.['publicUrl']
  return {
    hotlines: hotlines.filter((row) => hotlineHolds(row)).map(({ number }) => number ?? ''),
    terms: await readTerms(req),
    hosts: typeof publicUrl === 'string' && URL.canParse(publicUrl) ? [new URL(publicUrl).hostname] : [],
  }
}

/** What of the town its words are checked against. */
export const readTown = async (req: Reader): Promise<Town> => {
  const { hotlines, hosts, terms } = await readTownPlainly(req)
  return { hotlines, hosts, words: wordListOf(terms) }
}

/** The town's own words, as they are stored. */
export const readTerms = async (req: Reader): Promise<readonly Term[]> =>
  (await rowsOf<TermRow>(req.payload, 'terms', { sort: 'term', req })).map(
    ({ term, severity, instead, reason }) => ({
      term,
      severity,
      instead: instead ?? '',
      reason: reason ?? '',
    }),
  )

/** The words of a body that go out, at the fields of its form. */
export const wordsOf = (kinds: ContentKinds, body: ContentBody): readonly Word[] =>
  kinds
    .of(body)
    .checks(body)
    .fields.filter(({ inside }) => inside !== true)

/** Reasons by the code of what asked, as a person gave them. */
export type Reasons = Readonly<Record<string, string>>

const textOf = ({ got }: Finding): string => String(got ?? '')

/** What `by` answers for: of each code that asks and has a reason, with the words it was asked about. */
export const confirmedBy = (
  findings: readonly Finding[],
  reasons: Reasons,
  by: string,
): readonly Confirmed[] => {
  const asks = findings.filter(({ level, code }) => level === 'ask' && (reasons[code] ?? '').trim() !== '')
  return [...new Set(asks.map(({ code }) => code))].map((code) => ({
    code,
    words: [...new Set(asks.filter((one) => one.code === code).map(textOf))],
    reason: (reasons[code] ?? '').trim(),
    by,
  }))
}

/** What a stored decision answers for; of what cannot be read nothing. */
export const confirmedIn = (stored: string | null | undefined): readonly Confirmed[] => {
  try {
    const value: unknown = JSON.parse(stored ?? '[]')
    return Array.isArray(value) ? (value as readonly Confirmed[]) : []
  } catch {
    return []
  }
}

/** Whether somebody answered for these very words. */
export const isConfirmed = (finding: Finding, confirmed: readonly Confirmed[]): boolean =>
  confirmed.some(({ code, words }) => code === finding.code && words.includes(textOf(finding)))

/**
 * Reasons of one who ticks: his own, or where he gives none that of who sent it in, as far as that one spoke of all these
 * words.
 */
export const takenOver = (
  reasons: Reasons,
  sent: readonly Confirmed[],
  findings: readonly Finding[],
): Reasons =>
  Object.fromEntries(
    Object.entries(reasons).map(([code, own]) => {
      const spokenOf = findings.filter((one) => one.code === code).every((one) => isConfirmed(one, sent))
      return [code, own.trim() || (spokenOf ? (sent.find((one) => one.code === code)?.reason ?? '') : '')]
    }),
  )

/** What still stands in the way: all that stops, and what asks and nobody has answered for. */
export const openFindings = (
  findings: readonly Finding[],
  confirmed: readonly Confirmed[],
): readonly Finding[] => findings.filter((one) => one.level === 'stop' || !isConfirmed(one, confirmed))

/** No screen of the town takes it, and no sheet either; where nobody prints nothing is known of sheets. */
export const nowhereFaults = async (
  content: FrozenContent,
  pages: Readonly<Record<string, unknown>>,
): Promise<readonly Refusal[]> => {
  const { dictionary, kinds, print } = ports()
  if (Object.keys(pages).length > 0 || !print) return []
  return goesOnPaper(kinds, content, await print.templates(), dictionary) ? [] : [refusal('CHECK_NOWHERE')]
}

/** A validity that ended while it waited. */
export const expiredFaults = ({ validUntil }: FrozenContent): readonly Refusal[] =>
  validUntil !== null && validUntil <= ports().now()
    ? [refusal('CONTENT_EXPIRED', { field: 'validUntil', got: formatChinese(validUntil, TOWN_ZONE) })]
    : []

/** All findings in the words of a body. */
export const checkBody = (town: Town, body: ContentBody): readonly Finding[] => {
  const { kinds } = ports()
  return checkWords(wordsOf(kinds, body), { ...town, judged: kinds.of(body).isJudged?.(body) ?? false })
}

/** All findings in frozen words, by what the town says today. */
export const findingsIn = async (req: PayloadRequest, content: FrozenContent): Promise<readonly Finding[]> =>
  checkBody(await readTown(req), content.body)
