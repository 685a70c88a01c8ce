import type { Instant } from '../../../src/model/ids.ts'
import { dayAndTime, say, type DeskLanguage } from '../../web/language.ts'
import { readReleaseLines, type Asking, type Line } from './read.ts'
import { stageWords } from './words.ts'

const ReceiptLine = ({ line, language }: { readonly line: Line; readonly language: DeskLanguage }) => (
  <li>
    <span>{line.name}</span>
    <span className={line.reached?.stage === 'showing' ? 'ss-done' : 'ss-secondary'}>
      {line.reached ? stageWords(line.reached.stage, language) : say(language, '还没有回执', 'No word yet')}
    </span>
    {line.reached && <small>{dayAndTime(line.reached.at, language)}</small>}
  </li>
)

/** DESK-8: on which screens a release has arrived, as the screens themselves told it. */
export const ReleaseReceipts = async ({
  asking,
  release,
  language,
}: {
  readonly asking: Asking
  readonly release: { readonly id: string; readonly releasedAt: Instant }
  readonly language: DeskLanguage
}) => {
  const lines = await readReleaseLines(asking, release)
  const showing = lines.filter(({ reached }) => reached?.stage === 'showing').length
  return (
    <section className="ss-lines ss-receipts">
      <h2>
        {lines.length === 0
          ? say(language, '近期的节目里没有它', 'In no programme for now')
          : say(
              language,
              `已在 ${showing} / ${lines.length} 块屏显示`,
              `On ${showing} of ${lines.length} screens`,
            )}
      </h2>
      <ul>
        {lines.map((line) => (
          <ReceiptLine key={line.name} line={line} language={language} />
        ))}
      </ul>
    </section>
  )
}
