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

export type StaffName = 'author' | 'reviewer' | 'second-reviewer' | 'issuer' | 'operator' | 'administrator'

export type Staff = {
  /** Sessions: the key they are signed by lies in the folder, so a copy of the town knows them too. */
  readonly cookies: Readonly<Record<StaffName, string>>
  readonly unit: string
  readonly place: string
  readonly hotline: string
}

/** `real`: begun by its first administrator. `staffed`: the same with `Staff`. `demo`: the product's own. */
export type TownName = 'real' | 'staffed' | 'demo'

/** The folder of a whole town that was started once and stopped. */
export type TownTemplate = {
  readonly dataDir: string
  /** Empty: the file in `dataDir`. */
  readonly databaseUri: string
  readonly staff: Staff | null
}

/** The built product, serving a copy of the demo town until the run ends. */
export type SharedServer = {
  readonly origin: string
  readonly dataDir: string
  /** A session for each of its people, by sign-in name; a sign-in beside another of the same person may lose one of the two. */
  readonly cookies: Readonly<Record<string, string>>
}

/** The sources as files that Node runs as they are: the loader for TypeScript costs each start two seconds and more. */
export type Bundles = {
  readonly serve: string
  readonly imageChild: string
  readonly typstChild: string
  readonly fakeTypst: string
}

export type Templates = {
  readonly bundles: Bundles
  readonly server: SharedServer
  readonly 'desk sqlite': DeskTemplate
  readonly 'desk mongodb': DeskTemplate
} & { readonly [Name in `town ${TownName} ${'file' | 'mongodb'}`]: TownTemplate }

export type TemplateName = keyof Templates
