/** What a person may do; one person may hold several (issue: people). */
export const ROLES = ['author', 'reviewer', 'issuer', 'operator', 'administrator', 'village'] as const
export type Role = (typeof ROLES)[number]

/** A person's decision on one submission. */
export const DECISIONS = ['approve', 'issue', 'return', 'withdraw'] as const
export type Decision = (typeof DECISIONS)[number]

/** A decision and who took it. */
export type DecisionRow = { readonly decision: Decision; readonly by: string }

/** Where a submission stands; derived from its approvals, never stored (design 5.2). */
export const SUBMISSION_STATES = ['in-review', 'reviewed', 'returned', 'released', 'withdrawn'] as const
export type SubmissionState = (typeof SUBMISSION_STATES)[number]
