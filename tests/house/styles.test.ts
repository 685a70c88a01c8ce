/** Two pages that dress one name each in their own way undo each other: the desk is one page to the browser. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const FOLDER = 'cms/app/(payload)'

/** Selectors of the rules that stand in no other rule; a media query is none. */
const rootSelectors = (css: string): readonly string[] => {
  const found: string[] = []
  const open: string[] = []
  for (const [, head = '', mark] of css.replace(/\/\*[^]*?\*\//g, '').matchAll(/([^{};]*)([{};])/g)) {
    if (mark === '}') open.pop()
    if (mark !== '{') continue
    const selector = head.trim()
    if (!selector.startsWith('@') && open.every((outer) => outer.startsWith('@')))
      found.push(...selector.split(',').map((one) => one.trim()))
    open.push(selector)
  }
  return found
}

/** Blocks (`.ss-a` of `.ss-a__b`, `.ss-a--c`) that rules of a sheet begin with: `.ss-a .ss-b` is a rule of `.ss-a`. */
const blocksIn = (css: string): ReadonlySet<string> =>
  new Set(rootSelectors(css).flatMap((selector) => /^\.ss-[a-z]+(?:-[a-z]+)*/.exec(selector) ?? []))

const dressedTwice = (sheets: ReadonlyMap<string, string>): readonly string[] => {
  const inSheets = new Map<string, string[]>()
  for (const [name, css] of sheets)
    for (const block of blocksIn(css)) inSheets.set(block, [...(inSheets.get(block) ?? []), name])
  return [...inSheets]
    .filter(([, names]) => names.length > 1)
    .map(([block, names]) => `${block}: ${names.join(', ')}`)
}

describe('HOUSE-12 the look of a class', () => {
  it('HOUSE-12 stands in one sheet of the desk', () => {
    const sheets = readdirSync(FOLDER).filter((name) => name.endsWith('.scss'))
    expect(sheets.length).toBeGreaterThan(3)
    const read = sheets.map((name) => [name, readFileSync(`${FOLDER}/${name}`, 'utf8')] as const)
    expect(dressedTwice(new Map(read))).toEqual([])
  })

  it('HOUSE-12 two sheets that dress one block are found, also by a part of it and in a media query', () => {
    const twice = (a: string, b: string) =>
      dressedTwice(
        new Map([
          ['a', a],
          ['b', b],
        ]),
      )
    expect(twice('.ss-steps {}', '@media (width) {\n  .ss-steps__one i {}\n}')).toEqual(['.ss-steps: a, b'])
    expect(twice('.ss-steps {}', '.other,\n.ss-steps--now {}')).toEqual(['.ss-steps: a, b'])
    expect(twice('.ss-steps {}', '.ss-live .ss-steps { .ss-steps {} }\n/* .ss-steps {} */')).toEqual([])
  })
})
