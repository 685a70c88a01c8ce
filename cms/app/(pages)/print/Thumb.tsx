'use client'

import { useEffect, useRef, useState } from 'react'
import type { DeskLanguage } from '../../../components/language.ts'
import type { Choice } from './catalogue.ts'
import { Picture } from './Picture.tsx'
import styles from './print.module.css'
import { usePreview } from './usePreview.ts'
import { printWords } from './words.ts'

type Props = { readonly choice: Choice; readonly title: string; readonly language: DeskLanguage }

/** This content in this template, small; asked for when it comes near the window, since each is a whole sheet. */
export const Thumb = ({ choice, title, language }: Props) => {
  const words = printWords(language)
  const room = useRef<HTMLSpanElement>(null)
  const [near, setNear] = useState(false)
  useEffect(() => {
    const watch = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) setNear(true)
      },
      { rootMargin: '300px' },
    )
    if (room.current) watch.observe(room.current)
    return () => watch.disconnect()
  }, [])
  const { picture, faults } = usePreview(near ? choice : null, 1, language)
  return (
    <span className={styles['thumb']} ref={room}>
      {picture && <Picture blob={picture} alt={words.preview(title)} />}
      {!picture && <span className={styles['small']}>{faults[0]?.message ?? words.drawing}</span>}
    </span>
  )
}
