'use client'

import { useTranslation } from '@payloadcms/ui'
import type { Told } from '../../workflow/preview.ts'
import { deskLanguage, say } from '../../web/language.ts'

const SHOWN = 5

/** The sheets these words go on, by their look; a sheet of these very words is set only from what was issued (I8). */
export const Sheets = ({ sheets }: Pick<Told, 'sheets'>) => {
  const { i18n } = useTranslation()
  const language = deskLanguage(i18n.language)
  if (sheets.length === 0) return null
  return (
    <section className="ss-sheets">
      <h3>{say(language, '签发后可印', 'Once issued it can be printed as')}</h3>
      <ul>
        {sheets.slice(0, SHOWN).map(({ id, version, zh, en }) => (
          <li key={id}>
            <img src={`/api/poster-templates/thumb/${id}?version=${version}`} alt="" loading="lazy" />
            <span>{say(language, zh, en)}</span>
          </li>
        ))}
        {sheets.length > SHOWN && (
          <li className="ss-secondary">
            {say(language, `还有 ${sheets.length - SHOWN} 种`, `and ${sheets.length - SHOWN} more`)}
          </li>
        )}
      </ul>
    </section>
  )
}
