'use client'

import { useAuth, useTranslation } from '@payloadcms/ui'
import type { Preview } from '../../workflow/preview.ts'
import { deskLanguage, say } from '../../web/language.ts'
import { Steps } from '../submission/Steps.tsx'
import { stepsShown } from './steps.ts'
import { useStanding } from './useStanding.ts'

/** The way to the screens: where what is written here stands, and who comes next. */
export const Way = ({ steps }: { readonly steps: Preview['steps'] }) => {
  const { user } = useAuth<{ readonly id: string; readonly name?: string; readonly collection: string }>()
  const { i18n } = useTranslation()
  const language = deskLanguage(i18n.language)
  const standing = useStanding()
  return (
    <Steps
      steps={stepsShown(steps, standing, user?.name ?? '', language)}
      label={say(language, '步骤', 'Steps')}
    />
  )
}
