import { readSheetsOf } from '../../postings/recall.ts'
import { say, type DeskLanguage } from '../../web/language.ts'
import type { Asking, ReviewCase } from '../../workflow/read.ts'
import { readTakenOff } from '../receipts/read.ts'
import { tookOff } from './taken-off.ts'

type Props = { readonly asking: Asking; readonly told: ReviewCase; readonly language: DeskLanguage }

/** After 撤下: which screens are rid of it, and which sheets still hang. */
export const Took = async ({ asking, told, language }: Props) => {
  const { release, submission } = told
  if (!release) return null
  const sheets = await readSheetsOf(asking, submission.content)
  const lines = tookOff(await readTakenOff(asking, release), sheets, language)
  return (
    <section className="ss-panel">
      <h2>{say(language, '撤下了什么', 'What it took off')}</h2>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {sheets.length > 0 && (
        <a href="/print/recall">{say(language, '去取下海报', 'Take the posters down')}</a>
      )}
    </section>
  )
}
