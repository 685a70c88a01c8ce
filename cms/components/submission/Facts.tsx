import type { Text } from '../../../src/content/index.ts'
import type { FrozenContent } from '../../../src/model/content.ts'
import { ports } from '../../base/ports.ts'
import { dayAndTime, say, type DeskLanguage } from '../../web/language.ts'

const placeOf = ({ field, item }: Text): string => `${field}.${item ?? ''}`

/** Texts of one place of a list stand together. The title stands above already, unless it is all there is. */
const paragraphsOf = ([title, ...others]: readonly Text[]): readonly (readonly Text[])[] => {
  const shown = others.length > 0 ? others : title ? [title] : []
  return [...new Set(shown.map(placeOf))].map((place) => shown.filter((text) => placeOf(text) === place))
}

/** The frozen words themselves, for reading at ease beside the pages. */
export const Facts = ({
  frozen,
  language,
}: {
  readonly frozen: FrozenContent
  readonly language: DeskLanguage
}) => {
  const { body, hotline, validUntil } = frozen
  return (
    <details className="ss-facts">
      <summary>{say(language, '文字稿', 'The text')}</summary>
      {paragraphsOf(ports().kinds.of(body).texts(body)).map((texts, i) => (
        // Frozen words never change places.
        <p key={i}>
          {texts.map(({ text, by }, n) => (
            <span key={text}>
              {n > 0 && <br />}
              {by && say(language, `${by.zh}：`, `${by.en}: `)}
              {text}
            </span>
          ))}
        </p>
      ))}
      <p>
        {hotline.prompt} {hotline.number}
      </p>
      {validUntil !== null && (
        <p className="ss-secondary">
          {say(language, '有效期到 ', 'Valid until ')}
          {dayAndTime(new Date(validUntil).toISOString(), language)}
        </p>
      )}
    </details>
  )
}
