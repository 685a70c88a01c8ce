/** Names of roles, parts and decisions, and of the states they lead to. */
import type { Decision, ReleaseState, RiskClass, Role, SubmissionState } from '../model/people.ts'
import { words, type Words } from './words.ts'

export const ROLE_WORDS: Readonly<Record<Role, Words>> = {
  author: words('编写', 'Author'),
  reviewer: words('审核', 'Reviewer'),
  'law-reviewer': words('公安司法审核', 'Police or justice reviewer'),
  issuer: words('签发', 'Issuer'),
  operator: words('排播', 'Operator'),
  administrator: words('管理员', 'Administrator'),
  supervisor: words('督查', 'Supervisor'),
  'village-author': words('村居编写', 'Village author'),
  village: words('村居', 'Village'),
}

/** Whoever wrote a submission or sent it in, or took one of the decisions on it. */
export const PART_WORDS: Readonly<Record<'author' | Decision, Words>> = {
  author: words('编写人', 'Author'),
  approve: words('审核人', 'Reviewer'),
  issue: words('签发人', 'Issuer'),
  return: words('退回人', 'Person who returned it'),
  withdraw: words('撤下人', 'Person who withdrew it'),
  retract: words('撤回人', 'Person who took it back'),
  'hand-over': words('转交人', 'Person who handed it over'),
  remind: words('催办人', 'Person who reminded'),
}

/** The steps of a policy by name: those that look it over in their order, and the last word. */
export const LOOK_WORDS: readonly Words[] = [
  words('初审', 'First review'),
  words('复审', 'Second review'),
  words('终审', 'Last review'),
]
const LAW_LOOK_WORDS: Words = words('公安司法', 'Police or justice')
export const ISSUE_WORDS: Words = words('签发', 'Issue')

type NamedStep = { readonly decision: Decision; readonly role: Role }

/** What a step of a policy is called in its place, from 0: the looks of the town's reviewers are counted. */
export const stepWord = (steps: readonly NamedStep[], at: number): Words => {
  const step = steps[at]
  if (step?.decision === 'issue') return ISSUE_WORDS
  if (step?.role === 'law-reviewer') return LAW_LOOK_WORDS
  const looks = steps.slice(0, at).filter(({ decision, role }) => decision !== 'issue' && role === 'reviewer')
  return LOOK_WORDS[looks.length] ?? ROLE_WORDS.reviewer
}

const REVIEWERS_TURN: Words = words('审核人', 'a reviewer')
const TURNS: Partial<Readonly<Record<Role, Words>>> = {
  'law-reviewer': words('公安或司法审核', 'police or justice'),
  issuer: words('签发人', 'an issuer'),
}

/** Whom an open submission waits for, by the role of its next step. */
export const turnWord = (role: Role | undefined): Words => (role && TURNS[role]) ?? REVIEWERS_TURN

export const RISK_WORDS: Readonly<Record<RiskClass, Words>> = {
  ordinary: words('一般', 'Ordinary'),
  sensitive: words('敏感', 'Sensitive'),
}
export const DRAFT_WORDS: Words = words('草稿', 'Draft')

/** What happened to a submission: it was sent in, then decided on. */
export const STEP_WORDS: Readonly<Record<'submit' | Decision, Words>> = {
  submit: words('送审', 'Sent for review'),
  approve: words('审核通过', 'Reviewed'),
  issue: words('签发', 'Issued'),
  return: words('退回', 'Returned'),
  withdraw: words('撤下', 'Withdrawn'),
  retract: words('撤回', 'Taken back'),
  'hand-over': words('转交', 'Handed over'),
  remind: words('催办', 'Reminded'),
}

export const SUBMISSION_STATE_WORDS: Readonly<Record<SubmissionState, Words>> = {
  'in-review': words('待审核', 'To be reviewed'),
  reviewed: words('待签发', 'To be issued'),
  returned: words('已退回', 'Returned'),
  retracted: words('已撤回', 'Taken back'),
  released: words('已签发', 'Released'),
  replaced: words('已有新版', 'Replaced'),
  withdrawn: words('已撤下', 'Withdrawn'),
}

/** Of a release itself, where the state of its submission says what people did with it. */
export const RELEASE_STATE_WORDS: Readonly<Record<ReleaseState, Words>> = {
  released: words('在用', 'In use'),
  replaced: words('已有新版', 'Replaced'),
  withdrawn: words('已撤下', 'Withdrawn'),
}
