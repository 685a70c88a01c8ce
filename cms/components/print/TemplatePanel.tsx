import type { ServerProps } from 'payload'
import { mayAct } from '../../access/roles.ts'
import { portsIfFilled } from '../../base/ports.ts'
import { deskLanguage, say } from '../../web/language.ts'
import { TemplateFace, thumbAddress } from './TemplateFace.tsx'
import { TemplateUpload } from './TemplateUpload.tsx'

const NOTHING = { templates: [], words: [] }

/** What the print engine has; nothing where none runs. */
const readEngine = async () => {
  const engine = portsIfFilled()?.print
  if (!engine) return NOTHING
  const templates = await Promise.all(
    (await engine.templates()).map(async (schema) => ({
      schema,
      hasThumb: (await engine.thumb(schema.id)) !== null,
    })),
  )
  return { templates, words: await engine.libraryWords() }
}

/** Above the list of templates: all that can be printed on now with the words they bring, and the door for a new one. */
export const TemplatePanel = async ({ i18n, user }: ServerProps) => {
  if (!user) return null
  const language = deskLanguage(i18n.language)
  const { templates, words } = await readEngine()
  return (
    <section className="ss-panel ss-waiting">
      <h2>{say(language, '现在能用的模板', 'Templates in use')}</h2>
      {mayAct(user, 'template.install') && <TemplateUpload language={language} />}
      <p className="ss-secondary">
        {say(
          language,
          '固定的字是模板自己的，不来自任何签发的内容，每张都一样；要改，装一个新版本。',
          'Standing words are a template’s own, of no release, and the same on each sheet; only a new version changes them.',
        )}
      </p>
      {templates.length === 0 && <p>{say(language, '还没有模板。', 'There is none yet.')}</p>}
      <div className="ss-templates">
        {templates.map(({ schema: { id, version, name_zh, name_en, standing = [] }, hasThumb }) => (
          <TemplateFace
            key={id}
            name={say(language, name_zh, name_en)}
            version={version}
            thumb={hasThumb ? thumbAddress(id, version) : null}
            standing={standing}
            language={language}
          />
        ))}
      </div>
      <details>
        <summary>{say(language, '所有模板共用的字', 'Words all templates share')}</summary>
        <p>{words.join(' ｜ ')}</p>
      </details>
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
