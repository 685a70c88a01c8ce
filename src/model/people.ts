/** What a person may do; one person may hold several. */
export const ROLES = ['author', 'reviewer', 'issuer', 'operator', 'administrator', 'village'] as const
export type Role = (typeof ROLES)[number]

/** A person's decision on one submission. */
export const DECISIONS = ['approve', 'issue', 'return', 'withdraw'] as const
export type Decision = (typeof DECISIONS)[number]

/** What a wrong word in it could do; it decides who must agree. One class today. */
export const RISK_CLASSES = ['ordinary'] as const
export type RiskClass = (typeof RISK_CLASSES)[number]

/** A decision and who took it. */
export type DecisionRow = { readonly decision: Decision; readonly by: string }

/** What became of a release of a content. */
export const RELEASE_STATES = ['released', 'replaced', 'withdrawn'] as const
export type ReleaseState = (typeof RELEASE_STATES)[number]

/** Where a submission is; derived from its approvals and what became of its release, never stored (I7). */
export const SUBMISSION_STATES = ['in-review', 'reviewed', 'returned', ...RELEASE_STATES] as const
export type SubmissionState = (typeof SUBMISSION_STATES)[number]
