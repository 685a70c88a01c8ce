import { describe, expect, it } from 'vitest'
import { trialChoices, trialData } from '../../../src/poster/index.ts'
import type { Instant } from '../../../src/model/ids.ts'
import type { SheetData } from '../../../src/poster/sheet.ts'
import type { TemplateSchema } from '../../../src/poster/template.ts'
import { corpus, type Typed } from '../../builders/corpus.ts'
import { KINDS_ON_PAPER } from '../../builders/print.ts'
import { cutsIn, textsOf } from './cuts.ts'
import { faultsOf } from './faults.ts'
import { textLines } from './lines.ts'
import { press, SCHEMAS, type Sheet } from './sheets.ts'

/** `npm run prove -- words` takes all 2,000 texts to each template. */
const COUNT = Number(process.env['WORDS_TEXTS'] ?? 12)
const SEED = Number(process.env['WORDS_SEED'] ?? 20261130)
const NOW = Date.UTC(2026, 10, 23, 4) as Instant
/** One character a line, on purpose. */
const UPRIGHT = 'strip'

/** Texts of the corpus one after the other, each short enough for its field. */
const taker = (seed: number) => {
  const left = [...corpus(COUNT, seed, 60)]
  return {
    isDone: () => left.length === 0,
    next: (most: number): Typed => {
      const at = left.findIndex(({ text }) => Array.from(text).length <= most)
      const [found] = left.splice(Math.max(0, at), 1)
      return at < 0 ? { text: '先问儿女', wholes: [] } : found!
    },
  }
}

type Made = { readonly sheet: Sheet; readonly used: readonly Typed[] }

/** Sheets of a template until every text has stood in a field of it. */
const sheetsOf = (schema: TemplateSchema): readonly Made[] => {
  const choices = trialChoices(schema, KINDS_ON_PAPER)
  const take = taker(SEED)
  const max = (field: string): number => schema.fields[field]?.max ?? 12
  const most = Math.max(...Object.values(schema.fields).map((field) => field?.max ?? 0))
  const made: Made[] = []
  for (let i = 0; !take.isDone() && i < COUNT; i++) {
    const choice = choices[i % choices.length]!
    const kind = choice.kind.kind
    const used: Typed[] = []
    const next = (field: string): string => {
      const typed = take.next(Math.min(most, max(field)))
      used.push(typed)
      return typed.text
    }
    const has = (field: string): boolean => schema.fields[field] !== undefined
    const items = (field: string): number =>
      has(field) ? Math.min(3, schema.fields[field]?.maxItems ?? 3) : 0
    const words: Pick<SheetData, 'title' | 'accent' | 'lines' | 'lesson' | 'steps'> = {
      title: next(kind === 'slogan' ? 'text' : 'title'),
      accent: '',
      lines: kind === 'case' ? Array.from({ length: items('lines') }, () => next('lines')) : [],
      lesson: kind === 'case' && has('lesson') ? next('lesson') : '',
      steps:
        kind === 'technique'
          ? Array.from({ length: items('steps') }, () => ({ heSays: next('steps'), youDo: next('steps') }))
          : [],
    }
    const data = { ...trialData(schema, choice, 'empty', NOW), ...words }
    const name = [schema.id, kind, choice.size, choice.way, JSON.stringify(words)].join(' ')
    made.push({ sheet: { name, schema, kind, data }, used })
  }
  return made
}

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')

/** A template prints some of the fields: a tent card the lesson, and the last beat only where there is none. */
const areOn = (lines: readonly string[]): ((typed: Typed) => boolean) => {
  const printed = lettersOf(lines.join(''))
  return ({ text }) => printed.includes(lettersOf(text).slice(0, 4))
}

const faultsIn = async ({ sheet, used }: Made): Promise<readonly string[] | 'too long'> => {
  const { schema, data } = sheet
  if ((press.query(schema.id, data, '<ss-overflow>') as unknown[]).length > 0) return 'too long'
  const lines = (await textLines(press.pdf(schema.id, data))).map(({ text }) => text)
  const wholes = used.filter(areOn(lines)).flatMap((typed) => typed.wholes)
  const torn = wholes.filter((whole) => !lines.some((line) => line.includes(whole)))
  return [...(await faultsOf(sheet)), ...torn.map((whole) => `cut ${whole}`), ...cutsIn(textsOf(data), lines)]
}

describe('the corpus on paper', () => {
  it.each(SCHEMAS.filter(({ id }) => id !== UPRIGHT).map((schema) => [schema.id, schema] as const))(
    'TXT-1 TXT-2 TXT-3 TXT-4 %s cuts no number and no word, prints nothing over its edge, or names it as too long',
    async (id, schema) => {
      const made = sheetsOf(schema)
      let long = 0
      const all: string[] = []
      for (const one of made) {
        const faults = await faultsIn(one)
        if (faults === 'too long') long++
        else all.push(...faults.map((fault) => `${fault} — ${one.sheet.name}`))
      }
      expect(all).toEqual([])
      expect(made.length).toBeGreaterThan(long)
      if (process.env['PROVE']) console.log(`${id}: ${made.length} sheets, ${long} too long`)
    },
  )
})
