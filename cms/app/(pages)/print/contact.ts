/** The village's own line: the one thing a clerk types. What is right is decided in src/poster; here, what to say. */
import { checkContact, CONTACT_NAME_MAX } from '../../../../src/poster/contact.ts'
import type { Contact } from '../../../../src/poster/sheet.ts'

export type ContactFault = 'name-long' | 'name-odd' | 'name-missing' | 'number-missing' | 'number-wrong'

export type ContactState =
  | { readonly ok: true; readonly contact: Contact | null }
  | { readonly ok: false; readonly field: keyof Contact; readonly fault: ContactFault }

const wrong = (field: keyof Contact, fault: ContactFault): ContactState => ({ ok: false, field, fault })

/** Nothing typed is no contact; half of one is a fault of the other half (PPG-3). */
export const readContact = (typed: Contact): ContactState => {
  const name = typed.name.trim()
  const number = typed.number.trim()
  if (name === '' && number === '') return { ok: true, contact: null }
  if ([...name.normalize('NFC')].length > CONTACT_NAME_MAX) return wrong('name', 'name-long')
  const checked = checkContact({ name: name || '某', number: number || '110' })
  if ('code' in checked) {
    return checked.field === 'contact.name' ? wrong('name', 'name-odd') : wrong('number', 'number-wrong')
  }
  if (name === '') return wrong('name', 'name-missing')
  if (number === '') return wrong('number', 'number-missing')
  return { ok: true, contact: checked }
}
