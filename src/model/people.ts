/** What a person may do; one person may hold several. */
export const ROLES = [
  'author',
  'reviewer',
  'law-reviewer',
  'issuer',
  'operator',
  'administrator',
  'supervisor',
  'village-author',
  'village',
] as const
export type Role = (typeof ROLES)[number]

/** What a person decided on one submission, or did about it; the last two change nobody's turn but who is asked. */
export const DECISIONS = ['approve', 'issue', 'return', 'withdraw', 'retract', 'hand-over', 'remind'] as const
export type Decision = (typeof DECISIONS)[number]

/** What a wrong word in it could do; it decides who must agree. */
export const RISK_CLASSES = ['ordinary', 'sensitive'] as const
export type RiskClass = (typeof RISK_CLASSES)[number]

/** A decision and who took it; `to` is whom a hand-over names. */
export type DecisionRow = { readonly decision: Decision; readonly by: string; readonly to?: string | null }

/** What became of a release of a content. */
export const RELEASE_STATES = ['released', 'replaced', 'withdrawn'] as const
export type ReleaseState = (typeof RELEASE_STATES)[number]

/** Where a submission is; derived from its approvals and what became of its release, never stored (I7). */
export const SUBMISSION_STATES = [
  'in-review',
  'reviewed',
  'returned',
  'retracted',
  ...RELEASE_STATES,
] as const
export type SubmissionState = (typeof SUBMISSION_STATES)[number]
