import type { Refusal } from '../errors/refusal.ts'
import type { HotlineWords, Picture } from '../model/content.ts'
import type { Page } from '../model/page.ts'
import type { ScreenProfile } from '../model/screen.ts'
import { bareDrafts, hotlineWording } from './bare.ts'
import { doesNotFit, finished, type Draft, type Wording } from './draft.ts'
import { headlineDrafts } from './headline.ts'
import type { Metrics } from './metrics.ts'
import { mottoDrafts } from './motto.ts'
import { sheetOf, type Sheet } from './sheet.ts'
import { storyDrafts } from './story.ts'
import { voiceDrafts, type Voice } from './voices.ts'

export type Layout = { readonly pages: readonly Page[]; readonly faults: readonly Refusal[] }

/** What a content says, part by part, each set in its own manner; a text that does not fit is told at its field. */
export type Part =
  /** The label, the words as a headline, and beside them the picture where there is room for one. */
  | { readonly as: 'headline'; readonly wording: Wording; readonly picture: Picture | null }
  /** Beats of a story, a page each or two short ones together. */
  | { readonly as: 'story'; readonly field: string; readonly beats: readonly Wording[] }
  /** What is said and what to do, on one page where they fit. */
  | { readonly as: 'voices'; readonly field: string; readonly voices: readonly Voice[] }
  /** Words that have the page to themselves. */
  | { readonly as: 'motto'; readonly wording: Wording }

export type Script = {
  /** Name and version of what set it, `case@1`; it stands on each page. */
  readonly template: string
  /** Top left of every page that has one. */
  readonly label: string
  readonly parts: readonly Part[]
  /** The same words, one after the other, for panels with room for nothing else. */
  readonly plain: readonly Wording[]
}

/**
 * Sets one content on one panel. Pure: equal content, profile and metrics give equal pages on every machine. Pictures
 * are `image` ops whose `asset` is the hash of the cleaned original, already at the exact size wanted. Pages come in
 * order; with faults (TEXT_DOES_NOT_FIT, each with its field) there are none.
 */
export type SetPages = (hotline: HotlineWords, profile: ScreenProfile, metrics: Metrics) => Layout

const draftsOf = (sheet: Sheet, label: string, part: Part): readonly Draft[] | undefined => {
  switch (part.as) {
    case 'headline':
      return headlineDrafts(sheet, label, part.wording, part.picture)
    case 'story':
      return storyDrafts(sheet, label, part.beats)
    case 'voices':
      return voiceDrafts(sheet, part.voices)
    case 'motto':
      return mottoDrafts(sheet, part.wording)
  }
}

type Drafted = { readonly drafts: readonly Draft[]; readonly faults: readonly Refusal[] }

const fieldOf = (part: Part): string => ('wording' in part ? part.wording.field : part.field)

const allDrafts = (sheet: Sheet, { label, parts }: Script): Drafted => {
  const faults: Refusal[] = []
  const drafts = parts.flatMap((part) => {
    const made = draftsOf(sheet, label, part)
    if (!made) faults.push(doesNotFit(sheet.profile, fieldOf(part)))
    return made ?? []
  })
  return { drafts, faults }
}

/**
 * Layout version 1. What was approved with it is set by it as long as it can run, so what it draws does not change: a
 * better way to set pages is a version of its own.
 */
export const setPages1 =
  (script: Script): SetPages =>
  (hotline, profile, metrics) => {
    const sheet = sheetOf(profile, metrics)
    if (!sheet) return { pages: [], faults: [doesNotFit(profile, script.plain[0]?.field ?? '')] }
    const isBare = sheet.mode === 'strip' || sheet.mode === 'bare'
    const { drafts, faults } = isBare
      ? bareDrafts(sheet, [...script.plain, hotlineWording(hotline)])
      : allDrafts(sheet, script)
    if (faults.length > 0) return { pages: [], faults }
    return { pages: finished(sheet, drafts, script.template, hotline), faults: [] }
  }
