import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { AnswerPresses } from './AnswerPresses.tsx'
import { notePresses } from './note-presses.ts'

const NONCE = /'nonce-([^']+)'/

/** The whole desk (DESK-94): the server draws it, and a slow computer shows it seconds before it answers to hands. */
export const EarlyPresses = async ({ children }: { readonly children: ReactNode }) => {
  const nonce = NONCE.exec((await headers()).get('content-security-policy') ?? '')?.[1]
  return (
    <>
      <script
        {...(nonce && { nonce })}
        suppressHydrationWarning
        dangerouslySetInnerHTML={{ __html: `(${String(notePresses)})()` }}
      />
      <AnswerPresses>{children}</AnswerPresses>
    </>
  )
}
