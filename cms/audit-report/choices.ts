import type { Payload } from 'payload'
import { rowsOf } from '../records/rows.ts'
import { say, type DeskLanguage } from '../web/language.ts'
import { labelWords } from './names.ts'
import { SYSTEM, type AuditQuestion } from './question.ts'

type Choice = { readonly value: string; readonly name: string }

/** What a reader can narrow the audit to: people with an account, and kinds of rows. */
export type Choices = { readonly people: readonly Choice[]; readonly things: readonly Choice[] }

type Person = { readonly id: string; readonly name: string }

/** Rows that only stand behind others: their acts are told of those. */
const BEHIND = new Set(['audit', 'approvals', 'derivations', 'receipts', 'posting-photos'])

export const readChoices = async (payload: Payload, language: DeskLanguage): Promise<Choices> => {
  const people = await rowsOf<Person>(payload, 'users', { sort: 'name', only: ['name'] })
  return {
    people: [
      ...people.map(({ id, name }) => ({ value: String(id), name })),
      { value: SYSTEM, name: say(language, '系统自己', 'The system itself') },
    ],
    things: payload.config.collections
      .filter(({ slug }) => !BEHIND.has(slug) && !slug.startsWith('payload-'))
      .map(({ slug, labels }) => ({ value: slug, name: labelWords(labels.plural, slug)[language] })),
  }
}

/** What a question asks for, as a reader chose it; of an account or a kind that is gone, what the address says. */
export const askedNames = async (
  payload: Payload,
  { by, of }: Pick<AuditQuestion, 'by' | 'of'>,
  language: DeskLanguage,
): Promise<{ readonly by: string; readonly of: string }> => {
  const { people, things } = await readChoices(payload, language)
  const nameIn = (choices: readonly Choice[], value: string) =>
    choices.find((choice) => choice.value === value)?.name ?? value
  return {
    by: by === null ? say(language, '所有人', 'everybody') : nameIn(people, by),
    of: of === null ? say(language, '所有东西', 'everything') : nameIn(things, of.split('/')[0] ?? of),
  }
}
