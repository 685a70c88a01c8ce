/** The steps between a draft and the screens, as a table: kind of content × class of risk. */
import type { Decision, RiskClass, Role } from '../model/people.ts'

/** A part somebody had in a submission: who wrote it or sent it in, or who took that decision. */
export type Part = 'author' | Decision

export type Step = {
  readonly decision: 'approve' | 'issue'
  readonly role: Role
  /** Whoever had one of these parts may not take the step, whatever roles he holds. */
  readonly notBy: readonly Part[]
}

export type Policy = {
  /** The kinds of content this row is for. */
  readonly kinds: 'any' | readonly string[]
  readonly risk: RiskClass
  /** In this order; with the last one the content is released. */
  readonly steps: readonly Step[]
  /** Any of these roles is enough, of any person: a 退回 is harmless, a 撤下 must be quick. */
  readonly mayReturn: readonly Role[]
  readonly mayWithdraw: readonly Role[]
  /** With one of these roles its own writers take it back while it is open, and remind whoever is next. */
  readonly mayRetract: readonly Role[]
  /** Where the town asks for second factors, the last step is taken only just after one (PPL-12). */
  readonly freshToIssue: boolean
}

/** 初审, 复审: by nobody who wrote it or looked it over before. */
const lookBy = (role: Role): Step => ({ decision: 'approve', role, notBy: ['author', 'approve'] })
/** 终审签发 is the last look and the word that releases it. */
const ISSUE: Step = { decision: 'issue', role: 'issuer', notBy: ['author', 'approve'] }

const DECIDERS: readonly Role[] = ['reviewer', 'law-reviewer', 'issuer']

const ORDINARY: Policy = {
  kinds: 'any',
  risk: 'ordinary',
  steps: [lookBy('reviewer'), lookBy('reviewer'), ISSUE],
  mayReturn: DECIDERS,
  mayWithdraw: DECIDERS,
  mayRetract: ['author', 'village-author'],
  freshToIssue: true,
}

/** A line that anybody can read at a glance is looked over once. */
const SHORT: Policy = {
  ...ORDINARY,
  kinds: ['slogan'],
  steps: [lookBy('reviewer'), ISSUE],
  freshToIssue: false,
}

/** Where a wrong word harms a person or a case, police or justice look as well, after the town itself. */
const SENSITIVE: Policy = {
  ...ORDINARY,
  risk: 'sensitive',
  steps: [lookBy('reviewer'), lookBy('reviewer'), lookBy('law-reviewer'), ISSUE],
}

/** The first row that fits a content is its policy. */
export const POLICIES: readonly Policy[] = [SHORT, ORDINARY, SENSITIVE]

/** An administrator decides nothing: he hands out the roles, and could hand himself any. */
export const NEVER_DECIDES: Role = 'administrator'
