/**
 * How a sheet leaves the house. `office`: inside a printer's margins on A4 or A3; `shop`: to the edge, with bleed and
 * marks.
 */
export const PRINT_WAYS = ['office', 'shop'] as const
export type PrintWay = (typeof PRINT_WAYS)[number]

/**
 * What a sheet must carry (docs/facts.md#paper). `tearOff` is the line 到期请撕. `qr` is met by the reason why there is
 * none.
 */
export const ELEMENTS = ['issuer', 'date', 'validUntil', 'hotline', 'qr', 'code', 'tearOff'] as const
export type ElementName = (typeof ELEMENTS)[number]

/**
 * A size this template can be made at; mm after cutting, at true size. With `scale` 0.1 the page in the file is a tenth
 * of it: a banner of 6,000 × 700 mm is a page of 600 × 70 mm.
 */
export type TemplateSize = {
  readonly id: string
  readonly name_zh: string
  readonly name_en: string
  readonly widthMm: number
  readonly heightMm: number
  readonly scale: 1 | 0.1
  readonly ways: readonly PrintWay[]
}

/**
 * How a field's words are set: a headline breaks at every pause; each text or half of a step has lines of its own; a list
 * in one column shares its lines; a row is one line; upright are the two strips.
 */
export const SETTINGS = ['headline', 'each', 'column', 'row', 'upright'] as const

/** What a field's place holds at its smallest size, the least of all sizes and ways (PRT-26). */
export type Place = {
  readonly by: (typeof SETTINGS)[number]
  /** Width of a line; upright, the height of a strip in places of a character. Of a list by its number of items, from one. */
  readonly ems: readonly number[]
  /** Most lines; of a list the same way. */
  readonly lines?: readonly number[]
  /** Between the clauses of a row, in ems. */
  readonly gap?: number
  /** Items of a column stand on so many sheets or panels. */
  readonly parts?: number
  /** The only item that is set: the last beat where there is no lesson, or what one does in the first step. */
  readonly only?: 'first' | 'last'
}

/**
 * Longest text a field takes, in characters (Unicode code points); for lists also how many items. Where the template tells
 * what the field's place holds, that is asked instead, and `max` is what it is tried with (TPL-22).
 */
export type FieldLimit = {
  readonly max: number
  readonly maxItems?: number
  readonly required?: boolean
  readonly place?: Place
}

/** A place for the content's photo, mm at true size. */
export type PhotoSlot = { readonly widthMm: number; readonly heightMm: number }

/** `schema.json` of a template folder. Each kind of content says which fields it has; each half of a step counts against `max`. */
export type TemplateSchema = {
  readonly id: string
  /** Grows with every change of the template that changes a sheet; it is part of the check code. */
  readonly version: number
  readonly name_zh: string
  readonly name_en: string
  /** Kinds of content it takes. */
  readonly kinds: readonly string[]
  readonly sizes: readonly TemplateSize[]
  /** Sheets per copy: a set of four has 4, a brochure 2 sides. */
  readonly pages: number
  readonly fields: Readonly<Record<string, FieldLimit>>
  /** null: no photo. By size id; the content's photo is cut to it. */
  readonly photo: Readonly<Record<string, PhotoSlot>> | null
  readonly required: readonly ElementName[]
  /**
   * Every word the template itself puts on a sheet, as it stands there, `…` for what the content fills in: it is of no
   * release, so whoever lets the template in answers for it (TPL-26). Absent: none.
   */
  readonly standing?: readonly string[]
  /** Whether the village's own contact line has a place. */
  readonly contact: boolean
}
