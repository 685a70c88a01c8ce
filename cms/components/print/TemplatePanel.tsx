import type { ServerProps } from 'payload'
import { hasRole } from '../../access/roles.ts'
import { portsIfFilled } from '../../ports.ts'
import { deskLanguage, say } from '../language.ts'
import { TemplateUpload } from './TemplateUpload.tsx'

/** Above the list of templates: all that can be printed on now, and the door for a new one. */
export const TemplatePanel = ({ i18n, user }: ServerProps) => {
  if (!user) return null
  const language = deskLanguage(i18n.language)
  const templates = portsIfFilled()?.print?.templates() ?? []
  return (
    <section className="ss-panel ss-lines ss-waiting">
      <h2>{say(language, '现在能用的模板', 'Templates in use')}</h2>
      <p>
        {templates
          .map(({ name_zh, name_en }) => say(language, name_zh, name_en))
          .join(say(language, '、', ', ')) || say(language, '还没有模板。', 'There is none yet.')}
      </p>
      {hasRole(user, 'administrator') && <TemplateUpload language={language} />}
      <p className="ss-secondary">
        {say(
          language,
          '下面列的是后来装入的，随系统来的不列。',
          'Listed below are those put in later, not those that come with the product.',
        )}
      </p>
    </section>
  )
}
