import type { SheetData } from '../../../src/poster/sheet.ts'
import { breaksOf, IN_WORD, NEVER } from '../../../src/text/breaks.ts'
import { codePoints } from '../../../src/text/characters.ts'
import { DICTIONARY } from '../../builders/dictionary.ts'

export const textsOf = ({ title, lines, lesson, steps }: SheetData): readonly string[] => [
  title,
  ...lines,
  lesson,
  ...steps.flatMap(({ heSays, youDo }) => [heSays, youDo]),
]

/** Lines after one another that stand in a text as they follow: where it was broken, and whether it may be there. */
export const cutsIn = (texts: readonly string[], lines: readonly string[]): readonly string[] =>
  lines.slice(1).flatMap((next, i) => {
    const [tail, head] = [codePoints(lines[i] ?? '').slice(-3), codePoints(next).slice(0, 3)]
    return texts.flatMap((text) => {
      const at = text.indexOf([...tail, ...head].join(''))
      if (at < 0) return []
      const place = codePoints(text.slice(0, at)).length + tail.length
      const cost = breaksOf(codePoints(text), DICTIONARY).costs[place] ?? NEVER
      return cost >= IN_WORD ? [`${lines[i]} / ${next}`] : []
    })
  })
