/** What can be chosen for a template, and what is chosen before anybody chooses: three choices, no settings. */
import type { Tiling } from '../../../../src/poster/sheet.ts'
import { PRINT_WAYS, type PrintWay, type TemplateSize } from '../../../../src/poster/template.ts'
import type { PosterTemplate } from './catalogue.ts'

export type Making = { readonly way: PrintWay; readonly size: string; readonly tiling: Tiling }

type Sized = Pick<PosterTemplate, 'sizes'>

const A4 = { short: 210, long: 297 }

/** Whether one sheet of the office's A4 printer cannot hold it. */
export const isAboveA4 = ({ widthMm, heightMm }: TemplateSize): boolean =>
  Math.min(widthMm, heightMm) > A4.short || Math.max(widthMm, heightMm) > A4.long

export const waysOf = ({ sizes }: Sized): readonly PrintWay[] =>
  PRINT_WAYS.filter((way) => sizes.some(({ ways }) => ways.includes(way)))

export const sizesOf = ({ sizes }: Sized, way: PrintWay): readonly TemplateSize[] =>
  sizes.filter(({ ways }) => ways.includes(way))

/** An office printer takes A4 and nothing else, so what is larger goes on several sheets, in one of two ways. */
export const tilingsOf = (size: TemplateSize, way: PrintWay): readonly Tiling[] =>
  way === 'office' && isAboveA4(size) ? ['true-size', 'fill'] : ['none']

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
