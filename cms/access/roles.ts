import type { Access, PayloadRequest } from 'payload'
import { refuse } from '../../src/errors/refusal.ts'
import { ROLE_WORDS } from '../../src/lexicon/people.ts'
import { ROLES, type Role } from '../../src/model/people.ts'
import type { User } from '../payload-types.ts'

export const hasRole = (user: PayloadRequest['user'], ...roles: readonly Role[]): boolean =>
  roles.some((role) => (user as User | null)?.roles?.includes(role) ?? false)

const TOWN_ROLES = ROLES.filter((role) => role !== 'village')

/**
 * Who only prints and posts for a village, or not even that any more: everything written, reviewed and played is not his
 * to see (PST-1).
 */
export const isVillageOnly = (user: PayloadRequest['user']): boolean =>
  Boolean(user) && !hasRole(user, ...TOWN_ROLES)

/** Unit a person belongs to, or null. */
export const unitOf = (user: PayloadRequest['user']): string | null => {
  const unit = (user as User | null)?.unit
  if (unit == null) return null
  return typeof unit === 'object' ? unit.id : String(unit)
}

export const signedIn: Access = ({ req }) => Boolean(req.user)
/** Who holds a role of the town. */
export const townStaff: Access = ({ req }) => hasRole(req.user, ...TOWN_ROLES)
/** All rows for the town's people; for a village those whose `field` is its own unit. */
export const ownUnit =
  (field = 'unit'): Access =>
  ({ req }) => {
    if (!hasRole(req.user, ...ROLES)) return false
    if (!isVillageOnly(req.user)) return true
    const unit = unitOf(req.user)
    return unit === null ? false : { [field]: { equals: unit } }
  }
/** `admin.hidden` of what a village has no use for. */
export const hiddenFromVillages = ({ user }: { readonly user: unknown }): boolean =>
  isVillageOnly(user as PayloadRequest['user'])
export const nobody: Access = () => false
export const allow =
  (...roles: readonly Role[]): Access =>
  ({ req }) =>
    hasRole(req.user, ...roles)

/** The person asking, who must hold one of `roles`; refuses NOT_SIGNED_IN or ROLE_MISSING. */
export const requireRole = (req: PayloadRequest, ...roles: readonly Role[]): User => {
  if (!req.user) return refuse('NOT_SIGNED_IN')
  if (!hasRole(req.user, ...roles)) {
    const zh = req.i18n?.language !== 'en'
    const limit = roles.map((role) => (zh ? ROLE_WORDS[role].zh : ROLE_WORDS[role].en)).join(zh ? '、' : ', ')
    return refuse('ROLE_MISSING', { limit })
  }
  return req.user as User
}
