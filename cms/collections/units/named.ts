import type { CollectionBeforeValidateHook } from 'payload'
import { refuse } from '../../../src/errors/refusal.ts'
import { hasLetter } from '../../../src/model/letter.ts'

const NAMES = ['name', 'fullName', 'contactName'] as const

/** PST-14: posters are signed with these; a blank or a dot signs nothing. An empty one is the field's own matter. */
export const refuseNameless: CollectionBeforeValidateHook = ({ data }) => {
  for (const field of NAMES) {
    const name: unknown = data?.[field]
    if (typeof name === 'string' && name !== '' && !hasLetter(name))
      refuse('NAME_WITHOUT_LETTER', { field, got: name })
  }
  return data
}
