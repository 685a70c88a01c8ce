import { refusal, type Refusal } from '../errors/refusal.ts'
import { AUDIENCES, FIRST_LAYOUT, type FrozenContent } from '../model/content.ts'
import { RISK_CLASSES } from '../model/people.ts'
import { PLACE_TYPES } from '../model/taxonomy.ts'
import type { ScreenProfile } from '../model/screen.ts'
import { FONT_NAMES, type Page } from '../model/page.ts'
import { charactersOf, type Layout, type Setting } from '../page/index.ts'
import type { PosterKind, SheetWords } from '../poster/sheet.ts'
import { faultsIn, glyphFaultsOf, type Missing } from './faults.ts'
import type { ContentKinds } from './registry.ts'
import { isListOf, isRecord, isText } from './stored.ts'

const oneOf =
  <T extends string>(all: readonly T[]) =>
  (value: unknown): value is T =>
    all.some((one) => one === value)

const isVersion = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) > 0

/** Everything but the body. A class or audience of a younger version is none that this one may pass over. */
const isFrozen = (value: unknown): value is FrozenContent =>
  isRecord(value) &&
  isText(value['content']) &&
  isRecord(value['body']) &&
  isRecord(value['hotline']) &&
  isText(value['hotline']['prompt']) &&
  isText(value['hotline']['number']) &&
  (value['validUntil'] === null || Number.isFinite(value['validUntil'])) &&
  (value['unit'] === undefined || isText(value['unit'])) &&
  (value['layout'] === undefined || isVersion(value['layout'])) &&
  (value['risk'] === undefined || oneOf(RISK_CLASSES)(value['risk'])) &&
  (value['audience'] === undefined || isListOf(value['audience'], oneOf(AUDIENCES))) &&
  (value['placeTypes'] === undefined || isListOf(value['placeTypes'], oneOf(PLACE_TYPES)))

const kindIn = (value: unknown): string => {
  const body = isRecord(value) && isRecord(value['body']) ? value['body'] : {}
  return isText(body['kind']) ? body['kind'].slice(0, 40) : '?'
}

/**
 * The stored words of a submission whose digest was checked, or CONTENT_UNKNOWN where this version does not know what
 * they say: a kind or a shape of a younger one. Throws SyntaxError where the text is no JSON.
 */
export const readFrozen = (kinds: ContentKinds, text: string): FrozenContent | Refusal => {
  const value: unknown = JSON.parse(text)
  return isFrozen(value) && kinds.named(value.body.kind)?.isBody(value.body)
    ? value
    : refusal('CONTENT_UNKNOWN', { got: kindIn(value) })
}

const NONE: Missing = () => []

/**
 * All that is wrong with what an editor wrote, each fault with its field (I14); nothing when it may be laid out.
 * @param missing asks for characters no font has; without it GLYPH_MISSING is left to who looks at the laid-out pages
 */
export const contentFaults = (
  kinds: ContentKinds,
  { body }: Pick<FrozenContent, 'body'>,
  missing: Missing = NONE,
): readonly Refusal[] => faultsIn(kinds.of(body).checks(body), missing)

/** What people call a content by. */
export const titleOf = (kinds: ContentKinds, { body }: Pick<FrozenContent, 'body'>): string =>
  kinds.of(body).title(body)

/**
 * Lays a content out for panel after panel by the version it was frozen with. One that can no longer run is
 * LAYOUT_VERSION_GONE: people look at it anew, no other rules set what they approved (CNT-3).
 */
export const layout = (
  kinds: ContentKinds,
  content: FrozenContent,
  setting: Setting,
): ((profile: ScreenProfile) => Layout) => {
  const { body, hotline, layout: version = FIRST_LAYOUT } = content
  const kind = kinds.of(body)
  if (!kind.layouts.includes(version)) {
    const fault = refusal('LAYOUT_VERSION_GONE', { got: kind.title(body), limit: version })
    return () => ({ pages: [], faults: [fault] })
  }
  return kind.pages(body, version)(hotline, setting)
}

/** What the fonts of these pages lack: GLYPH_NOT_ON_SCREEN at each field, with the panel; empty for nearly all. */
export const glyphFaults = (
  kinds: ContentKinds,
  { body }: Pick<FrozenContent, 'body'>,
  pages: readonly Page[],
  missing: Missing,
): readonly Refusal[] => {
  const [first] = pages
  const lacking = new Set(FONT_NAMES.flatMap((font) => missing(charactersOf(pages, font), font)))
  return first && lacking.size > 0
    ? glyphFaultsOf(kinds.of(body).checks(body), [...lacking], `${first.width}×${first.height}`)
    : []
}

/** What posters know of each kind. */
export const posterKinds = ({ all }: ContentKinds): readonly PosterKind[] =>
  all.map(({ kind, names, poster }) => ({ kind, names, ...poster }))

/** The words of a content that a sheet has places for. */
export const sheetWordsOf = (kinds: ContentKinds, { body }: Pick<FrozenContent, 'body'>): SheetWords => {
  const kind = kinds.of(body)
  return { kind: kind.kind, fields: kind.poster.fields, ...kind.sheetWords(body) }
}
