import { say, type DeskLanguage } from '../../web/language.ts'
import { countOf, usedWords, type Told } from './told.ts'

const passedWords = ({ passedOver, pictures }: Told, language: DeskLanguage): readonly string[] => [
  ...(passedOver > 0
    ? [
        say(
          language,
          `模板里的说明、示例 ${passedOver} 行，没有算在内。`,
          `${passedOver} rows that explain are left out.`,
        ),
      ]
    : []),
  ...(pictures > 0
    ? [
        say(
          language,
          `文件里有 ${pictures} 张图片，没有导入：请在案例的表单里传原图。`,
          `${pictures} pictures are not taken: upload the originals in the form of each case.`,
        ),
      ]
    : []),
]

type Props = { readonly told: Told; readonly file: string; readonly language: DeskLanguage }

/** What the file was taken for: how many of what, by which columns. */
export const ImportSummary = ({ told, file, language }: Props) => {
  const noted = told.rows.filter(({ state, notes }) => state === 'ready' && notes.length > 0).length
  const kind = say(language, told.names.zh, told.names.plural.toLowerCase())
  return (
    <section className="ss-panel ss-import__summary">
      <h2>
        {say(
          language,
          `《${file}》里认出 ${told.rows.length} 件${kind}`,
          `${told.rows.length} ${kind} in “${file}”`,
        )}
      </h2>
      <dl>
        {told.used.length > 0 && (
          <>
            <dt>{say(language, '认出的列', 'Columns known')}</dt>
            <dd>{usedWords(told, language)}</dd>
          </>
        )}
        {told.unused.length > 0 && (
          <>
            <dt>{say(language, '没有用到的列', 'Columns not used')}</dt>
            <dd>{told.unused.join(say(language, '、', ', '))}</dd>
          </>
        )}
      </dl>
      {passedWords(told, language).map((words) => (
        <p key={words}>{words}</p>
      ))}
      {noted > 0 && (
        <p>
          {say(
            language,
            `${noted} 件里有送审前要改的地方，写在各行下面；可以先导入，再到表单里改。`,
            `${noted} hold what must be mended before they are sent in, told below each; they can be taken first.`,
          )}
        </p>
      )}
      {countOf(told, 'ready') === 0 && (
        <p className="ss-fault">{say(language, '没有可以导入的行。', 'No row can be taken.')}</p>
      )}
    </section>
  )
}
