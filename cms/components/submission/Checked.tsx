'use client'

import type { DeskLanguage } from '../../web/language.ts'
import { Asks } from './Asks.tsx'
import { useMayReturn } from './May.tsx'
import { useReviewing } from './Reviewing.tsx'

/** What the checks found, beside 通过, with the ticks of whoever may press that. */
export const Checked = ({ language }: { readonly language: DeskLanguage }) => {
  const { asks, ticks, setTicks } = useReviewing()
  const decides = useMayReturn()
  return asks && <Asks asks={asks} language={language} {...(decides && { ticks, put: setTicks })} />
}
