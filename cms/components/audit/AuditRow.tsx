import { SetStepNav } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'
import { mayReadAudit, readActs } from '../../audit-report/index.ts'
import { dayWords, deskLanguage, say } from '../../web/language.ts'
import { Act } from './Act.tsx'

const HERE = '/admin/collections/audit'
const ANYTHING = { by: null, of: null, from: null, to: null }

/** One row of the audit on a page of its own, whose address can be sent to a colleague: in words as in the list (DESK-5). */
export const AuditRow = async ({ doc, i18n, payload, user }: DocumentViewServerProps) => {
  const { seq } = doc as { readonly seq?: unknown }
  if (!mayReadAudit(user) || typeof seq !== 'number') return null
  const language = deskLanguage(i18n.language)
  const [act] = await readActs({ payload, language }, { ...ANYTHING, before: seq + 1 }, 1)
  if (!act) return null
  const title = say(language, `第 ${seq} 条`, `No. ${seq}`)
  return (
    <div className="ss-view ss-acts">
      <SetStepNav nav={[{ label: say(language, '操作记录', 'Audit'), url: HERE }, { label: title }]} />
      <h1>{title}</h1>
      <p className="ss-secondary">
        {act.holds
          ? say(
              language,
              '核对过，这一条写下以后没有人改过。',
              'Checked: nobody edited this row after it was written.',
            )
          : say(language, '这一条写下以后被人改过。', 'This row was edited after it was written.')}
      </p>
      <section className="ss-panel ss-lines">
        <h2>{dayWords(act.at, language)}</h2>
        <ul>
          <Act act={act} here={HERE} language={language} />
        </ul>
      </section>
    </div>
  )
}
