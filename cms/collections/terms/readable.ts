import type { CollectionBeforeChangeHook } from 'payload'
import { wordListOf } from '../../../src/checks/index.ts'
import { refuse } from '../../../src/errors/refusal.ts'

/** A word of blanks and marks alone would be found nowhere. */
export const refuseEmptyTerm: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const given = data as { readonly term?: unknown }
  const stored = (originalDoc as { readonly term?: string } | undefined)?.term ?? ''
  const term = typeof given.term === 'string' ? given.term : stored
  const own = { term, severity: 'stop', instead: '', reason: '' } as const
  if (!wordListOf([own]).some((one) => one.term === term))
    refuse('TEXT_WITHOUT_WORDS', { field: 'term', got: term })
  return data
}
