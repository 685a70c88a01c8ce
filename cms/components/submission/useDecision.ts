'use client'

import { useState } from 'react'
import { askDesk, type Fault } from '../../web/desk.ts'
import type { DeskLanguage } from '../../web/language.ts'

type Asked = { readonly path: string; readonly body: Readonly<Record<string, unknown>> }

/**
 * Posts to a door of the workflow; the page is read anew once it is done, and refusals stay beside the button. What waits
 * for a fresh second factor is `unproven`, and goes on by `again` (PPL-12).
 */
export const useDecision = (language: DeskLanguage) => {
  const [busy, setBusy] = useState(false)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [unproven, setUnproven] = useState<Asked | null>(null)
  const decide = async (path: string, body: Readonly<Record<string, unknown>>): Promise<void> => {
    setBusy(true)
    setFaults([])
    setUnproven(null)
    const answer = await askDesk(path, body, language)
    if (answer.ok) return location.reload()
    setBusy(false)
    if (answer.faults.some(({ code }) => code === 'FACTOR_NOT_FRESH')) setUnproven({ path, body })
    else setFaults(answer.faults)
  }
  const again = () => void (unproven && decide(unproven.path, unproven.body))
  return { busy, faults, decide, unproven, again, leave: () => setUnproven(null) }
}
