import { painted } from '../canvas.ts'
import type { Page } from '../../../src/model/page.ts'
import type { ScreenProfile } from '../../../src/model/screen.ts'
import { AIM_MM_PER_M } from '../../../src/page/legibility.ts'
import { linesOf, misread, solid, type Line } from './lines.ts'
import { read } from './ocr.ts'
import {
  blurOf,
  FILL,
  lampsOf,
  lightOf,
  seen,
  type Lamps,
  type Seen,
  type Viewing,
  type Window,
} from './panel.ts'

/** Height of a character in the picture the reader gets: what it reads best, sharp or blurred. */
const SAMPLES = 32

/** Metres from which a line of this size is looked at; null for the drawing itself, without lamps, eye and light. */
export type Sight = (profile: ScreenProfile, size: number) => number | null

const SMALLER = 0.6
export const SHARP: Sight = () => null
export const TYPICAL: Sight = ({ distance }) => distance.typical
/** What is smaller by a share looks as from as much farther away. */
export const PAGE_SMALLER: Sight = ({ distance }) => distance.typical / SMALLER
/**
 * Each line so far away that it is as large as the rule asks (PAGE-1), less two fifths. Headlines are far larger than the
 * rule, and so read on when their pages shrink; that they do says nothing of the reader.
 */
export const RULE_SMALLER: Sight = ({ pitchMm }, size) => (size * pitchMm) / (AIM_MM_PER_M * SMALLER)

/** A line on its panel. */
export type Shown = Line & {
  readonly lamps: Lamps
  readonly brightest: number
  readonly inkIsBright: boolean
}

const meanOf = ({ width, height, light }: Lamps, { x, y, w, h }: Window): number => {
  let sum = 0
  let count = 0
  for (let row = Math.max(0, y); row < Math.min(height, y + h); row += 1)
    for (let column = Math.max(0, x); column < Math.min(width, x + w); column += 1) {
      sum += light[row * width + column] ?? 0
      count += 1
    }
  return sum / Math.max(1, count)
}

export const shownOn = (page: Page): readonly Shown[] => {
  const lamps = lampsOf(painted(page))
  const brightest = Math.max(...page.ops.map((op) => (op.op === 'text' ? lightOf(op.fill) : 0)))
  return linesOf(page).map((line) => {
    const inkIsBright = lightOf(line.fill) > meanOf(lamps, line.window)
    return { ...line, lamps, brightest, inkIsBright }
  })
}

const viewingOf = (profile: ScreenProfile, size: number, sight: Sight): Viewing => {
  const samples = SAMPLES / size
  const metres = sight(profile, size)
  return metres === null
    ? { samples, blur: 0, fill: 1 }
    : { samples, blur: blurOf(profile.pitchMm, metres), fill: FILL }
}

export const pictureOf = (line: Shown, profile: ScreenProfile, sight: Sight): Seen =>
  seen(line.lamps, line.window, viewingOf(profile, line.size, sight), line)

export type Score = { readonly characters: number; readonly wrong: number }
export const shareRead = ({ characters, wrong }: Score): number => 1 - wrong / characters

/** How well each face is read, and the lines that were not. */
export type Reading = {
  readonly faces: ReadonlyMap<string, Score>
  readonly wrong: readonly string[]
}

export const readingOf = async (
  lines: readonly Shown[],
  profile: ScreenProfile,
  sight: Sight,
): Promise<Reading> => {
  const texts = await read(lines.map((line) => pictureOf(line, profile, sight)))
  const faces = new Map<string, Score>()
  const wrong: string[] = []
  lines.forEach((line, i) => {
    const [said, got] = [solid(line.text), solid(texts[i] ?? '')]
    const missed = misread(said, got)
    const { characters, wrong: before } = faces.get(line.face) ?? { characters: 0, wrong: 0 }
    faces.set(line.face, { characters: characters + said.length, wrong: before + missed })
    if (missed > 0) wrong.push(`${said.join('')} → ${got.join('')} (${line.face}, ${line.size} px)`)
  })
  return { faces, wrong }
}

/** All faces but some, together. */
export const totalOf = ({ faces }: Reading, leftOut: ReadonlySet<string>): Score =>
  [...faces].reduce(
    (sum, [face, { characters, wrong }]) =>
      leftOut.has(face) ? sum : { characters: sum.characters + characters, wrong: sum.wrong + wrong },
    { characters: 0, wrong: 0 },
  )
