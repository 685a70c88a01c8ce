import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { floorSheets, floorsOf, placesOf, withOne } from '../../../scripts/posters/floors.ts'
import { STARTER } from '../../../scripts/posters/texts.ts'
import type { Instant } from '../../../src/model/ids.ts'
import { fitsTemplate, trialChoices, trialData, type TrialChoice } from '../../../src/poster/index.ts'
import { limitOf } from '../../../src/poster/fields.ts'
import type { SheetData } from '../../../src/poster/sheet.ts'
import type { Place, TemplateSchema } from '../../../src/poster/template.ts'
import { LETTERS } from '../../builders/dictionary.ts'
import { nearLimit } from '../../builders/near-limit.ts'
import { KINDS_ON_PAPER } from '../../builders/print.ts'
import { press, SCHEMAS } from './sheets.ts'

/** `npm run prove -- words` takes more texts to each template, and asks every sheet that bears on a place. */
const TEXTS = Number(process.env['WORDS_TEXTS'] ?? 8)
const SEED = Number(process.env['WORDS_SEED'] ?? 20261130)
const WHOLE = process.env['PROVE'] !== undefined
/** Shares of a sample that are told not to go although the engine would set them: rooms are reckoned at their least. */
const SPARE = 0.1
const NOW = Date.UTC(2026, 10, 23, 4) as Instant

const STARTER_TEXTS = Object.values(STARTER)
  .flat()
  .flatMap(({ title, lesson, lines = [], steps = [] }) => [
    title,
    lesson,
    ...lines,
    ...steps.flatMap(({ heSays, youDo }) => [heSays, youDo]),
  ])
  .filter((text): text is string => typeof text === 'string' && text !== '')
const near = nearLimit(STARTER_TEXTS, SEED)

type Words = Pick<SheetData, 'title' | 'lines' | 'lesson' | 'steps'>

/** Below the length a template is tried with, at it, and well beyond. */
const wordsFor = (schema: TemplateSchema, kind: string): fc.Arbitrary<Words> =>
  fc.constantFrom(0.6, 1, 1.35).chain((share) => {
    const of = (field: string) => near(Math.round((limitOf(schema, field)?.max ?? 20) * share))
    const items = (field: string) => limitOf(schema, field)?.maxItems ?? 4
    const none = fc.constant([])
    return fc.record({
      title: of(kind === 'slogan' ? 'text' : 'title'),
      lines: kind === 'case' ? fc.array(of('lines'), { minLength: 1, maxLength: items('lines') }) : none,
      lesson: kind === 'case' ? fc.oneof(fc.constant(''), of('lesson')) : fc.constant(''),
      steps:
        kind === 'technique'
          ? fc.array(fc.record({ heSays: of('steps'), youDo: of('steps') }), {
              minLength: 1,
              maxLength: items('steps'),
            })
          : none,
    })
  })

/** Whether the engine sets it at every size. */
const isSet = (schema: TemplateSchema, choices: readonly TrialChoice[], words: Words): boolean =>
  choices.every((choice) => {
    const data = { ...trialData(schema, choice, 'empty', NOW), ...words, accent: '' }
    return (press.query(schema.id, data, '<ss-overflow>') as readonly unknown[]).length === 0
  })

/** By length and place; whether two halves are a pair is no matter of room (TPL-17). */
const isToldToFit = (schema: TemplateSchema, { kind, fields }: TrialChoice['kind'], words: Words): boolean =>
  fitsTemplate(schema, { kind, fields, ...words, accent: '', fraudClass: '', photo: null }, LETTERS).every(
    ({ code }) => code === 'PRINT_HALVES_UNEVEN',
  )

describe('PRT-26 what is told before setting is what the engine does', () => {
  it.each(SCHEMAS.map((schema) => [schema.id, schema] as const))(
    'PRT-26 %s: whatever is told to fit is set at every size, and next to nothing else is',
    (id, schema) => {
      const all = trialChoices(schema, KINDS_ON_PAPER).filter(
        ({ kind, size, way }) => schema.sizes.find((one) => one.id === size)?.ways[0] === way && kind,
      )
      const count = { told: 0, spared: 0, all: 0 }
      for (const kind of new Set(all.map((choice) => choice.kind))) {
        const choices = all.filter((choice) => choice.kind === kind)
        const numRuns = Math.ceil(TEXTS / schema.kinds.length)
        for (const words of fc.sample(wordsFor(schema, kind.kind), { numRuns, seed: SEED })) {
          const told = isToldToFit(schema, kind, words)
          const set = isSet(schema, choices, words)
          if (told) expect([JSON.stringify(words), set]).toEqual([JSON.stringify(words), true])
          count.all++
          if (told) count.told++
          else if (set) count.spared++
        }
      }
      if (WHOLE) console.log(`${id}: ${count.all} sheets, ${count.told} told to fit, ${count.spared} spared`)
      expect(count.told).toBeGreaterThan(0)
      expect(count.spared).toBeLessThanOrEqual(Math.max(2, count.all * SPARE))
    },
  )

  it('PRT-26 the large-print card names steps that it cannot set, and sets the rest of the sheet', () => {
    const schema = SCHEMAS.find(({ id }) => id === 'largeprint-a4')!
    const choice = trialChoices(schema, KINDS_ON_PAPER).find(({ kind }) => kind.kind === 'technique')!
    const step = { heSays: 'W'.repeat(60), youDo: '先问儿女' }
    const data = { ...trialData(schema, choice, 'empty', NOW), steps: [step, step] }
    expect(press.faults(schema.id, data)).toBe('')
    expect(press.query(schema.id, data, '<ss-overflow>')).toMatchObject([{ field: 'steps' }])
  })

  const isWithin = (declared: Place, said: Place): boolean => {
    const least = (numbers: readonly number[] = [], i: number): number => numbers[i] ?? numbers.at(-1) ?? 0
    const counts = Math.max(declared.ems.length, said.ems.length, said.lines?.length ?? 1)
    return Array.from({ length: counts }, (_, i) => i).every(
      (i) => least(declared.ems, i) <= least(said.ems, i) && least(declared.lines, i) <= least(said.lines, i),
    )
  }

  it.each(SCHEMAS.map((schema) => [schema.id, schema] as const))(
    'PRT-26 %s: its schema tells the places its template has',
    (id, schema) => {
      const declared = Object.fromEntries(
        Object.entries(schema.fields).flatMap(([field, { place }]) => (place ? [[field, place]] : [])),
      )
      if (WHOLE) return expect(declared).toEqual(floorsOf(press, schema))
      // The longest list under the highest headline, of each kind; all of them by the proof.
      const sheets = floorSheets(schema).filter(({ title }) => title.includes('报警吧'))
      const longest = [...new Map(sheets.map((data) => [`${data.kind} ${data.sheet.size}`, data])).values()]
      const said = withOne(
        schema,
        placesOf(
          longest.map((data) => ({ kind: data.kind, floors: press.query(id, data, '<ss-floor>') as never })),
        ),
      )
      for (const [field, place] of Object.entries(said)) {
        expect([field, isWithin(declared[field]!, place)]).toEqual([field, true])
      }
    },
  )
})
