'use client'

import { useState } from 'react'
import { askDesk, type Fault } from '../../web/desk.ts'
import type { DeskLanguage } from '../../web/language.ts'

/** Posts to a door of the workflow; the page is read anew once it is done, and refusals stay beside the button. */
export const useDecision = (language: DeskLanguage) => {
  const [busy, setBusy] = useState(false)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const decide = async (path: string, body: Readonly<Record<string, unknown>>): Promise<void> => {
    setBusy(true)
    setFaults([])
    const answer = await askDesk(path, body, language)
    if (answer.ok) return location.reload()
    setBusy(false)
    setFaults(answer.faults)
  }
  return { busy, faults, decide }
}
