'use client'

import type { DeskLanguage } from '../../../web/language.ts'
import { Faults } from './Faults.tsx'
import { Picture } from './Picture.tsx'
import orderStyles from './order.module.css'
import styles from './print.module.css'
import type { Preview } from './usePreview.ts'
import { printWords } from './words.ts'

type Props = {
  readonly preview: Preview
  readonly title: string
  readonly page: number
  readonly pages: number
  readonly turn: (page: number) => void
  readonly language: DeskLanguage
}

/** The sheet as it will be printed, and its other pages. */
export const Sheet = ({ preview, title, page, pages, turn, language }: Props) => {
  const words = printWords(language)
  return (
    <div className={orderStyles['stage']} aria-busy={preview.busy}>
      <div className={orderStyles['sheet']}>
        {preview.picture && <Picture blob={preview.picture} alt={words.preview(title)} />}
        {!preview.picture && preview.busy && <span className={styles['small']}>{words.drawing}</span>}
        {!preview.picture && !preview.busy && <Faults faults={preview.faults} kind="stop" />}
      </div>
      {pages > 1 && (
        <div className={orderStyles['pages']}>
          <button type="button" disabled={page <= 1} onClick={() => turn(page - 1)}>
            {words.previousPage}
          </button>
          <span>{words.page(page, pages)}</span>
          <button type="button" disabled={page >= pages} onClick={() => turn(page + 1)}>
            {words.nextPage}
          </button>
        </div>
      )}
    </div>
  )
}
