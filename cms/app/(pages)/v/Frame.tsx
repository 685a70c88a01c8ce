import type { ReactNode } from 'react'
import { Shield } from '../../../components/Shield.tsx'
import type { DeskLanguage } from '../../../components/language.ts'
import styles from './v.module.css'
import { codeWords } from './words.ts'

type Props = {
  readonly language: DeskLanguage
  /** A demo town is marked on every page of it. */
  readonly demo: boolean
  readonly children: ReactNode
}

/** A narrow column with the mark on top: the page of a phone, also on a desk. */
export const Frame = ({ language, demo, children }: Props) => (
  <main className={styles['page']} lang={language === 'zh' ? 'zh-CN' : 'en'}>
    <p className={styles['brand']}>
      <Shield size={24} />
      {codeWords(language).head}
      {demo && <span className={styles['demo']}>{codeWords(language).demo}</span>}
    </p>
    {children}
  </main>
)
