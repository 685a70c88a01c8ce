import type { Access, PayloadRequest, Where } from 'payload'
import { refuse } from '../../src/errors/refusal.ts'
import { ROLE_WORDS } from '../../src/lexicon/people.ts'
import {
  rolesFor,
  scopeOfAct,
  scopeOfRows,
  TOWN_ROLES,
  type Act,
  type Asker,
  type Operation,
  type Rows,
  type Scope,
} from '../../src/review/access.ts'
import type { User } from '../payload-types.ts'

type Person = PayloadRequest['user']

const askerOf = (user: Person | undefined): Asker => (user ? ((user as User).roles ?? []) : null)

/**
 * A person who holds no role of the town: of a village alone, or of nothing any more. What the town reviews, plays and
 * sets is not shown to him (PST-1); what he writes for his own unit is (PPL-20).
 */
export const isVillageOnly = (user: Person): boolean =>
  Boolean(user) && !TOWN_ROLES.some((role) => askerOf(user)?.includes(role))

/** The roles by which somebody changes other people's accounts, and whether these hold one. */
export const CHANGING_PEOPLE = TOWN_ROLES.filter((role) => scopeOfRows('users', 'update', [role]) === 'all')
export const changesPeople = (roles: readonly string[]): boolean =>
  CHANGING_PEOPLE.some((role) => roles.includes(role))

/** Who looks after the town without writing anything (PPL-7). */
export const watches = (user: Person): boolean => Boolean(askerOf(user)?.includes('supervisor'))

/** Unit a person belongs to, or null. */
export const unitOf = (user: Person): string | null => {
  const unit = (user as User | null)?.unit
  if (unit == null) return null
  return typeof unit === 'object' ? unit.id : String(unit)
}

/** The rows of `scope` as Payload asks for them. A person is among those of his own unit, and has at least himself. */
const rowsWithin = (scope: Scope, rows: Rows, user: Person): boolean | Where => {
  if (scope === 'none' || !user) return scope === 'all'
  if (scope === 'all') return true
  const self: Where = { id: { equals: user.id } }
  if (scope === 'self') return self
  const unit = unitOf(user)
  const own: Where | false = unit !== null && { unit: { equals: unit } }
  if (rows !== 'users') return own
  return own ? { or: [self, own] } : self
}

/** Which of these rows the person may touch in this way: all, none, or those that fit. */
export const rowsFor = (user: Person | undefined, rows: Rows, operation: Operation): boolean | Where =>
  rowsWithin(scopeOfRows(rows, operation, askerOf(user)), rows, user ?? null)

/**
 * The table of `src/review/access.ts` as Payload's access function of one operation. A row that is not there yet fits
 * no condition; that it is made for his own unit is held by a hook (`ownUnit`).
 */
export const accessTo =
  (rows: Rows, operation: Operation): Access =>
  ({ req }) => {
    const may = rowsFor(req.user, rows, operation)
    return operation === 'create' ? may !== false : may
  }

/** `readVersions` of rows with a unit: a version is asked for by what stood in it. */
export const accessToVersions =
  (rows: Rows): Access =>
  ({ req }) => {
    const may = rowsFor(req.user, rows, 'read')
    if (typeof may === 'boolean') return may
    return Object.fromEntries(Object.entries(may).map(([path, value]) => [`version.${path}`, value]))
  }

/** The same for all operations of a collection. */
export const accessOf = (rows: Rows) => ({
  read: accessTo(rows, 'read'),
  create: accessTo(rows, 'create'),
  update: accessTo(rows, 'update'),
  delete: accessTo(rows, 'delete'),
})

export const nobody: Access = () => false

/** Whether the person may touch any of these rows in this way. */
export const mayRows = (user: Person | undefined, rows: Rows, operation: Operation): boolean =>
  scopeOfRows(rows, operation, askerOf(user)) !== 'none'

/** Whether all such rows are his, not only those of his unit or his own. */
export const mayAllRows = (user: Person | undefined, rows: Rows, operation: Operation): boolean =>
  scopeOfRows(rows, operation, askerOf(user)) === 'all'

/** Whether he may touch a row of this unit in this way; one without a unit is the town's. */
export const mayRow = (
  user: Person | undefined,
  rows: Rows,
  operation: Operation,
  unit: string | null | undefined,
): boolean =>
  mayAllRows(user, rows, operation) ||
  (mayRows(user, rows, operation) && unit != null && unitOf(user ?? null) === unit)

/** Whether the person may do it for anybody at all. */
export const mayAct = (user: Person | undefined, act: Act): boolean =>
  scopeOfAct(act, askerOf(user)) !== 'none'

/** Whether he may do it for every unit. */
export const mayActForAll = (user: Person | undefined, act: Act): boolean =>
  scopeOfAct(act, askerOf(user)) === 'all'

/** Whether he may do it for this unit. */
export const mayActFor = (user: Person, act: Act, unit: string): boolean =>
  mayActForAll(user, act) || (mayAct(user, act) && unitOf(user) === unit)

/** `admin.hidden` of what a village has no use for. */
export const hiddenFromVillages = ({ user }: { readonly user: unknown }): boolean =>
  isVillageOnly(user as Person)

/** The person asking, who must be one of those who may do `act`; refuses NOT_SIGNED_IN or ROLE_MISSING. */
export const requireAct = (req: PayloadRequest, act: Act): User => {
  if (!req.user) return refuse('NOT_SIGNED_IN')
  if (!mayAct(req.user, act)) {
    const zh = req.i18n?.language !== 'en'
    const limit = rolesFor(act)
      .map((role) => ROLE_WORDS[role][zh ? 'zh' : 'en'])
      .join(zh ? '、' : ', ')
    return refuse('ROLE_MISSING', { limit })
  }
  return req.user as User
}
