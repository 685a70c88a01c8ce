/** The figures are fixed in docs/facts.md#reading. `npm run prove -- reading` reads every page. */
import { writeSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import {
  PAGE_SMALLER,
  readingOf,
  RULE_SMALLER,
  shareRead,
  SHARP,
  shownOn,
  totalOf,
  TYPICAL,
  type Score,
  type Shown,
  type Sight,
} from './eyes.ts'
import { hasReader, READER } from './ocr.ts'
import { GRIDS, starterPages } from './starter.ts'

const ALL = process.env['READ_PAGES'] === 'all'
const EACH = Number(process.env['READ_PAGES'] ?? 4) || 4
/** A reader that is not there makes no run green where the run is what others rely on. */
const MUST = ALL || process.env['CI'] !== undefined
const ABSENT = `the reading test did not run: no ${READER}; on Debian: apt-get install tesseract-ocr tesseract-ocr-chi-sim`

/** What is drawn sharp must be read nearly whole, else the reader does not know the face, and it is left out by name. */
const KNOWN = 0.99
const READ = 0.98
/** A sample of some hundred characters scatters by three in a hundred; the whole is held to the rule (`npm run prove`). */
const LOST = ALL ? 0.9 : 0.95

const told: string[] = []
const tell = (sentence: string): void => void told.push(sentence)
afterAll(() => {
  if (told.length > 0) writeSync(2, `${told.join('\n')}\n`)
})

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

/** Every n-th page, so that each kind of content is among them. */
const sampled = <T>(pages: readonly T[]): readonly T[] => {
  if (ALL) return pages
  const step = Math.max(1, Math.floor(pages.length / EACH))
  return pages.filter((_, i) => i % step === 0).slice(0, EACH)
}

/** What stands on every page alike (hotline, labels) is one picture: read often, it would hide how the rest is read. */
const distinct = (lines: readonly Shown[]): readonly Shown[] => [
  ...new Map(
    lines.map((line) => [JSON.stringify([line.text, line.face, line.size, line.fill]), line]),
  ).values(),
]

describe('READ-1 starter pages are read from their typical distance; 40 % under the rule nothing is', () => {
  if (!hasReader()) {
    it.runIf(MUST)('READ-1 a reader is there', () => expect.fail(ABSENT))
    it.skipIf(!MUST)('READ-1 a reader is there', (context) => {
      tell(ABSENT)
      context.skip(ABSENT)
    })
    return
  }

  const controls: Score[] = []

  it.each(GRIDS)('READ-1 $name', async ({ name, profile }) => {
    const lines = distinct(sampled(starterPages(profile)).flatMap(shownOn))
    const sharp = await readingOf(lines, profile, SHARP)
    const unknown = new Set(
      [...sharp.faces].filter(([, score]) => shareRead(score) < KNOWN).map(([face]) => face),
    )
    for (const face of unknown) {
      const score = sharp.faces.get(face)
      tell(`${name}: ${face} is left out, read sharp only to ${percent(score ? shareRead(score) : 0)}`)
    }
    const known = lines.filter(({ face }) => !unknown.has(face))
    if (known.length === 0) return
    const typical = await readingOf(known, profile, TYPICAL)
    const score = async (sight: Sight) => totalOf(await readingOf(known, profile, sight), unknown)
    const read = totalOf(typical, unknown)
    const control = await score(RULE_SMALLER)
    controls.push(control)
    const figures = [
      `sharp ${percent(shareRead(totalOf(sharp, unknown)))}`,
      `typical ${percent(shareRead(read))}`,
      `the size of the rule, 40 % smaller ${percent(shareRead(control))}`,
      // The page itself, 40 % smaller, is told and not judged.
      ...(ALL ? [`the page 40 % smaller ${percent(shareRead(await score(PAGE_SMALLER)))}`] : []),
    ]
    tell(`${name} ${profile.width}×${profile.height}: ${read.characters} characters, ${figures.join(', ')}`)
    for (const line of typical.wrong) tell(`  ${line}`)
    expect(shareRead(read), typical.wrong.join('\n')).toBeGreaterThanOrEqual(READ)
    // Of a sample's few words one more or less that is read is too much to judge a panel by.
    if (ALL) expect(shareRead(control)).toBeLessThan(LOST)
  })

  it('READ-1 all panels together, 40 % under the rule', () => {
    const sum = (of: (score: Score) => number) => controls.reduce((n, score) => n + of(score), 0)
    const lost = { characters: sum((one) => one.characters), wrong: sum((one) => one.wrong) }
    expect(lost.characters).toBeGreaterThan(0)
    expect(shareRead(lost)).toBeLessThan(LOST)
  })
})
