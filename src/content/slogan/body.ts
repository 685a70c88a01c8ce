import { factsIn, isFacts, type Facts } from '../facts.ts'
import type { Checks } from '../faults.ts'
import type { Draft, Frozen } from '../kind.ts'
import { isRecord, isText, line } from '../stored.ts'

export type SloganBody = {
  readonly kind: 'slogan'
  /** The whole slogan; halves are parted by one space. */
  readonly text: string
  /** A phrase of it to set in the accent colour; empty for none. */
  readonly accent: string
  /** What was chosen beside the words, for who decides and plans; on no page and no sheet. Missing: nothing. */
  readonly facts?: Facts
}

/** What its form asks for, in its order. */
export const FACTS = ['officialClass', 'method', 'occasion'] as const

/** Its halves, parted by a blank; one alone where there is none. */
export const halvesOf = ({ text }: Pick<SloganBody, 'text'>): readonly string[] =>
  text.split(' ').filter((half) => half !== '')

const TEXT_LIMIT = 40

export const isBody = (value: unknown): value is SloganBody =>
  isRecord(value) &&
  value['kind'] === 'slogan' &&
  isText(value['text']) &&
  isText(value['accent']) &&
  isFacts(value['facts'])

export const freeze = (draft: Draft): Frozen<SloganBody> => ({
  body: {
    kind: 'slogan',
    text: line(draft['text']),
    accent: line(draft['accent']),
    ...factsIn(draft, FACTS),
  },
  faults: [],
})

export const checks = ({ text, accent }: SloganBody): Checks => ({
  fields: [{ field: 'text', text, limit: TEXT_LIMIT }],
  accents: [{ field: 'accent', text, accent }],
  lists: [],
})
