import type { Refusal } from '../errors/refusal.ts'
import type { ContentBody, FrozenContent } from '../model/content.ts'
import type { Page } from '../model/page.ts'
import type { ScreenProfile } from '../model/screen.ts'
import { bareDrafts, hotlineWording } from './bare.ts'
import { caseDrafts, caseWordings, type Drafted } from './case.ts'
import { doesNotFit, finished, type Wording } from './draft.ts'
import type { Metrics } from './metrics.ts'
import { sheetOf, type Sheet } from './sheet.ts'
import { sloganDrafts, sloganWordings } from './slogan.ts'
import { techniqueDrafts, techniqueWordings } from './technique.ts'

export type Layout = { readonly pages: readonly Page[]; readonly faults: readonly Refusal[] }

const draftsOf = (sheet: Sheet, body: ContentBody): Drafted => {
  if (body.kind === 'case') return caseDrafts(sheet, body)
  return body.kind === 'technique' ? techniqueDrafts(sheet, body) : sloganDrafts(sheet, body)
}

const wordingsOf = (body: ContentBody): readonly Wording[] => {
  if (body.kind === 'case') return caseWordings(body)
  return body.kind === 'technique' ? techniqueWordings(body) : sloganWordings(body)
}

/**
 * Lays a content out for one panel. Pure: equal content, profile and metrics give equal pages on every machine.
 * Pictures are `image` ops whose `asset` is the hash of the cleaned original, already at the exact size wanted.
 * @returns pages in order; with faults (TEXT_DOES_NOT_FIT, each with its field) there are no pages
 */
export const layout = (content: FrozenContent, profile: ScreenProfile, metrics: Metrics): Layout => {
  const sheet = sheetOf(profile, metrics)
  if (!sheet)
    return { pages: [], faults: [doesNotFit(profile, content.body.kind === 'slogan' ? 'text' : 'title')] }
  const isBare = sheet.mode === 'strip' || sheet.mode === 'bare'
  const { drafts, faults } = isBare
    ? bareDrafts(sheet, [...wordingsOf(content.body), hotlineWording(content.hotline)])
    : draftsOf(sheet, content.body)
  if (faults.length > 0) return { pages: [], faults }
  return { pages: finished(sheet, drafts, content.body.kind, content.hotline), faults: [] }
}
