'use client'

import type { DeskLanguage } from '../../../components/language.ts'
import type { Choice } from './catalogue.ts'
import { Faults } from './Faults.tsx'
import orderStyles from './order.module.css'
import styles from './print.module.css'
import { useBulk, type BulkFile } from './useBulk.ts'
import { printWords } from './words.ts'

type Props = {
  readonly choice: Omit<Choice, 'unit'>
  readonly total: number
  readonly language: DeskLanguage
  readonly ready: (file: BulkFile) => void
}

/** One for every village: how many are ready, and a way to stop. */
export const Bulk = ({ choice, total, language, ready }: Props) => {
  const words = printWords(language)
  const { state, begin, cancel } = useBulk(language, ready)
  if (state.at === 'running') {
    return (
      <div className={orderStyles['bulk']}>
        <p role="status">{words.bulkMaking(state.done, state.total)}</p>
        <progress max={Math.max(1, state.total)} value={state.done} />
        <button type="button" className={styles['plain']} onClick={() => void cancel()}>
          {words.cancel}
        </button>
      </div>
    )
  }
  return (
    <div className={orderStyles['bulk']}>
      <Faults faults={state.faults} kind="stop" />
      {state.cancelled && <p role="status">{words.cancelled}</p>}
      <button type="button" className={styles['do']} onClick={() => void begin(choice, total, 'zip')}>
        {words.bulkZip}
      </button>
      <button type="button" className={styles['plain']} onClick={() => void begin(choice, total, 'pdf')}>
        {words.bulkPdf}
      </button>
    </div>
  )
}
