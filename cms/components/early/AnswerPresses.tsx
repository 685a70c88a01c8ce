'use client'

import { useEffect, type ReactNode } from 'react'
import type { EarlyPage } from './note-presses.ts'

/** After this many milliseconds whoever pressed has gone on to something else. */
const STALE_MS = 10_000

const forget = (): void => {
  ;(window as unknown as EarlyPage).ssPressed = null
}

/**
 * Presses it anew until the page hears it: parts of it wake later than the rest. What the page by then does not let be pressed
 * is not kept for later, when whoever pressed no longer means it. Answers how to give up.
 */
const answer = (): (() => void) => {
  const page = window as unknown as EarlyPage
  let frame = 0
  const press = (): void => {
    const { button, at } = page.ssPressed ?? {}
    if (!button?.isConnected || button.disabled || performance.now() - (at ?? 0) > STALE_MS) return forget()
    button.click()
    if (page.ssPressed) frame = requestAnimationFrame(press)
  }
  if (page.ssHear) window.removeEventListener('click', page.ssHear, true)
  // So that it can be seen from outside that the page is alive.
  delete page.ssHear
  press()
  return () => cancelAnimationFrame(frame)
}

/** DESK-94: what was pressed before the page was alive is pressed once it is; a press that it heard by itself is forgotten. */
export const AnswerPresses = ({ children }: { readonly children: ReactNode }) => {
  useEffect(answer, [])
  return (
    <div className="ss-whole" onClickCapture={forget}>
      {children}
    </div>
  )
}
