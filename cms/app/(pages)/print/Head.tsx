import { Shield } from '../../../web/Shield.tsx'
import type { DeskLanguage } from '../../../web/language.ts'
import styles from './print.module.css'
import { printWords } from './words.ts'

export type Tab = 'print' | 'hung' | 'recall'

const HREFS: Record<Tab, string> = { print: '/print', hung: '/print/hung', recall: '/print/recall' }

type Props = {
  readonly language: DeskLanguage
  readonly here: Tab
  readonly unit: string
  readonly demo: boolean
  /** How many posters wait to be taken down. */
  readonly recalls: number
}

/** The head of the village's three pages. */
export const Head = ({ language, here, unit, demo, recalls }: Props) => {
  const words = printWords(language)
  return (
    <header className={styles['head']}>
      <a className={styles['brand']} href="/print">
        <Shield size={28} />
        <strong>{words.brand}</strong>
        <span>{unit}</span>
        {demo && <span className={styles['demo']}>{words.demo}</span>}
      </a>
      <nav>
        {(Object.keys(HREFS) as Tab[]).map((tab) => (
          <a key={tab} href={HREFS[tab]} aria-current={tab === here ? 'page' : undefined}>
            {words.tabs[tab]}
            {tab === 'recall' && recalls > 0 && <b className={styles['count']}>{recalls}</b>}
          </a>
        ))}
      </nav>
      <a className={styles['desk']} href="/admin">
        {words.desk}
      </a>
    </header>
  )
}
