/** What `GET /api/print/catalogue` tells: what may be printed, on what, for whom. */
import type { FraudClass } from '../../../../src/model/content.ts'
import type { Contact, Tiling } from '../../../../src/poster/sheet.ts'
import type { PrintWay, TemplateSize } from '../../../../src/poster/template.ts'
import { fitsA4 } from '../../../../src/poster/tilings.ts'

export type Fit = {
  readonly id: string
  readonly fits: boolean
  readonly why_zh?: string
  readonly why_en?: string
}

export type Printable = {
  readonly release: string
  readonly kind: string
  readonly title: string
  /** Empty for kinds that have none. */
  readonly fraudClass: FraudClass | ''
  readonly edition: number
  readonly releasedAt: string | number
  readonly validUntil: string | number | null
  readonly photo: boolean
  readonly templates: readonly Fit[]
}

export type PosterTemplate = {
  readonly id: string
  readonly version: number
  readonly name_zh: string
  readonly name_en: string
  readonly kinds: readonly string[]
  readonly sizes: readonly TemplateSize[]
  readonly contact: boolean
  /** Sheets per copy. */
  readonly pages: number
}

export type PrintUnit = { readonly id: string; readonly name: string; readonly kind?: string }

export type KindOfContent = { readonly kind: string; readonly zh: string; readonly en: string }

export type Catalogue = {
  /** In the order people see them. */
  readonly kinds: readonly KindOfContent[]
  readonly contents: readonly Printable[]
  readonly templates: readonly PosterTemplate[]
  /** Those this person may print for. */
  readonly units: readonly PrintUnit[]
  /** The person's own, first choice; null for one who has none. */
  readonly own: string | null
  /** Whether one poster may be made for all villages at once. */
  readonly bulk: boolean
  /** false: sheets carry no QR, and `qr_why` says why. */
  readonly qr: boolean
  readonly qr_why_zh?: string
  readonly qr_why_en?: string
  readonly contactDefault?: Contact
}

/** The unit a sheet is made for unless another is chosen. */
export const firstUnit = ({ own, units }: Pick<Catalogue, 'own' | 'units'>): string =>
  own ?? units[0]?.id ?? ''

/** Those that get one each when one poster is made for all. */
export const villagesOf = ({ units }: Pick<Catalogue, 'units'>): readonly PrintUnit[] => {
  const villages = units.filter(({ kind }) => kind === 'village')
  return villages.length > 0 ? villages : units
}

/** The body of `POST /api/print/preview` and `/pdf`. */
export type Choice = {
  readonly release: string
  readonly template: string
  readonly size: string
  readonly way: PrintWay
  readonly tiling: Tiling
  readonly unit: string
  readonly contact: Contact | null
}

/** Kinds together, each as it came: newest first. */
export const byKind = ({ kinds, contents }: Pick<Catalogue, 'kinds' | 'contents'>): readonly Printable[] =>
  kinds.flatMap(({ kind }) => contents.filter((content) => content.kind === kind))

/** What an office can print stands first, of that what was made for this kind alone, and last what must be glued. */
const rankOf = ({ kinds, sizes }: PosterTemplate): number => {
  const own = sizes.filter(({ ways }) => ways.includes('office'))
  return (own.length > 0 ? 0 : 2) + (own.some(fitsA4) ? 0 : 1) + (kinds.length === 1 ? 0 : 1)
}

type Offered = { readonly template: PosterTemplate; readonly fit: Fit }

/** The templates of one content: those that fit, the handiest first; then the others, each with why not. */
export const templatesFor = (
  { templates }: Pick<Catalogue, 'templates'>,
  content: Printable,
): readonly Offered[] => {
  const told = templates.flatMap((template) => {
    const fit = content.templates.find(({ id }) => id === template.id)
    return fit ? [{ template, fit }] : []
  })
  const fitting = told.filter(({ fit }) => fit.fits)
  return [
    ...fitting.toSorted((a, b) => rankOf(a.template) - rankOf(b.template)),
    ...told.filter(({ fit }) => !fit.fits),
  ]
}
