import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaseBody } from '../../../src/content/case/index.ts'
import type { SloganBody } from '../../../src/content/slogan/index.ts'
import type { TechniqueBody } from '../../../src/content/technique/index.ts'
import { isReadable } from '../../../src/model/letter.ts'
import type { Page, TextOp } from '../../../src/model/page.ts'
import { tidy } from '../../../src/text/characters.ts'
import { MARKS_1 } from '../../../src/text/marks.ts'
import { buildCase, buildSlogan, buildTechnique, laidOut } from '../../builders/content.ts'
import { marksAlone, markedText } from '../../builders/marked.ts'
import { anyPanel } from './sample.ts'

const { isSilentPause, neverFirst, neverLast } = MARKS_1

type ContentBody = CaseBody | TechniqueBody | SloganBody

/** Layout 1 takes six times as long, and its code changes no more: a sample of it says that nothing beneath it did. */
const SAMPLE: Readonly<Record<number, number>> = { 1: 20, 2: 120 }
const runsOf = (layout: number) => ({
  numRuns: Number(process.env['MARKED_PAGES'] ?? SAMPLE[layout]),
  seed: Number(process.env['MARKED_SEED'] ?? 20261129),
})

/** Message lines of a page: runs of one baseline joined in order. */
const linesOf = (page: Page): readonly string[] => {
  const lines = new Map<number, string>()
  for (const op of page.ops.filter((op): op is TextOp => op.op === 'text' && !op.quiet))
    lines.set(op.y, (lines.get(op.y) ?? '') + op.text)
  return [...lines.values()]
}

const text = (most: number) =>
  fc.oneof({ weight: 12, arbitrary: markedText(most) }, { weight: 1, arbitrary: marksAlone(most) })

const anyBody: fc.Arbitrary<ContentBody> = fc.oneof(
  text(40).map((words) => buildSlogan({ text: words, accent: '' })),
  fc
    .tuple(text(30), fc.array(text(60), { minLength: 1, maxLength: 4 }), text(40))
    .map(([title, lines, lesson]) => buildCase({ title, accent: '', lines, lesson, photo: null })),
  fc
    .tuple(text(30), fc.array(fc.tuple(text(36), text(36)), { minLength: 1, maxLength: 3 }))
    .map(([title, steps]) =>
      buildTechnique({ title, accent: '', steps: steps.map(([heSays, youDo]) => ({ heSays, youDo })) }),
    ),
)

const wordsOf = (body: ContentBody): readonly string[] => {
  if (body.kind === 'slogan') return [body.text]
  if (body.kind === 'case') return [body.title, ...body.lines, body.lesson]
  return [body.title, ...body.steps.flatMap(({ heSays, youDo }) => [heSays, youDo])]
}

/** Without what may fall away at the end of a line (PAGE-2). */
const said = (words: string): string =>
  Array.from(tidy(words))
    .filter((c) => c !== ' ' && !isSilentPause(c))
    .join('')

const isHead = (line: string, body: ContentBody): boolean =>
  wordsOf(body).some((words) => said(words).startsWith(said(line).slice(0, 3)))
/** Old marks alone stand behind words of our own: `他说：“`. */
const isTail = (line: string, body: ContentBody): boolean =>
  wordsOf(body).some((words) => said(words).endsWith(said(line).slice(isReadable(words) ? -3 : -1)))

const faultsOf = (body: ContentBody, pages: readonly Page[]): readonly string[] =>
  pages.flatMap(linesOf).flatMap((line) => {
    const [head = '', tail = ''] = [Array.from(line)[0], Array.from(line).at(-1)]
    return [
      ...(neverFirst(head) && !'—…'.includes(head) && !isHead(line, body) ? [`begins: ${line}`] : []),
      ...(neverLast(tail) && !isTail(line, body) ? [`ends: ${line}`] : []),
    ]
  })

describe.each([1, 2])('PAGE-3 marks piled up, set by layout %i', (layout) => {
  it('PAGE-2 PAGE-3 any text lays out on any panel or is named; no line is torn at its marks; no character is lost', () => {
    fc.assert(
      fc.property(anyBody, anyPanel, (body, profile) => {
        const { pages, faults } = laidOut(body, profile, { layout })
        expect(pages.length > 0).toBe(faults.length === 0)
        expect(faultsOf(body, pages)).toEqual([])
        const shown = said(pages.flatMap(linesOf).join(''))
        const lost = faults.length > 0 ? [] : wordsOf(body).filter((words) => !shown.includes(said(words)))
        expect([lost, lost.length > 0 && shown]).toEqual([[], false])
      }),
      runsOf(layout),
    )
  })
})
