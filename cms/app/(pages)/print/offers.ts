/** What can be chosen for a template, and what is chosen before anybody chooses: three choices, no settings. */
import type { Tiling } from '../../../../src/poster/sheet.ts'
import { PRINT_WAYS, type PrintWay, type TemplateSize } from '../../../../src/poster/template.ts'
import { tilingsOf, type Joins } from '../../../../src/poster/tilings.ts'
import type { PosterTemplate } from './catalogue.ts'

export type Making = { readonly way: PrintWay; readonly size: string; readonly tiling: Tiling }

type Sized = Pick<PosterTemplate, 'sizes'>

/** The sizes that leave the house this way and can really be made so (PRT-17). */
export const sizesOf = ({ sizes }: Sized, way: PrintWay): readonly TemplateSize[] =>
  sizes.filter((size) => size.ways.includes(way) && tilingsOf(size, way).length > 0)

export const waysOf = (template: Sized): readonly PrintWay[] =>
  PRINT_WAYS.filter((way) => sizesOf(template, way).length > 0)

/** What is known, once the sheet is set, to be in vain for this very sheet. */
export const isVain = (tiling: Tiling, joins: Joins | undefined): boolean =>
  (tiling === 'fill' || tiling === 'two-sheets') && joins?.[tiling] === null

/** As far as is known: `joins` says what is worth it. */
export const joiningsOf = (size: TemplateSize, way: PrintWay, joins: Joins | undefined): readonly Tiling[] =>
  tilingsOf(size, way).filter((tiling) => !isVain(tiling, joins))

/** `wanted` as far as the template can be made so; whatever it cannot, it takes the first that can. */
export const settle = (template: Sized, wanted: Partial<Making>): Making | null => {
  const ways = waysOf(template)
  const way = ways.find((one) => one === wanted.way) ?? ways[0]
  if (way === undefined) return null
  const sizes = sizesOf(template, way)
  const size = sizes.find(({ id }) => id === wanted.size) ?? sizes[0]
  if (!size) return null
  const tilings = tilingsOf(size, way)
  return { way, size: size.id, tiling: tilings.find((one) => one === wanted.tiling) ?? tilings[0] ?? 'none' }
}

/** `297×420 毫米`; what a print shop enlarges is told at its true size. */
export const millimetres = ({ widthMm, heightMm }: Pick<TemplateSize, 'widthMm' | 'heightMm'>): string =>
  `${Math.round(widthMm)}×${Math.round(heightMm)}`

/** A size's name without its measures, which stand beside it. */
export const shortName = (name: string): string => name.replace(/\s*[（(][^（(]*[)）]$/, '')
