'use client'

import type { DeskLanguage } from '../../../web/language.ts'
import { villagesOf, type Catalogue } from './catalogue.ts'
import orderStyles from './order.module.css'
import { printWords } from './words.ts'

/** Stands for one each of all villages. */
export const EVERYBODY = '*'

type Props = {
  readonly catalogue: Catalogue
  readonly unit: string
  readonly choose: (unit: string) => void
  readonly language: DeskLanguage
}

/** Asks for which unit the sheet is; a clerk of one village is not asked. */
export const UnitChoice = ({ catalogue, unit, choose, language }: Props) => {
  const words = printWords(language)
  const { units, bulk } = catalogue
  if (units.length < 2) return null
  return (
    <label className={orderStyles['unit']}>
      {words.unit}
      <select value={unit} onChange={({ target }) => choose(target.value)}>
        {bulk && <option value={EVERYBODY}>{words.everyUnit(villagesOf(catalogue).length)}</option>}
        {units.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
