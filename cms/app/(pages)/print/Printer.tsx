'use client'

import { useEffect, useState } from 'react'
import type { ReleaseId } from '../../../../src/model/ids.ts'
import type { Contact } from '../../../../src/poster/sheet.ts'
import type { Joins } from '../../../../src/poster/tilings.ts'
import type { DeskLanguage } from '../../../web/language.ts'
import { Bulk } from './Bulk.tsx'
import { firstUnit, villagesOf, type Catalogue, type PosterTemplate, type Printable } from './catalogue.ts'
import { readContact, type ContactState } from './contact.ts'
import { ContactFields } from './ContactFields.tsx'
import { Faults } from './Faults.tsx'
import { MakingChoice } from './Making.tsx'
import { isVain, settle, type Making } from './offers.ts'
import orderStyles from './order.module.css'
import styles from './print.module.css'
import { Sheet } from './Sheet.tsx'
import { EVERYBODY, UnitChoice } from './UnitChoice.tsx'
import type { BulkWork } from './useBulk.ts'
import { usePdf, type PdfFile } from './usePdf.ts'
import { usePreview } from './usePreview.ts'
import { useSettled } from './useSettled.ts'
import { printWords } from './words.ts'

/** Keys this close together are one: a key that repeats, a pasted or dictated line. */
const TYPING_MS = 50
const NO_CONTACT: ContactState = { ok: true, contact: null }
const NOBODY: Contact = { name: '', number: '' }

/** What printing the file needs to know. */
export type PrintedHow = { readonly shop: boolean; readonly tiled: boolean; readonly scaled: boolean }

type Props = {
  readonly catalogue: Catalogue
  readonly content: Printable
  readonly template: PosterTemplate
  readonly making: Making
  readonly change: (making: Making) => void
  readonly bulk: BulkWork
  readonly language: DeskLanguage
  readonly done: (file: PdfFile & PrintedHow) => void
}

export const howOf = (template: PosterTemplate | undefined, { way, size, tiling }: Making): PrintedHow => ({
  shop: way === 'shop',
  tiled: tiling !== 'none',
  scaled: (template?.sizes.find(({ id }) => id === size)?.scale ?? 1) !== 1,
})

/** What turns out to be in vain for this sheet is no choice any more (PRT-17). */
const useWorthwhile = (making: Making, joins: Joins | undefined, change: Props['change']): void => {
  const vain = isVain(making.tiling, joins)
  useEffect(() => {
    if (vain) change({ ...making, tiling: 'true-size' })
  }, [vain, making, change])
}

/** Step 3: the printer, the size, the contact; the sheet beside it is what comes out. */
export const Printer = ({ catalogue, content, template, making, change, bulk, language, done }: Props) => {
  const words = printWords(language)
  const villages = villagesOf(catalogue)
  const [unit, setUnit] = useState(firstUnit(catalogue))
  const [typed, setTyped] = useState<Contact>(catalogue.contactDefault ?? NOBODY)
  const [page, setPage] = useState(1)
  const everybody = unit === EVERYBODY
  const [composing, setComposing] = useState(false)
  const state = readContact(typed)
  const told = useSettled(state.ok ? JSON.stringify(state.contact) : null, TYPING_MS, composing)
  const contact = template.contact && !everybody && told ? (JSON.parse(told) as Contact | null) : null
  const base = { release: content.release as ReleaseId, template: template.id, ...making }
  const shownUnit = everybody ? (villages[0]?.id ?? '') : unit
  const preview = usePreview({ ...base, unit: shownUnit, contact }, page, language)

  useWorthwhile(making, preview.joins, change)

  const pdf = usePdf(language, (file) => done({ ...file, ...howOf(template, making) }))
  const valid = !template.contact || everybody || state.ok
  const make = () => {
    const own = template.contact && state.ok ? state.contact : null
    void pdf.make({ ...base, unit, contact: own })
  }

  return (
    <section className={orderStyles['order']}>
      <div className={orderStyles['seen']}>
        <Sheet
          preview={preview}
          title={content.title}
          page={page}
          pages={template.pages}
          turn={setPage}
          language={language}
        />
      </div>
      <div className={orderStyles['controls']}>
        <h1>{words.pickPrinter}</h1>
        <MakingChoice
          template={template}
          making={making}
          joins={preview.joins}
          change={change}
          language={language}
        />
        <UnitChoice catalogue={catalogue} unit={unit} choose={setUnit} language={language} />
        {template.contact && !everybody && (
          <ContactFields
            typed={typed}
            state={composing ? NO_CONTACT : state}
            type={setTyped}
            compose={setComposing}
            language={language}
          />
        )}
        <Faults faults={preview.warnings} kind="care" />
        <Bulk
          work={bulk}
          offer={everybody ? { choice: base, total: villages.length } : null}
          language={language}
        />
        {!everybody && (
          <div className={orderStyles['make']}>
            <Faults faults={pdf.faults} kind="stop" />
            <button
              type="button"
              className={styles['do']}
              disabled={pdf.busy || !valid || preview.faults.length > 0}
              onClick={make}
            >
              {pdf.busy ? words.making : words.make}
            </button>
            {pdf.busy && <span className={styles['small']}>{words.checking}</span>}
          </div>
        )}
      </div>
    </section>
  )
}

/** What the step begins with. */
export const firstMaking = (template: PosterTemplate): Making | null => settle(template, {})
