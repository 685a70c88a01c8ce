/** What a run makes once for all files that ask for it, by name; what has no name here each file makes itself. */
import type { PersonName } from '../builders/people.ts'

/** The CMS of a town with PEOPLE and nothing else: the schema of the shipped migrations, and a session for each. */
export type DeskTemplate = {
  /** Holds the database file, where it is one. */
  readonly dataDir: string
  /** Empty: the file. */
  readonly databaseUri: string
  /** PEM of the key that sealed its rows. */
  readonly key: string
  readonly ids: Readonly<Record<PersonName, string>>
  readonly tokens: Readonly<Record<PersonName, string>>
}

export type Templates = {
  readonly 'desk sqlite': DeskTemplate
  readonly 'desk mongodb': DeskTemplate
}

export type TemplateName = keyof Templates
