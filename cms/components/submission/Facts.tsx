import type { FrozenContent } from '../../../src/model/content.ts'
import { dayAndTime, say, type DeskLanguage } from '../../web/language.ts'

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
      {body.kind === 'case' && (
        <>
          {body.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {body.lesson !== '' && <p>{body.lesson}</p>}
        </>
      )}
      {body.kind === 'technique' &&
        body.steps.map((step) => (
          <p key={step.heSays}>
            {say(language, '他说：', 'He says: ')}
            {step.heSays}
            <br />
            {say(language, '您这样做：', 'You do: ')}
            {step.youDo}
          </p>
        ))}
      {body.kind === 'slogan' && <p>{body.text}</p>}
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
