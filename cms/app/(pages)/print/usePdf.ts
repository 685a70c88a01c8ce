'use client'

import { useState } from 'react'
import type { DeskLanguage } from '../../../web/language.ts'
import { ask, nameIn, warningsIn, type Fault } from '../../../web/answer.ts'
import type { Choice } from './catalogue.ts'

/** A file as it came. `code` is null for files of many sheets. */
export type PdfFile = {
  readonly blob: Blob
  readonly name: string
  readonly code: string | null
  readonly warnings: readonly Fault[]
}

/** All checks, then the file; what does not pass is told in sentences. */
export const usePdf = (language: DeskLanguage, done: (file: PdfFile) => void) => {
  const [busy, setBusy] = useState(false)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const make = async (choice: Choice) => {
    setBusy(true)
    setFaults([])
    const answer = await ask('/api/print/pdf', { method: 'POST', body: choice, language }, async (got) => ({
      blob: await got.blob(),
      name: nameIn(got.headers) ?? '海报.pdf',
      code: got.headers.get('x-print-code'),
      warnings: warningsIn(got.headers, language),
    }))
    setBusy(false)
    if (answer.ok) done(answer.value)
    else setFaults(answer.faults)
  }
  return { busy, faults, make }
}
