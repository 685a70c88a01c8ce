import { blocksFor, inksOf, placed, prepared, presses, type Draft, type Wording } from './draft.ts'
import type { Box } from './fit.ts'
import { labelOps, messageBox } from './furniture.ts'
import { ladder } from './legibility.ts'
import { pressed, wholeOf } from './pagination.ts'
import { readCount, type Prepared } from './prepared.ts'
import type { Sheet } from './sheet.ts'

/** Two short beats share a page when together they are no more than this and need not shrink. */
const PAIR_CHARACTERS = 26

const paired = (sheet: Sheet, beats: readonly Prepared[], box: Box): readonly (readonly Prepared[])[] => {
  const wanted = sheet.sizes.second
  const sizes = ladder(sheet.profile, wanted, Math.max(sheet.least, Math.round(wanted * 0.9)))
  const press = { box, sizes, metrics: sheet.metrics, most: Number.POSITIVE_INFINITY }
  const groups: (readonly Prepared[])[] = []
  for (let i = 0; i < beats.length; i++) {
    const beat = beats[i]
    const next = beats[i + 1]
    if (!beat) continue
    const isPair =
      next &&
      readCount(beat.glyphs) + readCount(next.glyphs) <= PAIR_CHARACTERS &&
      pressed([wholeOf(beat), wholeOf(next)], press)?.bad === 0
    groups.push(isPair ? [beat, next] : [beat])
    if (isPair) i++
  }
  return groups
}

/** A page for each beat, or for two short ones. */
export const storyDrafts = (
  sheet: Sheet,
  label: string,
  wordings: readonly Wording[],
): readonly Draft[] | undefined => {
  const box = messageBox(sheet, true)
  const beats = wordings
    .map((wording) => prepared(sheet, wording, {}))
    .filter((beat) => beat.glyphs.length > 0)
  if (beats.length === 0) return []
  const tries = presses(sheet, box, sheet.sizes.second)
  const blocks = blocksFor(paired(sheet, beats, box), tries)
  return blocks?.map((block) => [...labelOps(sheet, label), ...placed(sheet, block, box, inksOf(sheet))])
}
