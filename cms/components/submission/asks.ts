import type { Payload } from 'payload'
import type { Finding } from '../../../src/checks/index.ts'
import type { Confirmed, FrozenContent } from '../../../src/model/content.ts'
import type { Decision } from '../../../src/model/people.ts'
import { rowsOf, type ApprovalRow } from '../../records/rows.ts'
import { say, type DeskLanguage } from '../../web/language.ts'
import { checkBody, confirmedIn, isConfirmed, readTown } from '../../workflow/checks.ts'
import type { ReviewCase } from '../../workflow/read.ts'
import { stepWords } from './story.ts'

/** Who answered for what a check asked, and with which words. */
export type Said = { readonly who: string; readonly reason: string }

/** One thing the checks found in the frozen words, as those who decide read it. */
export type AskLine = {
  readonly code: string
  readonly level: Finding['level']
  readonly sentences: readonly string[]
  readonly said: readonly Said[]
  /** Nobody who sent it in spoke of these words: whoever decides gives a reason of his own. */
  readonly needsReason: boolean
}

type Told = {
  readonly decision: Decision | 'submit'
  readonly by: string
  readonly confirmed: readonly Confirmed[]
}

const saidOf = (code: string, told: readonly Told[], language: DeskLanguage): readonly Said[] =>
  told.flatMap(({ decision, by, confirmed }) =>
    confirmed
      .filter((one) => one.code === code)
      .map(({ reason }) => ({
        who: say(
          language,
          `${by}（${stepWords(decision, language)}）`,
          `${by} (${stepWords(decision, language)})`,
        ),
        reason,
      })),
  )

/** Findings of one code together: one tick answers for all of them. */
export const askLines = (
  findings: readonly Finding[],
  told: readonly Told[],
  language: DeskLanguage,
): readonly AskLine[] => {
  const sent = told[0]?.confirmed ?? []
  // A word that was taken off the list since is not asked any more; who answered for it still stands there.
  const codes = [
    ...findings.map(({ code }) => code),
    ...told.flatMap(({ confirmed }) => confirmed.map(({ code }) => code)),
  ]
  return [...new Set<string>(codes)].map((code) => {
    const own = findings.filter((one) => one.code === code)
    const words = told.flatMap(({ confirmed }) =>
      confirmed.filter((one) => one.code === code).flatMap((one) => one.words),
    )
    const sentences = own.map(({ message_zh, message_en }) => say(language, message_zh, message_en))
    return {
      code,
      level: own[0]?.level ?? 'ask',
      sentences:
        sentences.length > 0
          ? [...new Set(sentences)]
          : [[...new Set(words)].map((word) => `“${word}”`).join('、')],
      said: saidOf(code, told, language),
      needsReason: !own.every((one) => isConfirmed(one, sent)),
    }
  })
}

/** What the checks say of frozen words today (null: words that cannot be read), with who answered for what, from the sealed rows. */
export const readAsks = async (
  payload: Payload,
  content: FrozenContent | null,
  { submission, approvals }: ReviewCase,
  language: DeskLanguage,
): Promise<readonly AskLine[] | null> => {
  if (!content) return null
  const rows = await rowsOf<ApprovalRow>(payload, 'approvals', {
    where: { submission: { equals: submission.id } },
    sort: 'at',
    only: ['decision', 'by', 'confirmed'],
  })
  const names = new Map(
    [submission.submittedBy, ...approvals.map(({ by }) => by)].map(({ id, name }) => [id, name]),
  )
  const told: readonly Told[] = [
    { decision: 'submit', by: submission.submittedBy.name, confirmed: content.confirmed ?? [] },
    ...rows.map(({ decision, by, confirmed }) => ({
      decision,
      by: names.get(String(by)) ?? '',
      confirmed: confirmedIn(confirmed),
    })),
  ]
  return askLines(checkBody(await readTown({ payload }), content.body), told, language)
}
