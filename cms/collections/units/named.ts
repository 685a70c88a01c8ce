import type { CollectionBeforeValidateHook } from 'payload'
import { refuse } from '../../../src/errors/refusal.ts'
import { hasLetter } from '../../../src/model/letter.ts'

const NAMES = ['name', 'fullName', 'contactName'] as const

/**
 * PST-14: posters are signed with these names, so a blank or a dot is refused. An empty one is refused by the field
 * itself.
 */
export const refuseNameless: CollectionBeforeValidateHook = ({ data }) => {
  for (const field of NAMES) {
    const name: unknown = data?.[field]
    if (typeof name === 'string' && name !== '' && !hasLetter(name))
      refuse('NAME_WITHOUT_LETTER', { field, got: name })
  }
  return data
}
