import { dayWords } from '../web/days.ts'
import type { DeskLanguage } from '../web/language.ts'
import type { CodeTold } from '../postings/public-code.ts'
import { codeWords } from './words.ts'

type Props = { readonly told: CodeTold; readonly language: DeskLanguage }

/** Valid or not, what it is, whose it is: large, in this order. */
export const Sheet = ({ told, language }: Props) => {
  const words = codeWords(language)
  const { state, since } = told
  return (
    <>
      <section className={`state ${state}`}>
        <strong>
          <span aria-hidden="true">{state === 'valid' ? '✓' : state === 'withdrawn' ? '✕' : '!'}</span>
          {words.states[state]}
          {since !== null && <small>{words.since(dayWords(since, language))}</small>}
        </strong>
        <span>{(told.packed ? words.articleLead : words.stateLead)[state]}</span>
      </section>
      <h1 className="title">{told.title}</h1>
      <dl className="facts">
        <dt>{words.issuer}</dt>
        <dd>{told.issuer}</dd>
        {!told.packed && (
          <>
            <dt>{words.unit}</dt>
            <dd>{told.unit}</dd>
          </>
        )}
        <dt>{words.edition}</dt>
        <dd>{words.editionOf(told.edition)}</dd>
        <dt>{words.code}</dt>
        <dd className="digits">{told.code}</dd>
      </dl>
    </>
  )
}

/** Whom to call, one touch away. */
export const Hotlines = ({ told }: Pick<Props, 'told'>) => (
  <ul className="hotlines">
    {told.hotlines.map(({ prompt, number }) => (
      <li key={number}>
        <a href={`tel:${number}`}>
          <span>{prompt}</span>
          <strong>{number}</strong>
        </a>
      </li>
    ))}
  </ul>
)
