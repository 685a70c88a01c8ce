import { describe, expect, it } from 'vitest'
import { finishPdf } from '../../../src/adapters/pdf/finish.ts'
import type { SheetData } from '../../../src/poster/sheet.ts'
import { press, SCHEMAS, SHEETS, TRIAL_SHEETS } from './sheets.ts'

/** Pauses that a headline shows by breaking the line, and blanks that it breaks at, may fall away (PAGE-2). */
const solid = (words: string): string => words.replace(/[\s，。；：、,;:]/gu, '')
/** A strip sets its characters one below the other, without marks, half on each of two. */
const letters = (words: string): string => words.replace(/[^\p{L}\p{N}]/gu, '')

const wordsOf = ({ title, lines, lesson, steps }: SheetData): readonly string[] =>
  [title, ...lines, lesson, ...steps.flatMap(({ heSays, youDo }) => [heSays, youDo])].filter(
    (one) => one !== '',
  )

/** Marks of two cells, quotes of two sorts, signs of several parts, in texts that every template has room for. */
const MARKED = {
  title: '甲乙——丙丁……',
  accent: '丙丁',
  lines: ['“天地‘玄’”——黄……', '日月（盈）100％'],
  lesson: '辰宿——列张！',
  steps: [{ heSays: '寒来——暑往？', youDo: '“秋收”……冬藏' }],
}
const marked = (data: SheetData): SheetData => ({
  ...data,
  title: MARKED.title,
  accent: MARKED.accent,
  lines: data.lines.length > 0 ? MARKED.lines : [],
  lesson: data.lesson === '' ? '' : MARKED.lesson,
  steps: data.steps.length > 0 ? MARKED.steps : [],
})

const LONGEST = TRIAL_SHEETS.filter(({ name }) => name.endsWith('longest'))
const TYPICAL = SHEETS.filter(({ name }) => name.endsWith('typical'))

describe('what a reader takes out of a PDF', () => {
  it.each(SCHEMAS.map(({ id }) => id))(
    'PRT-20 %s: each text that stands there, as it was typed',
    async (id) => {
      const of = <One extends { readonly schema: { readonly id: string } }>(all: readonly One[]) =>
        all.filter(({ schema }) => schema.id === id)
      const sheets = [
        ...of(TYPICAL),
        ...of([...TYPICAL, ...LONGEST]).map((one) => ({ ...one, data: marked(one.data) })),
      ]
      for (const { name, data } of sheets) {
        const { facts } = await finishPdf(press.pdf(id, data), { facts: true })
        const said = facts?.pages.flat().join('') ?? ''
        const asRead = id === 'strip' ? letters : solid
        const texts = id === 'strip' ? data.title.split(/ |——/) : wordsOf(data)
        const there = texts.filter((words) => letters(said).includes(letters(words)))
        expect([name, there[0]]).toEqual([name, texts[0]])
        expect([name, there.filter((words) => !asRead(said).includes(asRead(words)))]).toEqual([name, []])
      }
    },
  )
})
