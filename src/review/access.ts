/**
 * Who may do what, as one table: role × rows or act × whose. `cms/access` only translates it for Payload; docs/access.md
 * is made from it, and a test walks every cell over the HTTP interface (CMS-96).
 */
import { ROLES, type Role } from '../model/people.ts'
import { POLICIES } from './policies.ts'

/** Whose rows, from none to all. A person with several roles has the widest of theirs. */
export const SCOPES = ['none', 'self', 'own-unit', 'all'] as const
export type Scope = (typeof SCOPES)[number]

/** `stranger` is not signed in; `anybody` is signed in, whatever roles he holds, or none. */
export const HOLDERS = ['stranger', 'anybody', ...ROLES] as const
export type Holder = (typeof HOLDERS)[number]

/** Nobody who is not named has any. */
export type Grants = Partial<Readonly<Record<Holder, Scope>>>

export const OPERATIONS = ['read', 'create', 'update', 'delete'] as const
export type Operation = (typeof OPERATIONS)[number]

/** Who hangs posters in a village and who writes for one: of what is the town's own they see nothing (PST-1, PPL-20). */
const VILLAGE_ROLES: readonly Role[] = ['village', 'village-author']

/**
 * Who works for the town. Named one by one: a role that comes later has what anybody has until somebody gives it more
 * (CMS-97).
 */
const WORKING_ROLES: readonly Role[] = [
  'author',
  'reviewer',
  'law-reviewer',
  'issuer',
  'operator',
  'administrator',
]

export const TOWN_ROLES: readonly Role[] = [...WORKING_ROLES, 'supervisor']

const grant = (scope: Scope, ...holders: readonly Holder[]): Grants =>
  Object.fromEntries(holders.map((holder) => [holder, scope]))

const NOBODY: Grants = {}
const TOWN = grant('all', ...TOWN_ROLES)
const EVERYBODY = grant('all', 'anybody')
const ADMINISTRATOR = grant('all', 'administrator')
const AUTHOR = grant('all', 'author')
const TOWN_AND_OWN_UNIT: Grants = { ...TOWN, ...grant('own-unit', ...VILLAGE_ROLES) }
const TOWN_AND_WRITERS: Grants = { ...TOWN, 'village-author': 'all' }
const TOWN_AND_OWN_WRITERS: Grants = { ...TOWN, 'village-author': 'own-unit' }
/** Of the whole town, or of his own unit alone (PPL-20). */
const WRITERS: Grants = { ...AUTHOR, 'village-author': 'own-unit' }
const WRITERS_AND_ADMINISTRATOR: Grants = { ...WRITERS, ...ADMINISTRATOR }

type RowGrants = Readonly<Record<Operation, Grants>>

const written = (read: Grants, write: Grants, remove = write): RowGrants => ({
  read,
  create: write,
  update: write,
  delete: remove,
})
/** Rows that only the product itself writes, while somebody does an act below (I9). */
const recorded = (read: Grants): RowGrants => written(read, NOBODY)

/** By collection; `contents` are those of every kind of content, `town` is its name. */
export const ROWS = {
  contents: written(TOWN_AND_OWN_WRITERS, WRITERS, WRITERS_AND_ADMINISTRATOR),
  media: written(TOWN_AND_OWN_WRITERS, WRITERS_AND_ADMINISTRATOR),
  // What a form offers to choose from is seen by whoever fills it in.
  hotlines: written(TOWN_AND_WRITERS, ADMINISTRATOR),
  terms: written(TOWN, grant('all', 'issuer', 'administrator')),
  submissions: recorded(TOWN_AND_OWN_WRITERS),
  approvals: recorded(TOWN),
  releases: recorded(TOWN),
  derivations: recorded(TOWN),
  playlists: written(TOWN, grant('all', 'operator'), grant('all', 'operator', 'administrator')),
  schedules: written(TOWN, grant('all', 'operator'), grant('all', 'operator', 'administrator')),
  campaigns: written(TOWN_AND_WRITERS, grant('all', 'operator', 'administrator')),
  screens: written(TOWN, ADMINISTRATOR),
  pairings: recorded(grant('all', 'administrator', 'supervisor')),
  heads: recorded(TOWN),
  receipts: recorded(TOWN),
  prints: recorded(TOWN_AND_OWN_UNIT),
  postings: recorded(TOWN_AND_OWN_UNIT),
  'posting-photos': recorded(TOWN_AND_OWN_UNIT),
  'poster-templates': recorded(TOWN),
  units: written(EVERYBODY, ADMINISTRATOR),
  places: written(EVERYBODY, grant('all', 'operator', 'administrator'), ADMINISTRATOR),
  users: {
    read: { ...TOWN, anybody: 'own-unit' },
    create: ADMINISTRATOR,
    update: { ...ADMINISTRATOR, anybody: 'self' },
    delete: ADMINISTRATOR,
  },
  // Secrets that prove who somebody is: no door reads them.
  factors: recorded(NOBODY),
  // Whoever reads an address of a robot can write to its group.
  webhooks: written(ADMINISTRATOR, ADMINISTRATOR),
  deliveries: recorded(grant('all', 'administrator', 'supervisor')),
  audit: recorded(TOWN),
  town: {
    read: grant('all', 'stranger', 'anybody'),
    create: NOBODY,
    update: ADMINISTRATOR,
    delete: NOBODY,
  },
} as const satisfies Readonly<Record<string, RowGrants>>

export type Rows = keyof typeof ROWS

const rolesIn = (roles: (policy: (typeof POLICIES)[number]) => readonly Role[]): Grants =>
  grant('all', ...new Set(POLICIES.flatMap(roles)))

/** Roles that write anything; a supervisor reads all and writes nothing (PPL-7). */
const WRITING_ROLES: readonly Role[] = [...WORKING_ROLES, ...VILLAGE_ROLES]

const OWN_SHEETS: Grants = { ...grant('own-unit', ...WRITING_ROLES), operator: 'all', administrator: 'all' }

/** What is done by more than a row. Who of these may decide on which submission is said by the policy. */
export const ACTS = {
  'content.check': WRITERS,
  // What words are checked against while they are typed.
  'checks.read': TOWN_AND_WRITERS,
  // Whoever reads a draft may be told where its words will not go.
  'content.paper': TOWN_AND_OWN_WRITERS,
  // What a form offers to name: drafts that he may read, and what stands released (CMS-99).
  'content.choose': TOWN_AND_WRITERS,
  // It sets what stands in a form, of any unit or none yet, with the pictures that the asker may see.
  'content.preview': TOWN_AND_WRITERS,
  // And what was written on it when it was returned.
  'content.returned': TOWN_AND_OWN_WRITERS,
  'content.submit': WRITERS,
  // What it makes are rows, which go by the rule of contents.
  'content.import': { ...AUTHOR, 'village-author': 'all' },
  'starter.load': grant('all', 'author', 'administrator'),
  'submission.approve': rolesIn(({ steps }) => steps.map(({ role }) => role)),
  'submission.return': rolesIn(({ mayReturn }) => mayReturn),
  'submission.retract': rolesIn(({ mayRetract }) => mayRetract),
  'submission.remind': rolesIn(({ mayRetract }) => mayRetract),
  'submission.hand-over': rolesIn(({ steps }) => steps.map(({ role }) => role)),
  'release.withdraw': rolesIn((policy) => policy.mayWithdraw),
  // What went out may be passed on by whoever writes anything here, villages too.
  'release.pack': grant('all', ...WRITING_ROLES),
  'screen.pair': ADMINISTRATOR,
  'screen.unpair': ADMINISTRATOR,
  'pairing.look': ADMINISTRATOR,
  'screen.timeline': TOWN,
  'user.unlock': ADMINISTRATOR,
  'user.reset-factor': ADMINISTRATOR,
  'webhook.try': ADMINISTRATOR,
  'template.judge': ADMINISTRATOR,
  'template.install': ADMINISTRATOR,
  'template.thumb': grant('all', ...TOWN_ROLES, ...VILLAGE_ROLES),
  'print.sheet': OWN_SHEETS,
  'print.villages': grant('all', 'operator', 'administrator'),
  'print.job': grant('self', ...WRITING_ROLES),
  'posting.put': OWN_SHEETS,
  'posting.down': OWN_SHEETS,
  'posting.recall': { ...OWN_SHEETS, ...rolesIn(({ mayWithdraw }) => mayWithdraw), supervisor: 'all' },
  'code.read': grant('all', 'stranger', 'anybody'),
} as const satisfies Readonly<Record<string, Grants>>

export type Act = keyof typeof ACTS

/** Null for a stranger, the roles of whoever is signed in. */
export type Asker = readonly string[] | null

/** Whoever is this holder and nothing else. */
export const askerOf = (holder: Holder): Asker =>
  holder === 'stranger' ? null : holder === 'anybody' ? [] : [holder]

const wider = (a: Scope, b: Scope): Scope => (SCOPES.indexOf(a) > SCOPES.indexOf(b) ? a : b)

const holdersOf = (asker: Asker): readonly Holder[] =>
  asker === null ? ['stranger'] : ['anybody', ...ROLES.filter((role) => asker.includes(role))]

/** The scope that `grants` give a person who holds `asker`. */
export const widest = (grants: Grants, asker: Asker): Scope =>
  holdersOf(asker).reduce<Scope>((scope, holder) => wider(scope, grants[holder] ?? 'none'), 'none')

export const scopeOfRows = (rows: Rows, operation: Operation, asker: Asker): Scope =>
  widest(ROWS[rows][operation], asker)

export const scopeOfAct = (act: Act, asker: Asker): Scope => widest(ACTS[act], asker)

/** The roles that may do it at all, for the sentence of a refusal. */
export const rolesFor = (act: Act): readonly Role[] => {
  const grants: Grants = ACTS[act]
  return ROLES.filter((role) => (grants[role] ?? 'none') !== 'none')
}
