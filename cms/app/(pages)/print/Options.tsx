'use client'

import type { ReactNode } from 'react'
import orderStyles from './order.module.css'
import styles from './print.module.css'

type Option<Id extends string> = {
  readonly id: Id
  readonly name: string
  readonly lead?: string | undefined
  readonly sign?: ReactNode
}

type Props<Id extends string> = {
  readonly legend: string
  /** Read to the blind only, where the page's own heading asks the question already. */
  readonly quiet?: boolean
  readonly name: string
  readonly options: readonly Option<Id>[]
  readonly chosen: Id
  readonly choose: (id: Id) => void
  readonly row?: boolean
}

/** Large radio buttons: the whole card is the target. */
export const Options = <Id extends string>({
  legend,
  quiet,
  name,
  options,
  chosen,
  choose,
  row,
}: Props<Id>) => (
  <fieldset className={row ? orderStyles['optionsRow'] : orderStyles['options']}>
    <legend data-quiet={quiet} className={quiet ? styles['unseen'] : undefined}>
      {legend}
    </legend>
    <div>
      {options.map((option) => (
        <label key={option.id}>
          <input
            type="radio"
            name={name}
            value={option.id}
            checked={option.id === chosen}
            onChange={() => choose(option.id)}
          />
          <span>
            {option.sign}
            <span>
              <strong>{option.name}</strong>
              {option.lead && <span className={styles['small']}>{option.lead}</span>}
            </span>
          </span>
        </label>
      ))}
    </div>
  </fieldset>
)
