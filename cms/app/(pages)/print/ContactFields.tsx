'use client'

import type { Contact } from '../../../../src/poster/sheet.ts'
import type { DeskLanguage } from '../../../web/language.ts'
import type { ContactState } from './contact.ts'
import orderStyles from './order.module.css'
import styles from './print.module.css'
import { printWords } from './words.ts'

type Props = {
  readonly typed: Contact
  readonly state: ContactState
  readonly type: (typed: Contact) => void
  /** Half-typed syllables of an input method are not yet a name, so they are not checked. */
  readonly compose: (composing: boolean) => void
  readonly language: DeskLanguage
}

/** The one typed field. What is wrong stands under it; the sheet beside it follows. */
export const ContactFields = ({ typed, state, type, compose, language }: Props) => {
  const words = printWords(language)
  return (
    <fieldset
      className={orderStyles['contact']}
      onCompositionStart={() => compose(true)}
      onCompositionEnd={() => compose(false)}
    >
      <legend>
        {words.contact}
        <span className={styles['small']} id="contact-lead">
          {words.contactLead}
        </span>
      </legend>
      <div>
        <label>
          {words.name}
          <input
            name="contact-name"
            value={typed.name}
            autoComplete="off"
            aria-describedby="contact-lead"
            aria-invalid={!state.ok && state.field === 'name'}
            onChange={({ target }) => type({ ...typed, name: target.value })}
          />
        </label>
        <label>
          {words.number}
          <input
            name="contact-number"
            value={typed.number}
            inputMode="tel"
            autoComplete="off"
            aria-invalid={!state.ok && state.field === 'number'}
            onChange={({ target }) => type({ ...typed, number: target.value })}
          />
        </label>
      </div>
      {!state.ok && (
        <p className={styles['stop']} role="alert">
          {words.contactFaults[state.fault]}
        </p>
      )}
    </fieldset>
  )
}
