'use client'

import { useState } from 'react'
import type { DeskLanguage } from '../../../components/language.ts'
import { codeInAddress, readQr } from './scan.ts'
import styles from './v.module.css'
import { codeWords } from './words.ts'

/** For phones whose camera does not open codes: a photo of the square does. */
export const Scan = ({ language }: { readonly language: DeskLanguage }) => {
  const words = codeWords(language)
  const [state, setState] = useState<'idle' | 'reading' | 'nothing'>('idle')
  const read = async (photo: File | undefined) => {
    if (!photo) return
    setState('reading')
    const code = codeInAddress((await readQr(photo)) ?? '')
    if (code === null) setState('nothing')
    else location.assign(`/v/${code}`)
  }
  return (
    <div className={styles['ask']}>
      <label className={styles['shoot']}>
        <span>{state === 'reading' ? words.reading : words.scan}</span>
        <input
          name="square"
          type="file"
          accept="image/*"
          capture="environment"
          onChange={({ target }) => void read(target.files?.[0])}
        />
      </label>
      {state === 'nothing' && (
        <p className={styles['fault']} role="alert">
          {words.noSquare}
        </p>
      )}
    </div>
  )
}
