import type { DeskLanguage } from '../web/language.ts'
import { codeWords } from './words.ts'

type Props = {
  readonly language: DeskLanguage
  readonly typed: string
  readonly fault: string | null
  /** What is asked for, where it is not the code of a sheet. */
  readonly of?: { readonly ask: string; readonly lead: string; readonly like: string }
}

/** Typing the code where a phone cannot scan it; a plain form, no script needed. */
export const Ask = ({ language, typed, fault, of }: Props) => {
  const words = codeWords(language)
  return (
    <form className="ask" action="/v" method="get">
      <h1>{of?.ask ?? words.ask}</h1>
      <p className="small">{of?.lead ?? words.askLead}</p>
      <input
        name="code"
        aria-label={words.code}
        defaultValue={typed}
        placeholder={of?.like ?? '7K3D-92MQ'}
        autoCapitalize="characters"
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
        required
      />
      {fault !== null && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      <button type="submit">{words.look}</button>
    </form>
  )
}

/** For phones whose camera does not open codes: a photo of the square does. Shown by its script (browser/scan.ts). */
export const Scan = ({ language }: Pick<Props, 'language'>) => {
  const words = codeWords(language)
  return (
    <div className="ask scan" hidden>
      <label className="shoot">
        <span data-busy={words.reading}>{words.scan}</span>
        <input name="square" type="file" accept="image/*" capture="environment" />
      </label>
      <p className="fault" role="alert" hidden>
        {words.noSquare}
      </p>
    </div>
  )
}
