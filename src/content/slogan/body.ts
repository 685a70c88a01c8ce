import type { Checks } from '../faults.ts'
import type { Draft, Frozen } from '../kind.ts'
import { isRecord, isText, line } from '../stored.ts'

export type SloganBody = {
  readonly kind: 'slogan'
  /** The whole slogan; halves are parted by one space. */
  readonly text: string
  /** A phrase of it to set in the accent colour; empty for none. */
  readonly accent: string
}

const TEXT_LIMIT = 40

export const isBody = (value: unknown): value is SloganBody =>
  isRecord(value) && value['kind'] === 'slogan' && isText(value['text']) && isText(value['accent'])

export const freeze = (draft: Draft): Frozen<SloganBody> => ({
  body: { kind: 'slogan', text: line(draft['text']), accent: line(draft['accent']) },
  faults: [],
})

export const checks = ({ text, accent }: SloganBody): Checks => ({
  fields: [{ field: 'text', text, limit: TEXT_LIMIT }],
  accents: [{ field: 'accent', text, accent }],
  lists: [],
})
