'use client'

import type { Joins } from '../../../../src/poster/tilings.ts'
import { say, type DeskLanguage } from '../../../web/language.ts'
import type { PosterTemplate } from './catalogue.ts'
import { joiningsOf, millimetres, settle, shortName, sizesOf, waysOf, type Making } from './offers.ts'
import { Options } from './Options.tsx'
import { joinWords } from './tiles.ts'
import { TileSign } from './Tips.tsx'
import { printWords } from './words.ts'

type Props = {
  readonly template: PosterTemplate
  readonly making: Making
  /** How A4 sheets make this size, once it is known. */
  readonly joins: Joins | undefined
  readonly change: (making: Making) => void
  readonly language: DeskLanguage
}

/** Which printer, how large, and for large sheets on the office's printer how they are joined. */
export const MakingChoice = ({ template, making, joins, change, language }: Props) => {
  const words = printWords(language)
  const sizes = sizesOf(template, making.way)
  const size = sizes.find(({ id }) => id === making.size)
  const tilings = size ? joiningsOf(size, making.way, joins).filter((one) => one !== 'none') : []
  const settled = (wanted: Partial<Making>) => {
    const next = settle(template, { ...making, ...wanted })
    if (next) change(next)
  }
  return (
    <>
      <Options
        legend={words.pickPrinter}
        quiet
        name="way"
        chosen={making.way}
        choose={(way) => settled({ way })}
        options={waysOf(template).map((way) => ({
          id: way,
          name: words.printers[way],
          lead: words.printerLead[way],
        }))}
      />
      {sizes.length > 1 && (
        <Options
          legend={words.size}
          name="size"
          row
          chosen={making.size}
          choose={(id) => settled({ size: id })}
          options={sizes.map((one) => ({
            id: one.id,
            name: shortName(say(language, one.name_zh, one.name_en)),
            lead: words.millimetres(millimetres(one)) + (one.scale === 1 ? '' : ` · ${words.scaled}`),
          }))}
        />
      )}
      {size && tilings.length > 0 && (
        <Options
          legend={words.tiling}
          name="tiling"
          chosen={making.tiling}
          choose={(tiling) => settled({ tiling })}
          options={tilings.map((tiling) => ({
            id: tiling,
            name: words.tilings[tiling],
            lead: joins?.[tiling] ? joinWords(joins[tiling], words) : words.tilingLead[tiling],
            sign: <TileSign size={size} join={joins?.[tiling] ?? null} fill={tiling !== 'true-size'} />,
          }))}
        />
      )}
    </>
  )
}
