import type { Page, TextOp } from '../../src/model/page.ts'
import { IN_WORD, NEVER, breaksOf } from '../../src/text/breaks.ts'
import { codePoints, tidy } from '../../src/text/characters.ts'
import { MARKS } from '../../src/text/marks.ts'
import { DICTIONARY } from './dictionary.ts'

/** Message lines of a page: runs of one baseline joined in order. */
export const linesOf = (page: Pick<Page, 'ops'>): readonly string[] => {
  const lines = new Map<number, string>()
  for (const op of page.ops.filter((op): op is TextOp => op.op === 'text' && !op.quiet))
    lines.set(op.y, (lines.get(op.y) ?? '') + op.text)
  return [...lines.values()]
}

/** A strip shows pauses by spaces, but none of a number's own marks. */
export const onStrip = (text: string): string => text.replace(/[，。；;]|,(?!\d)|(?<!\d),/gu, ' ')

const falls = (c: string): boolean => c === ' ' || MARKS.isSilentPause(c)

/** A word with the marks that no line parts it from; dots and dashes are as wide as hanzi. */
const widthOf = (
  characters: readonly string[],
  costs: readonly number[],
  [from, to]: readonly [number, number],
): number => {
  const first = costs.findLastIndex((cost, i) => i <= from && (cost < NEVER || i === 0))
  const next = costs.findIndex((cost, i) => i >= to && cost < NEVER)
  return characters
    .slice(first, next < 0 ? characters.length : next)
    .reduce((sum, c) => sum + (MARKS.isSolid(c) || '—…'.includes(c) ? 1000 : 500), 0)
}

/**
 * What is wrong with how a text came to stand on lines: a character lost or doubled, a number or word cut, a mark torn off.
 * @param widest thousandths of an em that a line of this panel holds at the floor size: wider words may be cut
 */
export const cutsIn = (text: string, lines: readonly string[], widest: number): readonly string[] => {
  const characters = codePoints(tidy(text))
  const { costs, words } = breaksOf(characters, DICTIONARY)
  const faults: string[] = []
  let at = 0
  lines.forEach((line, i) => {
    while (at < characters.length && falls(characters[at] ?? '') && characters[at] !== line[0]) at++
    const start = at
    for (const character of codePoints(line)) {
      if (characters[at] !== character) {
        faults.push(`lost before ${character}: ${lines.join(' / ')}`)
        return
      }
      at++
    }
    if (i === 0) return
    const cost = costs[start] ?? NEVER
    const word = words.find(([from, to]) => from < start && start < to)
    const mayCut = word !== undefined && widthOf(characters, costs, word) > widest
    if (cost === NEVER || (cost >= IN_WORD && !mayCut)) faults.push(`cut: ${lines.join(' / ')}`)
  })
  while (at < characters.length && falls(characters[at] ?? '')) at++
  if (at < characters.length) faults.push(`lost at the end: ${lines.join(' / ')}`)
  return faults
}
