import type { RelationshipFieldServerProps } from 'payload'
import { namesOf } from '../../overview/names.ts'
import { deskLanguage, say } from '../../web/language.ts'

const idsIn = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : []).map((one: unknown) =>
    String(typeof one === 'object' && one !== null && 'id' in one ? one.id : one),
  )

/** Who wrote on it, by name: people of the town too, whose rows a village author may not read (DESK-81). */
export const Contributors = async ({ data, i18n, path, payload }: RelationshipFieldServerProps) => {
  const language = deskLanguage(i18n.language)
  const ids = idsIn((data as Readonly<Record<string, unknown>> | undefined)?.['contributors'])
  if (ids.length === 0) return null
  const names = await namesOf(payload, ids)
  return (
    <div className="field-type" id={`field-${path}`}>
      <p className="field-label">{say(language, '编写过的人', 'People who wrote on it')}</p>
      <p>{ids.map((id) => names.get(id) || '—').join(say(language, '、', ', '))}</p>
      <p className="ss-caption">
        {say(language, '编写过的人不能审核、签发这一件', 'They can neither review nor issue this one')}
      </p>
    </div>
  )
}
