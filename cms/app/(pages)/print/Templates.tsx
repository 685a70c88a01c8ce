'use client'

import { say, type DeskLanguage } from '../../../web/language.ts'
import { firstUnit, templatesFor, type Catalogue, type PosterTemplate, type Printable } from './catalogue.ts'
import { settle, shortName, waysOf } from './offers.ts'
import chooseStyles from './choose.module.css'
import { Pack } from './Pack.tsx'
import styles from './print.module.css'
import { Thumb } from './Thumb.tsx'
import { printWords } from './words.ts'

type Props = {
  readonly catalogue: Catalogue
  readonly content: Printable
  readonly language: DeskLanguage
  readonly choose: (template: PosterTemplate) => void
}

/** Its sizes; and that only a print shop can make it, where it is so. */
const sizesIn = (template: PosterTemplate, language: DeskLanguage): string => {
  const name = say(language, template.name_zh, template.name_en)
  const sizes = template.sizes.map((size) => shortName(say(language, size.name_zh, size.name_en)))
  const shop = waysOf(template).includes('office') ? [] : [printWords(language).printers.shop]
  return [...sizes.filter((size) => !name.includes(size)), ...shop].join(' · ')
}

/** Step 2: what comes out of the printer, as pictures. What does not fit says why, last. */
export const Templates = ({ catalogue, content, language, choose }: Props) => {
  const words = printWords(language)
  const unit = firstUnit(catalogue)
  const offered = templatesFor(catalogue, content)
  const taken = offered.filter(({ fit }) => fit.fits)
  const others = offered.filter(({ fit }) => !fit.fits)
  return (
    <section>
      <h1>{words.pickTemplate}</h1>
      <p className={styles['lead']}>{taken.length === 0 ? words.noFit : words.pickTemplateLead}</p>
      <ul className={chooseStyles['templates']}>
        {taken.map(({ template }) => {
          const making = settle(template, {})
          const name = say(language, template.name_zh, template.name_en)
          const choice = { release: content.release, template: template.id, unit, contact: null }
          return making === null ? null : (
            <li key={template.id}>
              <Thumb
                choice={{ ...choice, ...making }}
                title={`${content.title} · ${name}`}
                language={language}
                others={template.sizes.length > 1}
                choose={() => choose(template)}
              >
                <strong>{name}</strong>
                <span className={styles['small']}>{sizesIn(template, language)}</span>
              </Thumb>
            </li>
          )
        })}
      </ul>
      <Pack release={content.release} language={language} />
      {others.length > 0 && (
        <>
          <h2 className={chooseStyles['unfit']}>{words.unfit}</h2>
          <ul className={chooseStyles['others']}>
            {others.map(({ template, fit }) => (
              <li key={template.id} aria-disabled="true">
                <strong>{say(language, template.name_zh, template.name_en)}</strong>
                <span>{say(language, fit.why_zh ?? '', fit.why_en ?? '')}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
