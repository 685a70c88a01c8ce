import type { Refusal } from '../errors/refusal.ts'
import type { HotlineWords, Picture } from '../model/content.ts'
import type { Page } from '../model/page.ts'
import type { ScreenProfile } from '../model/screen.ts'
import type { Dictionary } from '../text/dictionary.ts'
import { bareDrafts, hotlineWording } from './bare.ts'
import { doesNotFit, finished, type Draft, type Wording } from './draft.ts'
import { headlineDrafts } from './headline.ts'
import type { Metrics } from './metrics.ts'
import { mottoDrafts } from './motto.ts'
import { sheetOf, type Sheet } from './sheet.ts'
import { storyDrafts } from './story.ts'
import * as second from './layout-2/index.ts'
import { textsOf, type Texts } from './layout-2/texts.ts'
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
  /** Beats of a story, a page each, the title's drawing kept small beside the label (layout 2). */
  | {
      readonly as: 'beats'
      readonly field: string
      readonly beats: readonly Wording[]
      readonly sign: Picture | null
    }

export type Script = {
  /** Name and version of what set it, `case@1`; it stands on each page. */
  readonly template: string
  /** Top left of every page that has one. */
  readonly label: string
  readonly parts: readonly Part[]
  /** The same words, one after the other, for panels with room for nothing else. */
  readonly plain: readonly Wording[]
}

/** What pages are set with: the fonts' measures, and the dictionary lines are broken by (since layout 2). */
export type Setting = { readonly metrics: Metrics; readonly dictionary: Dictionary }

/**
 * Sets one content on panel after panel. Pure: equal content, profile and setting give equal pages on every machine.
 * Pictures are `image` ops whose `asset` is the hash of the cleaned original, already at the exact size wanted. Pages
 * come in order; with faults (TEXT_DOES_NOT_FIT, each with its field) there are none.
 */
export type SetPages = (hotline: HotlineWords, setting: Setting) => (profile: ScreenProfile) => Layout

type DraftsOf = (sheet: Sheet, label: string, part: Part) => readonly Draft[] | undefined

const draftsOf1: DraftsOf = (sheet, label, part) => {
  switch (part.as) {
    case 'headline':
      return headlineDrafts(sheet, label, part.wording, part.picture)
    case 'beats':
    case 'story':
      return storyDrafts(sheet, label, part.beats)
    case 'voices':
      return voiceDrafts(sheet, part.voices)
    case 'motto':
      return mottoDrafts(sheet, part.wording)
  }
}

const draftsOf2 =
  (texts: Texts): DraftsOf =>
  (sheet, label, part) => {
    switch (part.as) {
      case 'headline':
        return second.headlineDrafts(sheet, texts, label, part.wording, part.picture)
      case 'story':
        return second.beatDrafts(sheet, texts, label, part.beats, null)
      case 'beats':
        return second.beatDrafts(sheet, texts, label, part.beats, part.sign)
      case 'voices':
        return second.saidDrafts(sheet, texts, part.voices)
      case 'motto':
        return second.mottoDrafts(sheet, texts, part.wording)
    }
  }

type Drafted = { readonly drafts: readonly Draft[]; readonly faults: readonly Refusal[] }

const fieldOf = (part: Part): string => ('wording' in part ? part.wording.field : part.field)

const allDrafts = (sheet: Sheet, { label, parts }: Script, draftsOf: DraftsOf): Drafted => {
  const faults: Refusal[] = []
  const drafts = parts.flatMap((part) => {
    const made = draftsOf(sheet, label, part)
    if (!made) faults.push(doesNotFit(sheet.profile, fieldOf(part)))
    return made ?? []
  })
  return { drafts, faults }
}

type Bare = (sheet: Sheet) => Drafted

const laidOut = (
  script: Script,
  profile: ScreenProfile,
  hotline: HotlineWords,
  metrics: Metrics,
  draftsOf: DraftsOf,
  bare: Bare,
): Layout => {
  const sheet = sheetOf(profile, metrics)
  if (!sheet) return { pages: [], faults: [doesNotFit(profile, script.plain[0]?.field ?? '')] }
  const isBare = sheet.mode === 'strip' || sheet.mode === 'bare'
  const { drafts, faults } = isBare ? bare(sheet) : allDrafts(sheet, script, draftsOf)
  if (faults.length > 0) return { pages: [], faults }
  return { pages: finished(sheet, drafts, script.template, hotline), faults: [] }
}

/**
 * Layout version 1. What was approved with it is set by it as long as it can run, so what it draws does not change: a
 * better way to set pages is a version of its own.
 */
export const setPages1 =
  (script: Script): SetPages =>
  (hotline, { metrics }) => {
    const bare: Bare = (sheet) => bareDrafts(sheet, [...script.plain, hotlineWording(hotline)])
    return (profile) => laidOut(script, profile, hotline, metrics, draftsOf1, bare)
  }

/** Layout version 2: words and numbers are never cut, beats fill the panel, who speaks is told on every page. */
export const setPages2 =
  (script: Script): SetPages =>
  (hotline, { metrics, dictionary }) => {
    const texts = textsOf(metrics, dictionary)
    const draftsOf = draftsOf2(texts)
    const bare: Bare = (sheet) => second.bareDrafts(sheet, texts, script.plain, hotline)
    return (profile) => laidOut(script, profile, hotline, metrics, draftsOf, bare)
  }
