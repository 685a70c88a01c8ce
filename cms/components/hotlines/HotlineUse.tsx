import type { ServerProps } from 'payload'
import { readHotlineUse, type HotlineUse as Use } from '../../overview/hotline-use.ts'
import { deskLanguage, say, type DeskLanguage } from '../../web/language.ts'

type Props = ServerProps & { readonly data?: Record<string, unknown> }

/** Named one by one; of more the rest is a number. */
const FEW = 3

const Named = ({
  all,
  head,
  language,
}: {
  readonly all: Use['drafts']
  readonly head: string
  readonly language: DeskLanguage
}) =>
  all.length > 0 && (
    <div>
      <dt>{head}</dt>
      <dd>
        {all.slice(0, FEW).map(({ title, href }) => (
          <a key={href} href={href}>
            {title}
          </a>
        ))}
        {all.length > FEW && (
          <span>{say(language, `还有 ${all.length - FEW} 件`, `${all.length - FEW} more`)}</span>
        )}
      </dd>
    </div>
  )

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** At the head of a hotline's form, before it is changed or goes: what names it (DESK-90). Nothing on a new one. */
export const HotlineUse = async ({ data, i18n, payload, user }: Props) => {
  const { id, number } = data ?? {}
  if (!user || id === undefined || id === null) return null
  const language = deskLanguage(i18n.language)
  const { drafts, inForce, sheets } = await readHotlineUse(payload, {
    id: String(id),
    number: typeof number === 'string' ? number : '',
  })
  const title = say(language, '谁在用这个号码', 'What names this number')
  if (drafts.length + inForce.length + sheets.length === 0)
    return (
      <section className="ss-panel">
        <h3>{title}</h3>
        <p className="ss-secondary">{say(language, '还没有内容用它。', 'Nothing does yet.')}</p>
      </section>
    )
  return (
    <section className="ss-panel">
      <h3>{title}</h3>
      <p className="ss-secondary">
        {say(
          language,
          '改了号码，草稿跟着变；在用的内容和贴着的海报还是老号码，要重新送审、换下。',
          'A change goes along with drafts; what is in force and what hangs keeps the old number until it is sent in anew and taken down.',
        )}
      </p>
      <dl className="ss-about ss-about--lines">
        <Named
          all={inForce}
          head={say(
            language,
            `在用的内容 ${inForce.length} 件`,
            counted(inForce.length, 'release in force', 'releases in force'),
          )}
          language={language}
        />
        <Named
          all={sheets}
          head={say(
            language,
            `贴着的海报 ${sheets.length} 处`,
            counted(sheets.length, 'sheet that hangs', 'sheets that hang'),
          )}
          language={language}
        />
        <Named
          all={drafts}
          head={say(language, `草稿 ${drafts.length} 件`, counted(drafts.length, 'draft', 'drafts'))}
          language={language}
        />
      </dl>
    </section>
  )
}
