'use client'

import { useEffect } from 'react'
import type { JobChoice } from '../../../print/jobs.ts'
import type { DeskLanguage } from '../../../web/language.ts'
import { Faults } from './Faults.tsx'
import orderStyles from './order.module.css'
import styles from './print.module.css'
import type { BulkWork } from './useBulk.ts'
import { printWords } from './words.ts'

type ProgressProps = {
  readonly work: BulkWork
  /** What the sheets are of, said where the page is about something else. */
  readonly title: string | null
  readonly language: DeskLanguage
}

/** How many are ready and a way to stop; or the file, to be fetched. */
export const BulkProgress = ({ work: { state, cancel, take }, title, language }: ProgressProps) => {
  const words = printWords(language)
  if (state.at === 'idle') {
    return (
      <>
        <Faults faults={state.faults} kind="stop" />
        {state.cancelled && <p role="status">{words.cancelled}</p>}
      </>
    )
  }
  const { faults, total } = state
  return (
    <>
      {title !== null && <strong>{words.bulkOf(title)}</strong>}
      <Faults faults={faults} kind="stop" />
      {state.at === 'running' ? (
        <>
          <p role="status">{words.bulkMaking(state.done, total)}</p>
          <progress max={Math.max(1, total)} value={state.done} />
          {state.vain && (
            <p className={styles['care']} role="status">
              {words.bulkVain}
            </p>
          )}
          <button type="button" className={styles['plain']} onClick={() => void cancel()}>
            {words.cancel}
          </button>
        </>
      ) : (
        <>
          <p role="status">{words.bulkReady(total)}</p>
          <Faults faults={state.warnings} kind="care" />
          <button type="button" className={styles['do']} disabled={state.busy} onClick={() => void take()}>
            {state.busy ? words.bulkFetching : words.save}
          </button>
        </>
      )}
    </>
  )
}

type Props = {
  readonly work: BulkWork
  /** Null where the sheet is for one unit. */
  readonly offer: { readonly choice: JobChoice; readonly total: number } | null
  readonly language: DeskLanguage
}

/** One for every village: begun here, fetched by itself as soon as it is ready. */
export const Bulk = ({ work, offer, language }: Props) => {
  const words = printWords(language)
  const { state, begin, take } = work
  const comes = state.at === 'ready' && state.auto
  useEffect(() => {
    if (comes) void take()
  }, [comes, take])
  return (
    <div className={orderStyles['bulk']}>
      <BulkProgress work={work} title={null} language={language} />
      {offer && state.at === 'idle' && (
        <>
          <button
            type="button"
            className={styles['do']}
            onClick={() => void begin(offer.choice, offer.total, 'zip')}
          >
            {words.bulkZip}
          </button>
          <button
            type="button"
            className={styles['plain']}
            onClick={() => void begin(offer.choice, offer.total, 'pdf')}
          >
            {words.bulkPdf}
          </button>
        </>
      )}
    </div>
  )
}
