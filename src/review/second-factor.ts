/** Whom a town asks for a second factor, and which decisions for a fresh one (PPL-8, PPL-12). */
import { POLICIES } from './policies.ts'
import { scopeOfRows } from './access.ts'
import { ROLES, type Role } from '../model/people.ts'
import { policyFor, type ReviewHistory } from './policy.ts'

/** `required` asks it of whoever issues by any policy, and of whoever changes other people's accounts. */
export const FACTOR_RULES = ['off', 'required'] as const
export type FactorRule = (typeof FACTOR_RULES)[number]

/** What stands in the row of an older town, or nowhere, is `off`. */
export const factorRule = (stored: unknown): FactorRule => (stored === 'required' ? 'required' : 'off')

const issues = (role: Role): boolean =>
  POLICIES.some(({ steps }) => steps.some((step) => step.decision === 'issue' && step.role === role))

/** The roles that a second factor is asked of. */
export const FACTOR_ROLES: readonly Role[] = ROLES.filter(
  (role) => issues(role) || scopeOfRows('users', 'update', [role]) === 'all',
)

export const needsFactor = (rule: FactorRule, roles: readonly string[]): boolean =>
  rule === 'required' && FACTOR_ROLES.some((role) => roles.includes(role))

/** Whether this decision on it is taken only by a session that was proven a moment ago. */
export const asksFreshFactor = (
  rule: FactorRule,
  decision: string,
  subject: Pick<ReviewHistory, 'kind' | 'risk'>,
): boolean => rule === 'required' && decision === 'issue' && policyFor(subject).freshToIssue
