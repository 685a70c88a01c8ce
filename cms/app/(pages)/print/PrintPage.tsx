'use client'

import { useState } from 'react'
import { say, type DeskLanguage } from '../../../web/language.ts'
import { BulkProgress } from './Bulk.tsx'
import type { Catalogue } from './catalogue.ts'
import { Contents, type ClassNames } from './Contents.tsx'
import { Faults } from './Faults.tsx'
import { Made, type MadeFile } from './Made.tsx'
import type { Making } from './offers.ts'
import orderStyles from './order.module.css'
import styles from './print.module.css'
import { firstMaking, howOf, Printer, type PrintedHow } from './Printer.tsx'
import { save } from '../../../web/save.ts'
import { NOTHING_CHOSEN, stepOf, type Step } from './steps.ts'
import { StepBar } from './StepBar.tsx'
import { Templates } from './Templates.tsx'
import { useBulk, type BulkWork } from './useBulk.ts'
import { useCatalogue } from './useCatalogue.ts'
import { useChosen } from './useChosen.ts'
import type { PdfFile } from './usePdf.ts'
import { printWords } from './words.ts'

type Props = { readonly language: DeskLanguage; readonly classes: ClassNames }

type Loaded = Props & { readonly catalogue: Catalogue }

type MeanwhileProps = Omit<Loaded, 'classes'> & { readonly bulk: BulkWork }

/** What is made for all villages while the page is about something else. */
const Meanwhile = ({ bulk, catalogue, language }: MeanwhileProps) => {
  const { state } = bulk
  if (state.at === 'idle' && state.faults.length === 0) return null
  const release = state.at === 'idle' ? null : state.choice.release
  const title = catalogue.contents.find((content) => content.release === release)?.title ?? null
  return (
    <section className={`${orderStyles['bulk']} ${orderStyles['meanwhile']}`}>
      <BulkProgress work={bulk} title={title} language={language} />
    </section>
  )
}

const Steps = ({ catalogue, classes, language }: Loaded) => {
  const [chosen, choose] = useChosen()
  const [making, setMaking] = useState<(Making & { readonly template: string }) | null>(null)
  const [file, setFile] = useState<MadeFile | null>(null)
  const content = catalogue.contents.find(({ release }) => release === chosen.release)
  const fits = content?.templates.some(({ id, fits }) => id === chosen.template && fits) ?? false
  const template = fits ? catalogue.templates.find(({ id }) => id === chosen.template) : undefined
  const keep = ({ blob, ...made }: PdfFile & PrintedHow, release: string, template: string) => {
    if (file) URL.revokeObjectURL(file.url)
    setFile({ ...made, url: save(blob, made.name) })
    choose({ release, template, made: true })
  }
  const bulk = useBulk(language, catalogue.bulk, (got, choice) => {
    const how = howOf(
      catalogue.templates.find(({ id }) => id === choice.template),
      choice,
    )
    keep({ ...got, ...how, code: null }, choice.release, choice.template)
  })
  const own = template && (making?.template === template.id ? making : firstMaking(template))
  const step: Step = stepOf(chosen, {
    content: content !== undefined,
    template: template !== undefined && own !== null,
    made: file !== null,
  })
  return (
    <>
      {step !== 'printer' && <Meanwhile bulk={bulk} catalogue={catalogue} language={language} />}
      {step !== 'content' && step !== 'made' && content && (
        <StepBar
          language={language}
          step={step}
          content={content.title}
          template={template && say(language, template.name_zh, template.name_en)}
          toContent={() => choose(NOTHING_CHOSEN)}
          toTemplate={() => choose({ ...NOTHING_CHOSEN, release: content.release })}
        />
      )}
      {step === 'content' && (
        <Contents
          kinds={catalogue.kinds}
          contents={catalogue.contents}
          classes={classes}
          noQr={catalogue.qr ? null : say(language, catalogue.qr_why_zh ?? '', catalogue.qr_why_en ?? '')}
          language={language}
          choose={({ release }) => choose({ ...NOTHING_CHOSEN, release })}
        />
      )}
      {step === 'template' && content && (
        <Templates
          catalogue={catalogue}
          content={content}
          language={language}
          choose={({ id }) => choose({ release: content.release, template: id, made: false })}
        />
      )}
      {step === 'printer' && content && template && own && (
        <Printer
          key={template.id}
          catalogue={catalogue}
          content={content}
          template={template}
          making={own}
          change={(next) => setMaking({ ...next, template: template.id })}
          language={language}
          bulk={bulk}
          done={(made) => keep(made, content.release, template.id)}
        />
      )}
      {step === 'made' && file && (
        <Made file={file} language={language} another={() => choose(NOTHING_CHOSEN)} />
      )}
    </>
  )
}

/** From what is released to a file for the printer that is there. */
export const PrintPage = ({ language, classes }: Props) => {
  const words = printWords(language)
  const { answer, again } = useCatalogue(language)
  return (
    <main className={styles['main']}>
      {answer === undefined && <p className={styles['lead']}>{words.loading}</p>}
      {answer && !answer.ok && (
        <>
          <Faults faults={answer.faults} kind="stop" />
          <button type="button" className={styles['plain']} onClick={again}>
            {words.again}
          </button>
        </>
      )}
      {answer?.ok && <Steps catalogue={answer.value} classes={classes} language={language} />}
    </main>
  )
}
