'use client'

import { useAuth, useTranslation } from '@payloadcms/ui'
import type { Preview } from '../../workflow/preview.ts'
import { deskLanguage, say } from '../../web/language.ts'
import { stepsShown } from './steps.ts'
import { useStanding } from './useStanding.ts'

/** The way to the screens: where this one stands, and who comes next. */
export const Steps = ({ steps }: { readonly steps: Preview['steps'] }) => {
  const { user } = useAuth<{ readonly id: string; readonly name?: string; readonly collection: string }>()
  const { i18n } = useTranslation()
  const language = deskLanguage(i18n.language)
  const state = useStanding()?.state
  return (
    <ol className="ss-steps" aria-label={say(language, '步骤', 'Steps')}>
      {stepsShown(steps, state, user?.name ?? '', language).map(({ name, who, is }, i) => (
        <li
          key={name}
          className={`ss-steps__${is}`}
          {...(is === 'now' && { 'aria-current': 'step' as const })}
        >
          <b aria-hidden="true">{is === 'done' ? '✓' : i + 1}</b>
          <span>
            {name}
            <small>{who}</small>
          </span>
        </li>
      ))}
    </ol>
  )
}
