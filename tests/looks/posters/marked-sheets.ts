import fc from 'fast-check'
import type { Instant } from '../../../src/model/ids.ts'
import { trialChoices, trialData } from '../../../src/poster/index.ts'
import type { SheetData } from '../../../src/poster/sheet.ts'
import type { TemplateSchema } from '../../../src/poster/template.ts'
import { marksAlone, markedText } from '../../builders/marked.ts'
import { KINDS_ON_PAPER } from '../../builders/print.ts'
import type { Sheet } from './sheets.ts'

const NOW = Date.UTC(2026, 10, 23, 4) as Instant

/** Mostly words with marks among them; now and then what no editor may send any more. */
const text = (most: number): fc.Arbitrary<string> =>
  fc.oneof({ weight: 12, arbitrary: markedText(most) }, { weight: 1, arbitrary: marksAlone(most) })

const max = ({ fields }: TemplateSchema, field: string): number => fields[field]?.max ?? 12
const items = ({ fields }: TemplateSchema, field: string): number => fields[field]?.maxItems ?? 4

/** A stretch of the title, wherever it begins and ends. */
const accentOf = (title: string, from: number, length: number): string => {
  const all = [...title]
  const start = from % all.length
  return all.slice(start, start + (length % 7)).join('')
}

type Words = Pick<SheetData, 'title' | 'accent' | 'lines' | 'lesson' | 'steps'>

const wordsFor = (schema: TemplateSchema, kind: SheetData['kind']): fc.Arbitrary<Words> =>
  fc
    .record({
      title: text(max(schema, kind === 'slogan' ? 'text' : 'title')),
      from: fc.nat(40),
      length: fc.nat(40),
      lines: fc.array(text(max(schema, 'lines')), { minLength: 1, maxLength: items(schema, 'lines') }),
      lesson: fc.oneof(fc.constant(''), text(max(schema, 'lesson'))),
      steps: fc.array(fc.record({ heSays: text(max(schema, 'steps')), youDo: text(max(schema, 'steps')) }), {
        minLength: 1,
        maxLength: items(schema, 'steps'),
      }),
    })
    .map(({ title, from, length, lines, lesson, steps }) => ({
      title,
      accent: accentOf(title, from, length),
      lines: kind === 'case' ? lines : [],
      lesson: kind === 'case' ? lesson : '',
      steps: kind === 'technique' ? steps : [],
    }))

/** Sheets of one template with marks piled up in every text, at each of its sizes and ways. */
export const markedSheets = (schema: TemplateSchema): fc.Arbitrary<Sheet> =>
  fc.constantFrom(...trialChoices(schema, KINDS_ON_PAPER)).chain((choice) =>
    wordsFor(schema, choice.kind.kind).map((words) => ({
      name: [schema.id, choice.kind.kind, choice.size, choice.way, JSON.stringify(words)].join(' '),
      schema,
      kind: choice.kind.kind,
      data: { ...trialData(schema, choice, 'empty', NOW), ...words },
    })),
  )
