/** Odd strings that the form lets through, on every template that says it takes them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentFaults, KINDS, sheetWordsOf } from '../../src/content/index.ts'
import { RefusalError } from '../../src/errors/refusal.ts'
import { fitsTemplate } from '../../src/poster/fits.ts'
import type { SheetWords } from '../../src/poster/sheet.ts'
import { mend } from '../../src/text/mend.ts'
import { oddStrings } from '../builders/odd.ts'
import { draftsOf } from '../builders/odd-drafts.ts'
import { LETTERS } from '../builders/dictionary.ts'
import { caseOrder, openPrinting, type Printing } from './printing.ts'

const COUNT = Number(process.env['ODD_STRINGS'] ?? 8)
const SEED = Number(process.env['ODD_SEED'] ?? 20261129)
/** What tells the writer or the clerk which words to change. */
const OF_THE_WORDS = ['PRINT_OVERFLOW', 'PRINT_GLYPH_MISSING', 'GLYPH_MISSING']

let engine: Printing
beforeAll(() => {
  engine = openPrinting()
})
afterAll(() => engine.close())

const wordsFor = (typed: string): readonly SheetWords[] =>
  draftsOf(mend(typed, 'lines').text).flatMap(([collection, draft]) => {
    const frozen = KINDS.writtenIn(collection)?.freeze(draft, {})
    const isSound = frozen && [...frozen.faults, ...contentFaults(KINDS, frozen)].length === 0
    return isSound ? [sheetWordsOf(KINDS, frozen)] : []
  })

describe('odd strings on paper', () => {
  it('PRT-23 each is set, or refused by what in it does not go there', async () => {
    const schemas = await engine.print.templates()
    const wrong: unknown[] = []
    let set = 0
    for (const typed of oddStrings(COUNT, SEED))
      for (const words of wordsFor(typed))
        for (const schema of schemas) {
          const [size] = schema.sizes
          if (!size || fitsTemplate(schema, words, LETTERS).length > 0) continue
          const way = size.ways[0] ?? 'office'
          const order = caseOrder({ template: schema.id, size: size.id, way }, { words })
          try {
            await engine.print.preview(order, 'clerk', 1)
            set += 1
          } catch (error) {
            const codes =
              error instanceof RefusalError ? error.refusals.map(({ code }) => code) : [String(error)]
            if (codes.some((code) => !OF_THE_WORDS.includes(code))) wrong.push([schema.id, typed, codes])
          }
        }
    expect(wrong).toEqual([])
    expect(set).toBeGreaterThan(COUNT)
  })
})
