import { isCheckCode, mendedBy, type Finding as Checked, type Word } from '../../src/checks/index.ts'
import type { Refusal } from '../../src/errors/refusal.ts'

/** `stop` keeps a content from 送审, `ask` wants a person's reason, `note` is good to know. */
export type FindingLevel = 'stop' | 'ask' | 'note'

/** What is said of a draft while it is written: a sentence in both languages, at its field where it has one. */
export type Finding = Refusal & {
  readonly level: FindingLevel
  /** What would mend it at once: the words its place of the form would hold then. */
  readonly remedy?: { readonly zh: string; readonly en: string; readonly becomes: string }
}

export const notesOf = (refusals: readonly Refusal[]): readonly Finding[] =>
  refusals.map((refusal) => ({ ...refusal, level: 'note' }))

const isChecked = (one: Refusal): one is Checked => isCheckCode(one.code) && 'level' in one

const remedyOf = ({ field, hint, remedy }: Checked, words: readonly Word[]): Finding['remedy'] => {
  const word = words.find((one) => one.field === field && one.hint === hint)
  return remedy && word ? { zh: remedy.zh, en: remedy.en, becomes: mendedBy(word.text, remedy) } : undefined
}

/** What speaks against a draft; what the checks say has a level of its own, all else stops. */
export const findingsAgainst = (refusals: readonly Refusal[], words: readonly Word[]): readonly Finding[] =>
  refusals.map((one) => {
    if (!isChecked(one)) return { ...one, level: 'stop' }
    const { remedy: _remedy, start: _start, end: _end, ...said } = one
    const remedy = remedyOf(one, words)
    return { ...said, ...(remedy && { remedy }) }
  })
