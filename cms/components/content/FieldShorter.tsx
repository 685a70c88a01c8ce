'use client'

import { useFieldPath, useTranslation } from '@payloadcms/ui'
import type { LongBeat } from '../../../src/content/index.ts'
import { deskLanguage, say, type DeskLanguage } from '../../web/language.ts'
import { useFormName } from '../writing/useSaver.ts'
import { useLive } from './live.ts'
import { useMend } from './useMend.ts'

/** As src/content/beats.ts has it; a browser need not load all kinds of content for a number. */
const AT_MOST = 12

const toldOf = ({ nth, length }: LongBeat, language: DeskLanguage): string =>
  say(
    language,
    `第 ${nth} 拍 ${length} 个字，大屏最好不超过 ${AT_MOST} 个字`,
    `Beat ${nth} has ${length} characters; a screen likes ${AT_MOST} at most`,
  )

/** Under the story: beats that are too long for a screen, each with a shorter way to say it where there is one. */
export const FieldShorter = ({ path: given = '' }: { readonly path?: string }) => {
  const path = useFieldPath() ?? given
  const { i18n } = useTranslation()
  const language = deskLanguage(i18n.language)
  const { told } = useLive(useFormName())
  const mend = useMend()
  const beats = told?.beats.filter(({ at }) => at.field === path) ?? []
  if (beats.length === 0) return null
  return (
    <ul className="ss-shorter">
      {beats.map((beat) => (
        <li key={beat.nth}>
          <p>{toldOf(beat, language)}</p>
          {beat.shorter && (
            <p className="ss-shorter__offer">
              <span>
                {beat.shorter.parts.map(({ text, isLeftOut }, i) =>
                  // Parts of one text never change places.
                  // oxlint-disable-next-line react/no-array-index-key
                  isLeftOut ? <del key={i}>{text}</del> : <span key={i}>{text}</span>,
                )}
              </span>
              <button
                type="button"
                className="ss-link"
                onClick={() => mend(beat.at, beat.shorter?.text ?? '')}
              >
                {say(language, '改短', 'Shorten')}
              </button>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
