'use client'

import type { DeskLanguage } from '../../../web/language.ts'
import type { Fault } from '../../../web/answer.ts'
import { Faults } from './Faults.tsx'
import madeStyles from './made.module.css'
import styles from './print.module.css'
import { GlueSign, RulerSign, ScaleSign } from './Tips.tsx'
import { printWords } from './words.ts'

/** A file that is ready, and what its printing needs to know. */
export type MadeFile = {
  /** Address of the saved file; it lives while the page shows the file. */
  readonly url: string
  readonly name: string
  /** Null for files of many sheets. */
  readonly code: string | null
  readonly warnings: readonly Fault[]
  readonly shop: boolean
  readonly tiled: boolean
  readonly scaled: boolean
}

type Props = { readonly file: MadeFile; readonly language: DeskLanguage; readonly another: () => void }

const HowToPrint = ({ file, language }: Omit<Props, 'another'>) => {
  const words = printWords(language)
  if (file.shop) {
    return (
      <section className={madeStyles['tips']}>
        <h2>{words.printers.shop}</h2>
        <p>{words.howShop}</p>
        {file.scaled && <p className={styles['care']}>{words.howShopScaled}</p>}
      </section>
    )
  }
  return (
    <section className={madeStyles['tips']}>
      <h2>{words.how}</h2>
      <p>
        <strong>{words.how100}</strong>
      </p>
      <ScaleSign words={words} />
      {file.tiled && (
        <>
          <p>{words.howRuler}</p>
          <RulerSign />
          <h2>{words.glue}</h2>
          <GlueSign words={words} />
          <ol>
            {words.howGlue.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </>
      )}
    </section>
  )
}

/** The last step: the file is saved, and the paper comes out right. */
export const Made = ({ file, language, another }: Props) => {
  const words = printWords(language)
  const packed = file.name.endsWith('.zip')
  return (
    <section className={madeStyles['made']}>
      <div className={madeStyles['file']}>
        <h1>{words.made}</h1>
        <p>{packed ? words.savedZip : words.saved}</p>
        <p className={madeStyles['name']}>{file.name}</p>
        <Faults faults={file.warnings} kind="care" />
        <div className={madeStyles['verbs']}>
          {!packed && (
            <a className={styles['do']} href={file.url} target="_blank" rel="noreferrer">
              {words.open}
            </a>
          )}
          <a className={styles['plain']} href={file.url} download={file.name}>
            {words.saveAgain}
          </a>
          <button type="button" className={styles['plain']} onClick={another}>
            {words.another}
          </button>
        </div>
        {file.code !== null && (
          <div className={madeStyles['then']}>
            <h2>{words.hangs}</h2>
            <p>{words.hangsLead}</p>
            <a className={styles['plain']} href={`/v/${file.code}`}>
              {words.register}
            </a>
            <span className={styles['small']}>
              {words.code} {file.code}
            </span>
          </div>
        )}
      </div>
      <HowToPrint file={file} language={language} />
    </section>
  )
}
