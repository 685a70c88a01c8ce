'use client'

import type { DeskLanguage } from '../../../web/language.ts'
import { PACK_WORDS, usePack } from '../../../web/use-pack.ts'
import chooseStyles from './choose.module.css'
import { Faults } from './Faults.tsx'
import styles from './print.module.css'

type Props = { readonly release: string; readonly language: DeskLanguage }

/** What is chosen goes out in another way too: as a file for WeChat and newspapers. */
export const Pack = ({ release, language }: Props) => {
  const { state, faults, pack } = usePack(release, language)
  const words = PACK_WORDS[language]
  return (
    <aside className={chooseStyles['pack']}>
      <div>
        <strong>{words.title}</strong>
        <span className={styles['small']}>{state === 'saved' ? words.saved : words.lead}</span>
      </div>
      <button
        type="button"
        className={styles['plain']}
        data-pack={state}
        disabled={state === 'busy'}
        onClick={() => void pack()}
      >
        {state === 'busy' ? words.packing : words.pack}
      </button>
      <Faults faults={faults} kind="stop" />
    </aside>
  )
}
