import type { DeskLanguage } from '../../../components/language.ts'
import styles from './v.module.css'
import { codeWords } from './words.ts'

type Props = { readonly language: DeskLanguage; readonly typed: string; readonly fault: string | null }

/** Typing the code where a phone cannot scan it; a plain form, no script needed. */
export const Ask = ({ language, typed, fault }: Props) => {
  const words = codeWords(language)
  return (
    <form className={styles['ask']} action="/v" method="get">
      <h1>{words.ask}</h1>
      <p className={styles['small']}>{words.askLead}</p>
      <input
        name="code"
        aria-label={words.code}
        defaultValue={typed}
        placeholder="7K3D-92MQ"
        autoCapitalize="characters"
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
        required
      />
      {fault !== null && (
        <p className={styles['fault']} role="alert">
          {fault}
        </p>
      )}
      <button type="submit">{words.look}</button>
    </form>
  )
}
