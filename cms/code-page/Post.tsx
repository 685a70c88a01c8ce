import { dayField } from '../web/days.ts'
import type { DeskLanguage } from '../web/language.ts'
import type { CodeTold } from '../postings/public-code.ts'
import { lastDay } from './until.ts'
import { codeWords } from './words.ts'

type Props = {
  readonly told: CodeTold
  /** Milliseconds, by the server's clock. */
  readonly today: number
  readonly language: DeskLanguage
}

/** What stands in the form's place once it is recorded; its script fills in photo and place. */
const Posted = ({ told, language }: Omit<Props, 'today'>) => {
  const words = codeWords(language)
  return (
    <section className="posted" role="status" hidden>
      <h2>{words.posted}</h2>
      <p>
        <span className="where" />
        {words.postedLead}
      </p>
      <img alt={words.photo} />
      <a className="plain" href="/print/hung">
        {words.list}
      </a>
      <a className="plain" href={`/v/${told.code}`}>
        {words.anotherPlace}
      </a>
    </section>
  )
}

const Photo = ({ language }: Pick<Props, 'language'>) => {
  const words = codeWords(language)
  return (
    <>
      <label className="shoot">
        <img alt={words.photo} hidden />
        <span data-again={words.photoAgain}>{words.photo}</span>
        <input name="photo" type="file" accept="image/*" capture="environment" />
      </label>
      <p className="small">{words.photoLead}</p>
    </>
  )
}

/** 张贴: the photo by the phone's own camera, the place, until when. Sent by its script (browser/post.ts). */
export const Post = ({ told, today, language }: Props) => {
  const words = codeWords(language)
  const places = told.places ?? []
  const last = lastDay(today, told.validUntil ?? null)
  return (
    <>
      <form
        className="post"
        data-code={told.code}
        data-need-photo={words.needPhoto}
        data-need-place={words.needPlace}
      >
        <h2>{words.post}</h2>
        <p className="small">{places.length === 0 ? words.noPlaces : words.postLead}</p>
        <Photo language={language} />
        <fieldset>
          <legend>{words.place}</legend>
          {places.map(({ id, name }) => (
            <label key={id}>
              <input type="radio" name="place" value={id} defaultChecked={places.length === 1} />
              <span>{name}</span>
            </label>
          ))}
        </fieldset>
        <label className="until">
          {words.until}
          <input
            type="date"
            name="until"
            defaultValue={last.chosen}
            min={dayField(today)}
            max={last.latest}
          />
        </label>
        <div className="faults" role="alert" />
        <button type="submit" disabled data-busy={words.sending}>
          {words.send}
        </button>
        <noscript>
          <p className="fault">{words.needScript}</p>
        </noscript>
      </form>
      <Posted told={told} language={language} />
    </>
  )
}
