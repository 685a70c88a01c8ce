import { readFileSync, readdirSync } from 'node:fs'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { CASES } from '../../../cms/starter/cases.ts'
import { DRAFTS } from '../../../cms/starter/drafts.ts'
import { HOTLINES } from '../../../cms/starter/hotlines.ts'
import { METHODS } from '../../../cms/starter/methods.ts'
import { SLOGANS } from '../../../cms/starter/slogans.ts'
import { TECHNIQUES } from '../../../cms/starter/techniques.ts'
import { checkWords, wordListOf, type Town } from '../../../src/checks/index.ts'
import {
  contentFaults,
  KINDS,
  layout,
  paperNotes,
  themesOf,
  type Missing,
} from '../../../src/content/index.ts'
import { FRAUD_CLASSES } from '../../../src/model/content.ts'
import type { ContentId } from '../../../src/model/ids.ts'
import { isScreenDrawing } from '../../../src/poster/screen-drawing.ts'
import type { TemplateSchema } from '../../../src/poster/template.ts'
import { buildHotline, buildPicture, SETTING } from '../../builders/content.ts'
import { DICTIONARY } from '../../builders/dictionary.ts'
import { buildScreenProfile, DEMO_SCREENS } from '../../builders/screen.ts'

const length = (text: string): number => Array.from(text).length
const methods = Object.keys(METHODS)
const MARKS = /[，。、：；？！“”]/u

const SCHEMAS = readdirSync('media/posters')
  .filter((name) => name !== 'library')
  .map((name) => JSON.parse(readFileSync(`media/posters/${name}/schema.json`, 'utf8')) as TemplateSchema)

/** Shapes no demo screen has: strips of other heights, upright panels, a small board. */
const ODD_PANELS = (
  [
    [320, 32, 'mono'],
    [640, 96, 'dual'],
    [1920, 64, 'dual'],
    [360, 640, 'full'],
    [1080, 1920, 'full'],
    [128, 64, 'mono'],
  ] as const
).map(([width, height, colour]) =>
  buildScreenProfile({
    width,
    height,
    colour,
    pitchMm: 10,
    distance: { near: 2, typical: 8, far: 20 },
  }),
)

/** Of characters outside GB2312 level 1 nobody is sure that a template's font or an old box has them. */
const level1 = ((): ReadonlySet<string> => {
  const decoder = new TextDecoder('gb2312')
  const found = new Set<string>()
  for (let high = 0xb0; high <= 0xd7; high += 1)
    for (let low = 0xa1; low <= 0xfe; low += 1) found.add(decoder.decode(new Uint8Array([high, low])))
  return found
})()
const missing: Missing = (text) => Array.from(text).filter((c) => /\p{Script=Han}/u.test(c) && !level1.has(c))

/** One that has the numbers of the library and no words of its own. */
const TOWN: Town = {
  hotlines: HOTLINES.map(({ number }) => number),
  words: wordListOf([]),
  hosts: [],
}

const frozenOf = ({ kind: name, fields, hotline, picture }: (typeof DRAFTS)[number]) => {
  const kind = KINDS.named(name)
  if (!kind) throw new Error(`no kind ${name}`)
  const given = picture && {
    photo: { ...buildPicture(), alt: picture.alt, isScreenDrawing: true as const },
  }
  const { body, faults } = kind.freeze({ ...fields, ...(picture && { photo: 'row' }) }, given ?? {})
  const number = HOTLINES.find(({ key }) => key === hotline)
  const content = {
    content: 'starter' as ContentId,
    layout: Math.max(...kind.layouts),
    body,
    hotline: buildHotline(number && { prompt: number.prompt, number: number.number }),
    validUntil: null,
  }
  return { content, faults }
}

const library = DRAFTS.map((draft) => ({ name: `${draft.kind} ${draft.title}`, draft, ...frozenOf(draft) }))

describe('SEED-8 what the starter library holds', () => {
  it('SEED-8 a technique and a case of each official class and each newer method, and sixty slogans', () => {
    expect(methods).toHaveLength(18)
    expect(Object.keys(CASES).toSorted()).toEqual(methods.toSorted())
    expect(Object.keys(TECHNIQUES).toSorted()).toEqual(methods.toSorted())
    const classes = Object.values(METHODS).map(({ fraudClass }) => fraudClass)
    for (const fraudClass of FRAUD_CLASSES) expect(classes).toContain(fraudClass)
    expect(SLOGANS.length).toBeGreaterThanOrEqual(60)
  })

  it('SEED-8 CNT-6 each case says that it is composite, and each content of a newer method which; all freeze so', () => {
    const cases = library.filter(({ content: { body } }) => body.kind === 'case')
    expect(cases).toHaveLength(methods.length)
    for (const { content } of cases)
      expect(content.body).toMatchObject({ source: '根据公开案例改编', facts: { status: 'composite' } })
    const themes = new Set(library.flatMap(({ content }) => themesOf(KINDS, content)))
    for (const method of methods) expect(themes).toContain(method)
  })

  it('SEED-8 nothing stands twice, and each method has a drawing of its own', () => {
    const titles = DRAFTS.map(({ title }) => title)
    expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([])
    expect(new Set(Object.values(METHODS).map(({ picture }) => picture)).size).toBe(methods.length)
  })

  it.each(Object.values(METHODS).map(({ picture }) => picture))(
    'SEED-8 %s is a drawing of the family, by its pixels',
    async (picture) => {
      const { data } = await sharp(`media/pictures/${picture}.png`)
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true })
      expect(isScreenDrawing(data)).toBe(true)
    },
  )

  it('SEED-2 a number that was not checked stands under no content of it', () => {
    const checked = HOTLINES.filter(({ verifiedOn }) => verifiedOn !== null).map(({ key }) => key)
    for (const { hotline, title } of DRAFTS) expect([title, checked.includes(hotline)]).toEqual([title, true])
  })
})

describe('SEED-9 its words go wherever a town shows them', () => {
  it.each(library)('SEED-9 $name: 送审 has nothing against it', ({ content, faults }) => {
    expect([...faults, ...contentFaults(KINDS, content, missing)]).toEqual([])
  })

  it.each(library)('SEED-9 $name: no check stops it or asks about it', ({ content: { body } }) => {
    const words = KINDS.of(body)
      .checks(body)
      .fields.map((word) => ({ ...word, quoted: word.field.endsWith('heSays') }))
    expect(checkWords(words, TOWN)).toEqual([])
  })

  it.each(library)('SEED-9 $name goes whole on every demo screen and on odd panels', ({ content }) => {
    for (const profile of [...Object.values(DEMO_SCREENS), ...ODD_PANELS]) {
      const { pages, faults } = layout(KINDS, content, SETTING)(profile)
      expect([profile.width, profile.height, faults]).toEqual([profile.width, profile.height, []])
      expect(pages.length).toBeGreaterThan(0)
    }
  })

  it.each(library)('SEED-9 $name goes on every sheet that takes its kind', ({ content }) => {
    expect(paperNotes(KINDS, content, SCHEMAS, DICTIONARY)).toEqual([])
  })

  it.each(Object.values(CASES))('SEED-9 case $title is told in short breaths', ({ title, beats, lesson }) => {
    expect(beats.length).toBeGreaterThanOrEqual(3)
    expect(beats.length).toBeLessThanOrEqual(4)
    for (const text of [title, ...beats, lesson])
      for (const breath of text.split(MARKS)) expect([text, length(breath) <= 7]).toEqual([text, true])
    for (const beat of beats)
      expect([beat, length(beat.replace(/[，。“”]/gu, '')) <= 12]).toEqual([beat, true])
  })

  it.each(Object.values(TECHNIQUES))('SEED-9 technique $title is two short voices', ({ title, steps }) => {
    expect(length(title)).toBeLessThanOrEqual(16)
    for (const phrase of title.split('，')) expect(length(phrase)).toBeLessThanOrEqual(8)
    expect(steps.length).toBeGreaterThanOrEqual(3)
    for (const { heSays, youDo } of steps)
      expect([heSays, youDo, Math.max(length(heSays), length(youDo)) <= 12]).toEqual([heSays, youDo, true])
  })

  it.each(SLOGANS)(
    'SEED-9 slogan $text is two halves of 5 to 8, as long as each other',
    ({ text, accent }) => {
      const halves = text.split(' ')
      expect(halves).toHaveLength(2)
      const [first = 0, second = 0] = halves.map(length)
      expect(Math.min(first, second)).toBeGreaterThanOrEqual(5)
      expect(Math.max(first, second)).toBeLessThanOrEqual(8)
      expect(Math.abs(first - second)).toBeLessThanOrEqual(1)
      expect(halves.some((half) => half.includes(accent))).toBe(true)
    },
  )

  it('SEED-9 a slogan is one page of the demo town’s strip, with its number after it', () => {
    for (const { draft, content } of library.filter(({ draft: { kind } }) => kind === 'slogan')) {
      const { pages } = layout(KINDS, content, SETTING)(DEMO_SCREENS.strip)
      expect([draft.title, pages.length]).toEqual([draft.title, 2])
    }
  })
})
