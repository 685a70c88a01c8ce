import type { ServerProps } from 'payload'
import { portsIfFilled } from '../../base/ports.ts'
import { deskLanguage, say } from '../../web/language.ts'
import { TemplateFace, thumbAddress } from './TemplateFace.tsx'

type Props = ServerProps & { readonly data?: Record<string, unknown> }

/** On the record of a template that was put in: what it looks like and the words it brings, while that version stands. */
export const TemplateField = async ({ data, i18n, user }: Props) => {
  const language = deskLanguage(i18n.language)
  const engine = portsIfFilled()?.print
  const { template, version } = data ?? {}
  const schema = (await engine?.templates())?.find((one) => one.id === template)
  if (!user || !schema) return null
  if (schema.version !== version)
    return (
      <p className="ss-secondary">
        {say(
          language,
          `这一版已经由第${schema.version}版替换；它固定的字写在操作记录里。`,
          `Version ${schema.version} has taken its place; its standing words are in the audit.`,
        )}
      </p>
    )
  return (
    <TemplateFace
      name={say(language, schema.name_zh, schema.name_en)}
      version={schema.version}
      thumb={(await engine?.thumb(schema.id)) ? thumbAddress(schema.id, schema.version) : null}
      standing={schema.standing ?? []}
      language={language}
      open
    />
  )
}
