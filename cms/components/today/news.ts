import type { DeskLanguage } from '../../web/language.ts'
import type { ReviewCase } from '../../workflow/read.ts'
import { stepWords } from '../submission/story.ts'

export type NewsLine = {
  readonly submission: string
  readonly title: string
  readonly what: string
  readonly by: string
  readonly at: string
}

export const LINES = 10

/** The last steps of the workflow, newest first. */
export const newsOf = (told: readonly ReviewCase[], language: DeskLanguage): readonly NewsLine[] =>
  told
    .flatMap(({ submission, approvals }) => [
      {
        submission: submission.id,
        title: submission.title,
        what: stepWords('submit', language),
        by: submission.submittedBy.name,
        at: submission.submittedAt,
      },
      ...approvals.map((row) => ({
        submission: submission.id,
        title: submission.title,
        what: stepWords(row.decision, language),
        by: row.by.name,
        at: row.at,
      })),
    ])
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    .slice(0, LINES)
