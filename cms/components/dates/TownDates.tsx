'use client'

import { useTranslation } from '@payloadcms/ui'
import type { ReactNode } from 'react'
import { inTownsTime } from '../../web/town-days.ts'

/** Around the whole desk: what Payload itself tells of days and times is told in the town's zone (TIM-5, DESK-4). */
export const TownDates = ({ children }: { readonly children?: ReactNode }) => {
  const { i18n } = useTranslation()
  // While drawing and not after it: what stands below is drawn in this very turn. The language comes some time after
  // the page; until then Payload draws no date. Doing it twice changes nothing.
  if (i18n.dateFNS) inTownsTime(i18n.dateFNS)
  return children
}
