import { refusal, type Refusal } from '../errors/refusal.ts'
import { titleOf, type ContentBody, type FrozenContent } from '../model/content.ts'
import { isReadable } from '../model/letter.ts'
import type { FontName } from '../model/page.ts'
import { codePoints, tidy } from './characters.ts'
import { holds, type Ranges } from './coverage.ts'

/** Most characters (code points after tidying) of each field, and most entries of each list. */
export const LIMITS = {
  title: 30,
  line: 60,
  lesson: 40,
  heSays: 36,
  youDo: 36,
  slogan: 40,
  lines: 12,
  steps: 8,
} as const

/** Characters of `text` that no shipped font has; from coverage or from the font itself. */
export type Missing = (text: string, font: FontName) => readonly string[]

type Field = {
  readonly field: string
  readonly text: string
  readonly limit: number
  readonly optional?: boolean
  /** Which line of the field. */
  readonly hint?: string
}

/**
 * Characters that cannot be seen: controls, soft hyphen, joiners, direction marks and overrides, fillers, variation
 * selectors, byte order mark, annotation marks, tags.
 */
const UNSEEN: Ranges = [
  [0x00, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff9, 0xfffb],
  [0xe0000, 0xe0fff],
]
const isUnseen = (character: string): boolean => holds(UNSEEN, character.codePointAt(0) ?? 0)
const WELL_FORMED = /^(?:[^\ud800-\udfff]|[\ud800-\udbff][\udc00-\udfff])*$/

const named = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

const fieldFaults = ({ text, limit, optional, ...where }: Field, missing: Missing): readonly Refusal[] => {
  if (!WELL_FORMED.test(text)) return [refusal('TEXT_NOT_UNICODE', where)]
  const unseen = [...new Set(codePoints(text).filter(isUnseen))]
  if (unseen.length > 0) return [refusal('TEXT_CONTROL_CHAR', { ...where, got: unseen.map(named).join(' ') })]
  const length = codePoints(tidy(text)).length
  if (length === 0) return optional ? [] : [refusal('TEXT_EMPTY', where)]
  if (length > limit) return [refusal('TEXT_TOO_LONG', { ...where, limit, got: length })]
  const lacking = new Set([...missing(tidy(text), 'sans'), ...missing(tidy(text), 'pixel')])
  if (lacking.size > 0) return [refusal('GLYPH_MISSING', { ...where, got: [...lacking].join('') })]
  return isReadable(text) ? [] : [refusal('TEXT_WITHOUT_WORDS', { ...where, got: tidy(text) })]
}

const accentFaults = (text: string, accent: string): readonly Refusal[] =>
  tidy(accent) === '' || tidy(text).includes(tidy(accent))
    ? []
    : [
        refusal('ACCENT_NOT_IN_TEXT', {
          field: 'accent',
          got: codePoints(tidy(accent)).slice(0, LIMITS.title).join(''),
        }),
      ]

const listFaults = (field: string, count: number, limit: number): readonly Refusal[] => {
  if (count === 0) return [refusal('TEXT_EMPTY', { field })]
  return count > limit ? [refusal('TOO_MANY_ITEMS', { field, limit, got: count })] : []
}

const fieldsOf = (body: ContentBody): readonly Field[] => {
  if (body.kind === 'slogan') return [{ field: 'text', text: body.text, limit: LIMITS.slogan }]
  const title = { field: 'title', text: body.title, limit: LIMITS.title }
  if (body.kind === 'technique')
    return [
      title,
      ...body.steps.slice(0, LIMITS.steps).flatMap((step, i) => [
        { field: `steps.${i}.heSays`, text: step.heSays, limit: LIMITS.heSays },
        { field: `steps.${i}.youDo`, text: step.youDo, limit: LIMITS.youDo },
      ]),
    ]
  return [
    title,
    ...body.lines.slice(0, LIMITS.lines).map((text, i) => ({
      field: 'story',
      hint: `line ${i + 1}`,
      text,
      limit: LIMITS.line,
      optional: true,
    })),
    { field: 'lesson', text: body.lesson, limit: LIMITS.lesson, optional: true },
  ]
}

const none: Missing = () => []

/**
 * All that is wrong with what an editor wrote, each fault with its field (I14); nothing when it may be laid out.
 * @param missing asks for characters no font has; without it GLYPH_MISSING is left to who looks at the laid-out pages
 */
export const contentFaults = (
  { body }: Pick<FrozenContent, 'body'>,
  missing: Missing = none,
): readonly Refusal[] => [
  ...fieldsOf(body).flatMap((field) => fieldFaults(field, missing)),
  ...accentFaults(titleOf(body), body.accent),
  ...(body.kind === 'case'
    ? listFaults('story', body.lines.filter((line) => tidy(line) !== '').length, LIMITS.lines)
    : []),
  ...(body.kind === 'technique' ? listFaults('steps', body.steps.length, LIMITS.steps) : []),
]
