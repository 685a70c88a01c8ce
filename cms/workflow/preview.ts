import type { PayloadRequest } from 'payload'
import { setImmediate as turn } from 'node:timers/promises'
import {
  longBeats,
  placesShown,
  type ContentKind,
  type LongBeat,
  type Place,
} from '../../src/content/index.ts'
import { refuse, type Refusal } from '../../src/errors/refusal.ts'
import type { ContentBody, FrozenContent } from '../../src/model/content.ts'
import type { Page } from '../../src/model/page.ts'
import { withRenditions, type Layout } from '../../src/page/index.ts'
import type { Step } from '../../src/review/policies.ts'
import { policyFor } from '../../src/review/policy.ts'
import { requireAct } from '../access/roles.ts'
import { ports } from '../base/ports.ts'
import { townGrids, type TownGrid } from '../grids/grids.ts'
import { cutPictures, setter, sorted } from '../grids/paginate.ts'
import { pictureFaults } from '../grids/picture-faults.ts'
import { rareOf } from '../grids/rare.ts'
import type { ContentSlug } from '../records/rows.ts'
import { drawingsOf, hotlineOf, mediaOf, type Draft } from './content-rows.ts'
import { checkBody, readTown, wordsOf } from './checks.ts'
import { findingsAgainst, notesOf, type Finding } from './findings.ts'
import { frozenOf, type Linked } from './freeze.ts'
import { paperNotesOf } from './paper.ts'
import { subjectOf } from './states.ts'

export type Asked = {
  /** The words as they stand in the form, stored or not. */
  readonly draft: Readonly<Record<string, unknown>>
  /** `gridKey` of the screen it is looked at on; the largest of the town where it names none. */
  readonly grid: string
  /** Looks at every grid of the town and says all that is to be said of the words. */
  readonly whole: boolean
}

export type Sheet = {
  readonly id: string
  readonly version: number
  readonly zh: string
  readonly en: string
}

/** What a form is told of all grids at once. */
export type Told = {
  readonly findings: readonly Finding[]
  readonly beats: readonly LongBeat[]
  /** How many screens of the town can show it. */
  readonly screens: number
  /** Templates of sheets that take all of these words. */
  readonly sheets: readonly Sheet[]
  /** The number on it and the day it was verified on, as it is stored. */
  readonly hotline: { readonly number: string; readonly verifiedOn: string | null } | null
}

export type Preview = {
  /** The grids of the town with the names of their screens, the largest first. */
  readonly grids: readonly { readonly key: string; readonly screens: readonly string[] }[]
  readonly grid: string
  readonly pages: readonly Page[]
  /** Of each page the places of the form it shows. */
  readonly places: readonly (readonly Place[])[]
  /** Of each page its characters beyond the base fonts. */
  readonly rare: readonly string[]
  /** What comes after the draft, in order, by the policy of its kind. */
  readonly steps: readonly Pick<Step, 'decision' | 'role'>[]
  readonly told: Told | null
}

/** More characters than any form holds are not set: the fault of their length is told, and costs nothing. */
const MOST_CHARACTERS = 2_400

type Words = { readonly kind: ContentKind; readonly draft: Draft; readonly linked: Linked }

const textOr = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' && value.length <= 64 ? value : null

const dayOr = (value: unknown): string | null =>
  typeof value === 'string' && Number.isFinite(Date.parse(value)) ? value : null

/** Nothing of what a form sends is taken on trust; links are ids or none. */
const draftIn = ({ uploads }: ContentKind, typed: Asked['draft']): Draft => ({
  ...typed,
  ...Object.fromEntries(uploads.map((field) => [field, textOr(typed[field])])),
  id: textOr(typed['id']) ?? '',
  hotline: textOr(typed['hotline']),
  unit: textOr(typed['unit']),
  validUntil: dayOr(typed['validUntil']),
  contributors: null,
})

const readWords = async (req: PayloadRequest, kind: ContentKind, typed: Asked['draft']): Promise<Words> => {
  const draft = draftIn(kind, typed)
  const [media, hotline] = [await mediaOf(req, kind, draft), await hotlineOf(req, draft)]
  return { kind, draft, linked: { hotline, media, drawings: await drawingsOf(media) } }
}

const isSettable = ({ body }: FrozenContent): boolean => {
  const texts = ports().kinds.of(body).texts(body)
  return texts.reduce((sum, { text }) => sum + text.length, 0) <= MOST_CHARACTERS
}

type Laid = readonly (readonly [grid: string, laid: Layout])[]

/** One grid a turn of the loop: a long content on many grids would else hold the screens' lines meanwhile. */
const onAll = async (
  set: ReturnType<typeof setter>,
  grids: ReadonlyMap<string, TownGrid>,
  shown: Laid,
): Promise<Laid> => {
  const known = new Map(shown)
  const laid: (readonly [string, Layout])[] = []
  for (const [key, { profile }] of grids) {
    const before = known.get(key)
    if (!before) await turn()
    laid.push([key, before ?? set(profile)])
  }
  return laid
}

type Found = {
  readonly frozen: FrozenContent
  readonly faults: readonly Refusal[]
  readonly pages: readonly Page[]
}

const UNFIT: ReadonlySet<string> = new Set(['TEXT_NOT_ON_PAPER', 'HALVES_NOT_ON_PAPER', 'LIST_NOT_ON_PAPER'])

/** Whoever is named in a note about words is a template that does not take them; a photo keeps none from being printed. */
const sheetsOf = async (kind: ContentKind, notes: readonly Refusal[]): Promise<readonly Sheet[]> => {
  const small = new Set(
    notes.filter(({ code }) => UNFIT.has(code)).flatMap(({ got }) => String(got).split(' ')),
  )
  return ((await ports().print?.templates()) ?? [])
    .filter(({ id, kinds }) => kinds.includes(kind.kind) && !small.has(id))
    .map(({ id, version, name_zh, name_en }) => ({ id, version, zh: name_zh, en: name_en }))
}

const toldOf = async (
  { kind, draft, linked: { hotline, media } }: Words,
  { frozen, faults, pages }: Found,
  grids: ReadonlyMap<string, TownGrid>,
  laid: Laid,
): Promise<Told> => {
  const { kinds, dictionary } = ports()
  const { leftOut, drafts, faults: ofPages } = sorted(laid)
  const empty = new Set(faults.flatMap(({ code, field }) => (code === 'TEXT_EMPTY' ? [field] : [])))
  const pictures = kinds.of(frozen.body).pictures(frozen.body)
  const ofPaper = await paperNotesOf(kind, draft, media)
  const notes = [
    // What is not there yet fits nowhere.
    ...leftOut.flatMap(({ fault }) => (empty.has(fault.field) ? [] : [fault])),
    ...pages.flatMap((page) => pictureFaults(page, pictures)),
    ...ofPaper,
  ]
  const shown = drafts.flatMap(([key]) => grids.get(key)?.screens ?? [])
  const words = findingsAgainst(faults, wordsOf(kinds, frozen.body))
  const isWrong = words.some(({ level }) => level === 'stop')
  return {
    // A text that is too long fits nowhere either: the word about its length says it all.
    findings: [...words, ...findingsAgainst(isWrong ? [] : ofPages, []), ...notesOf(notes)],
    beats: longBeats(kinds, frozen, dictionary),
    screens: isWrong || ofPages.length > 0 ? 0 : shown.length,
    sheets: isWrong ? [] : await sheetsOf(kind, ofPaper),
    hotline: hotline ? { number: hotline.number ?? '', verifiedOn: hotline.verifiedOn ?? null } : null,
  }
}

const area = ({ profile: { width, height } }: TownGrid): number => width * height

/**
 * The pages that 送审 would freeze of these words, on one grid of the town, and on demand all that is to be said of them.
 * Set by the same code (DESK-70), from what stands in the form; nothing is stored, and faults keep no page away.
 */
export const previewContent = async (
  req: PayloadRequest,
  slug: ContentSlug,
  asked: Asked,
): Promise<Preview> => {
  requireAct(req, 'content.preview')
  const { kinds, missingGlyphs: missing, coverage, now } = ports()
  const kind = kinds.writtenIn(slug) ?? refuse('NOT_FOUND')
  const words = await readWords(req, kind, asked.draft)
  const town = asked.whole ? await readTown(req) : undefined
  const check = (body: ContentBody) => ({ faults: town ? checkBody(town, body) : [], confirmed: [] })
  const { frozen, faults } = frozenOf({ kinds, kind, missing, check }, words.draft, words.linked, now())
  const grids = await townGrids(req.payload, req)
  const largest = [...grids].toSorted(([, a], [, b]) => area(b) - area(a))
  const grid = grids.has(asked.grid) ? asked.grid : (largest[0]?.[0] ?? '')
  const profile = grids.get(grid)?.profile
  const set = isSettable(frozen) && profile ? setter(frozen) : (): Layout => ({ pages: [], faults: [] })
  const shown: Laid = profile ? [[grid, set(profile)]] : []
  const set1 = shown[0]?.[1].pages ?? []
  const pages = withRenditions(set1, (await cutPictures(set1)).named)
  const known = coverage()
  return {
    grids: largest.map(([key, { screens }]) => ({ key, screens })),
    grid,
    pages,
    places: placesShown(kinds, frozen, pages),
    rare: pages.map((page) => rareOf(page, known)),
    steps: policyFor(subjectOf({ kind: kind.kind, risk: frozen.risk ?? null })).steps.map(
      ({ decision, role }) => ({ decision, role }),
    ),
    told: asked.whole
      ? await toldOf(words, { frozen, faults, pages }, grids, await onAll(set, grids, shown))
      : null,
  }
}
