import { describe, expect, it } from 'vitest'
import coverage from '../../../../media/fonts/coverage.json' with { type: 'json' }
import { glyphFaults, KINDS } from '../../../../src/content/index.ts'
import type { ContentBody } from '../../../../src/model/content.ts'
import type { Page, TextOp } from '../../../../src/model/page.ts'
import type { ScreenProfile } from '../../../../src/model/screen.ts'
import { missingGlyphs, METRICS, type Coverage } from '../../../../src/page/index.ts'
import { floorPx, sizeAtLeast } from '../../../../src/page/legibility.ts'
import { advanceOf } from '../../../../src/page/metrics.ts'
import { codePoints } from '../../../../src/text/characters.ts'
import { buildCase, buildSlogan, buildTechnique, laidOut } from '../../../builders/content.ts'
import { corpus, type Typed } from '../../../builders/corpus.ts'
import { cutsIn, linesOf, onStrip } from '../../../builders/cuts.ts'
import { buildScreenProfile, DEMO_SCREENS } from '../../../builders/screen.ts'

/** `npm run prove -- words` takes 2,000. */
const COUNT = Number(process.env['WORDS_TEXTS'] ?? 60)
const SEED = Number(process.env['WORDS_SEED'] ?? 20261130)

const near = { near: 3, typical: 8, far: 15 }
const ODD = {
  portrait: buildScreenProfile({ width: 192, height: 384, colour: 'dual', pitchMm: 10, distance: near }),
  tall: buildScreenProfile({ width: 1080, height: 1920, distance: near }),
  narrow: buildScreenProfile({ width: 320, height: 32, colour: 'mono', pitchMm: 10, distance: near }),
  small: buildScreenProfile({
    width: 128,
    height: 64,
    colour: 'mono',
    pitchMm: 10,
    distance: { ...near, typical: 5 },
  }),
  door: buildScreenProfile({
    width: 64,
    height: 16,
    colour: 'mono',
    pitchMm: 10,
    distance: { ...near, typical: 5 },
  }),
}
const PANELS = { ...DEMO_SCREENS, ...ODD }
/** So large that nothing may be refused for want of room. */
const ROOMY: readonly string[] = ['wall', 'square', 'tall']

/** A content of each kind that holds the text in one of its fields; the words before it are one line everywhere. */
const bodyOf = ({ text }: Typed, i: number): { readonly body: ContentBody; readonly before: number } => {
  const title = '提醒'
  const bodies = [
    { body: buildSlogan({ text, accent: '' }), before: 0 },
    { body: buildCase({ title, accent: '', lines: [text], lesson: '', photo: null }), before: 1 },
    { body: buildCase({ title, accent: '', lines: ['当心'], lesson: text, photo: null }), before: 2 },
    { body: buildTechnique({ title, accent: '', steps: [{ heSays: '', youDo: text }] }), before: 1 },
  ]
  return bodies[i % bodies.length] ?? bodies[0]!
}

/** Where the hotline has no foot to stand in it is the last page, with its number or beside it. */
const WITHOUT_FOOT: readonly string[] = ['strip', 'narrow', 'small', 'door']
const HOTLINES = ['拿不准？先打96110', '拿不准？先打']

/** Lines of the message without those before the text, and without the hotline's own page. */
const saidOn = (name: string, pages: readonly Page[], before: number): readonly string[] => {
  const lines = pages.flatMap(linesOf).slice(before)
  if (!WITHOUT_FOOT.includes(name)) return lines
  const end = lines.findLastIndex((_, i) => HOTLINES.includes(lines.slice(i).join('')))
  return end < 0 ? lines : lines.slice(0, end)
}

const widestOf = (profile: ScreenProfile): number =>
  (profile.width * 1000 * 0.5) / sizeAtLeast(profile, floorPx(profile)).px

const inkOf = ({ font, size }: TextOp, character: string): readonly [number, number] => {
  const [left, right] = METRICS[font].ink[character] ?? [0, advanceOf(METRICS[font], character)]
  return [(left * size) / 1000, (right * size) / 1000]
}

/** Ink that leaves the panel. */
const outside = (page: Page): readonly string[] =>
  page.ops.flatMap((op) => {
    if (op.op !== 'text') return []
    const { top, bottom } = METRICS[op.font]
    const high = op.y - (op.font === 'pixel' ? (op.size / 16) * 14 : (top * op.size) / 1000)
    const low = op.y + (op.font === 'pixel' ? (op.size / 16) * 2 : (-bottom * op.size) / 1000)
    const out = codePoints(op.text).filter((c, i) => {
      const [left, right] = inkOf(op, c)
      const x = op.xs[i] ?? 0
      return c !== ' ' && (x + left < -1 || x + right > page.width + 1)
    })
    return [...out, ...(high < -1 || low > page.height + 1 ? [op.text] : [])]
  })

const missing = (words: string, font: 'sans' | 'pixel') =>
  missingGlyphs(words, font, coverage as unknown as Coverage)

const faultsOn = (name: string, profile: ScreenProfile, typed: Typed, i: number): readonly string[] => {
  const { body, before } = bodyOf(typed, i)
  const { pages, faults } = laidOut(body, profile, { layout: 2 })
  if (pages.length === 0) {
    const named =
      faults.length > 0 && faults.every(({ code, field }) => code === 'TEXT_DOES_NOT_FIT' && field)
    return named && !ROOMY.includes(name) ? [] : [`refused: ${faults.map(({ code }) => code).join(' ')}`]
  }
  const lines = saidOn(name, pages, before)
  const isStrip = profile.height < 64
  const lacking = pages.flatMap(({ ops }) =>
    ops.flatMap((op) => (op.op === 'text' ? missing(op.text, op.font) : [])),
  )
  const told = glyphFaults(KINDS, { body }, pages, missing)
  return [
    ...typed.wholes.flatMap((whole) =>
      lines.some((line) => line.includes(whole)) ? [] : [`cut ${whole}: ${lines.join(' / ')}`],
    ),
    ...cutsIn(isStrip ? onStrip(typed.text) : typed.text, lines, widestOf(profile)),
    ...pages.flatMap(outside).map((words) => `outside: ${words}`),
    ...(lacking.length > 0 && !told.some(({ field }) => field !== undefined)
      ? [`no glyph: ${lacking.join('')}`]
      : []),
  ]
}

describe('the corpus on panels', () => {
  const texts = corpus(COUNT, SEED, 36)

  it('TXT-1 it holds wholes of every kind', () => {
    const all = texts.flatMap(({ wholes }) => wholes)
    for (const kind of [/元/, /\d{5}/, /月/, /:/, /号/, /[A-Za-z]/, /——/, /……/])
      expect(all.some((whole) => kind.test(whole))).toBe(true)
  })

  it.each(Object.entries(PANELS))(
    'TXT-1 TXT-2 TXT-3 PAGE-2 PAGE-6 %s cuts no number and no word, loses nothing, and sets nothing outside or without a glyph',
    (name, profile) => {
      const faults = texts.flatMap((typed, i) =>
        faultsOn(name, profile, typed, i).map((fault) => `${typed.text} — ${fault}`),
      )
      expect(faults).toEqual([])
    },
  )
})
