import type { Access, PayloadRequest } from 'payload'
import { refuse } from '../../src/errors/refusal.ts'
import type { Role } from '../../src/model/people.ts'
import type { User } from '../payload-types.ts'

export const ROLE_WORDS: Record<Role, { zh: string; en: string }> = {
  author: { zh: '编写', en: 'Author' },
  reviewer: { zh: '审核', en: 'Reviewer' },
  issuer: { zh: '签发', en: 'Issuer' },
  operator: { zh: '排播', en: 'Operator' },
  administrator: { zh: '管理员', en: 'Administrator' },
}

export const hasRole = (user: PayloadRequest['user'], ...roles: readonly Role[]): boolean =>
  roles.some((role) => (user as User | null)?.roles?.includes(role) ?? false)

export const signedIn: Access = ({ req }) => Boolean(req.user)
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
