import type { Payload } from 'payload'
import { rowsOf } from '../records/rows.ts'
import { say, type DeskLanguage } from '../web/language.ts'
import { labelWords } from './names.ts'
import { SYSTEM } from './question.ts'

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
