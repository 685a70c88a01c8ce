import { refusal, type Refusal } from '../errors/refusal.ts'
import { isReadable } from '../model/letter.ts'
import type { FontName } from '../model/page.ts'
import { codePoints, tidy } from '../text/characters.ts'
import { isUnseen } from '../text/unseen.ts'

/** Most characters of a title (code points after tidying), whatever the kind. */
export const TITLE_LIMIT = 30

/** Characters of `text` that no shipped font has; from coverage or from the font itself. */
export type Missing = (text: string, font: FontName) => readonly string[]

type Place = {
  readonly field: string
  /** Which line of the field. */
  readonly hint?: string
}

/** What a kind asks of its words. */
export type Checks = {
  /** Texts with the most characters each may have. */
  readonly fields: readonly (Place & {
    readonly text: string
    readonly limit: number
    readonly optional?: boolean
    /** For who decides alone: it goes on nothing, so no more is asked of it than its length. */
    readonly inside?: boolean
    /** What the swindler says; nobody is asked to do it. */
    readonly quoted?: boolean
  })[]
  /** Phrases to be set in the accent colour, each with the text it must stand in. */
  readonly accents: readonly (Place & { readonly text: string; readonly accent: string })[]
  /** Lists that hold something, and not too much. */
  readonly lists: readonly { readonly field: string; readonly count: number; readonly limit: number }[]
}

const WELL_FORMED = /^(?:[^\ud800-\udfff]|[\ud800-\udbff][\udc00-\udfff])*$/

const named = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

const fieldFaults = (
  { text, limit, optional, inside = false, ...where }: Checks['fields'][number],
  missing: Missing,
): readonly Refusal[] => {
  if (!WELL_FORMED.test(text)) return [refusal('TEXT_NOT_UNICODE', where)]
  const unseen = [...new Set(codePoints(text).filter(isUnseen))]
  if (unseen.length > 0) return [refusal('TEXT_CONTROL_CHAR', { ...where, got: unseen.map(named).join(' ') })]
  const length = codePoints(tidy(text)).length
  if (length === 0) return optional ? [] : [refusal('TEXT_EMPTY', where)]
  if (length > limit) return [refusal('TEXT_TOO_LONG', { ...where, limit, got: length })]
  if (inside) return []
  // Sheets and full-colour panels need the outline font; which panels lack a character, their pages tell.
  const lacking = missing(tidy(text), 'sans')
  if (lacking.length > 0) return [refusal('GLYPH_MISSING', { ...where, got: lacking.join('') })]
  return isReadable(text) ? [] : [refusal('TEXT_WITHOUT_WORDS', { ...where, got: tidy(text) })]
}

const accentFaults = ({ text, accent, ...where }: Checks['accents'][number]): readonly Refusal[] => {
  const phrase = tidy(accent)
  if (phrase === '' || tidy(text).includes(phrase)) return []
  return [refusal('ACCENT_NOT_IN_TEXT', { ...where, got: codePoints(phrase).slice(0, TITLE_LIMIT).join('') })]
}

const listFaults = ({ field, count, limit }: Checks['lists'][number]): readonly Refusal[] => {
  if (count === 0) return [refusal('TEXT_EMPTY', { field })]
  return count > limit ? [refusal('TOO_MANY_ITEMS', { field, limit, got: count })] : []
}

/** Each fault at its field of the form (I14). */
export const faultsIn = ({ fields, accents, lists }: Checks, missing: Missing): readonly Refusal[] => [
  ...fields.flatMap((field) => fieldFaults(field, missing)),
  ...accents.flatMap(accentFaults),
  ...lists.flatMap(listFaults),
]

/**
 * Characters of pages for one panel that the font of the page lacks, each at the fields it stands in: a fault of that
 * panel alone, as a text that does not fit. `hint` names the panel.
 */
export const glyphFaultsOf = (
  { fields }: Checks,
  lacking: readonly string[],
  hint: string,
): readonly Refusal[] => {
  const at = fields.flatMap(({ field, text }) => {
    const got = lacking.filter((character) => text.includes(character)).join('')
    return got === '' ? [] : [refusal('GLYPH_NOT_ON_SCREEN', { field, hint, got })]
  })
  const known = fields.map(({ text }) => text).join('')
  const others = lacking.filter((character) => !known.includes(character)).join('')
  return others === '' ? at : [...at, refusal('GLYPH_NOT_ON_SCREEN', { hint, got: others })]
}
