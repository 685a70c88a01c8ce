import { refusal, type Refusal } from '../errors/refusal.ts'
import { hasLetter } from '../model/letter.ts'
import type { Contact } from './sheet.ts'

export const CONTACT_NAME_MAX = 10

/** One letter at least, and digits and what stands in names: space, middle dot, brackets. So neither markup nor controls nor emoji. */
const NAME = /^[\p{L}\p{M}\p{N} ·（）()]+$/u
const NUMBER = /^\d{3,12}$/

/**
 * The one line a clerk types, made tidy (PRT-3): spaces and hyphens in the number are forgiven, as are full-width digits.
 * Refuses with PRINT_CONTACT_INVALID and the field.
 */
export const checkContact = (typed: Contact): Contact | Refusal => {
  const name = typed.name.normalize('NFC').replace(/\s+/gu, ' ').trim()
  const number = typed.number.normalize('NFKC').replace(/[\s\p{Pd}]/gu, '')
  const wrong = (field: string): Refusal =>
    refusal('PRINT_CONTACT_INVALID', { field, limit: CONTACT_NAME_MAX })
  if (!NAME.test(name) || !hasLetter(name) || Array.from(name).length > CONTACT_NAME_MAX)
    return wrong('contact.name')
  return NUMBER.test(number) ? { name, number } : wrong('contact.number')
}
