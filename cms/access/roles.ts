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
 * A person with the role of a village and no other, or with no role any more. Nothing that is written, reviewed or
 * played is shown to him (PST-1).
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

/** The table of `src/review/access.ts` as Payload's access function of one operation. */
export const accessTo =
  (rows: Rows, operation: Operation): Access =>
  ({ req }) =>
    rowsWithin(scopeOfRows(rows, operation, askerOf(req.user)), rows, req.user)

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
