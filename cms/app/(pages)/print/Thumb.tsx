'use client'

import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { DeskLanguage } from '../../../web/language.ts'
import { lasting } from '../../../web/answer.ts'
import type { Choice } from './catalogue.ts'
import { Picture } from './Picture.tsx'
import chooseStyles from './choose.module.css'
import styles from './print.module.css'
import { usePreview } from './usePreview.ts'
import { printWords } from './words.ts'

type Props = {
  readonly choice: Choice
  readonly title: string
  readonly language: DeskLanguage
  /** Whether another size may do where this one is refused. */
  readonly others: boolean
  readonly choose: () => void
  readonly children: ReactNode
}

/**
 * A card with this content in this template, small; asked for when it comes near the window, since each is a whole
 * sheet. What cannot be made says why in its place, and cannot be chosen.
 */
export const Thumb = ({ choice, title, language, others, choose, children }: Props) => {
  const words = printWords(language)
  const card = useRef<HTMLButtonElement>(null)
  const [near, setNear] = useState(false)
  useEffect(() => {
    const watch = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) setNear(true)
      },
      { rootMargin: '300px' },
    )
    if (card.current) watch.observe(card.current)
    return () => watch.disconnect()
  }, [])
  const { picture, faults } = usePreview(near ? choice : null, 1, language)
  return (
    <button ref={card} type="button" disabled={!others && faults.some(lasting)} onClick={choose}>
      <span className={chooseStyles['thumb']}>
        {picture && <Picture blob={picture} alt={words.preview(title)} />}
        {!picture && <span className={styles['small']}>{faults[0]?.message ?? words.drawing}</span>}
      </span>
      {children}
    </button>
  )
}
