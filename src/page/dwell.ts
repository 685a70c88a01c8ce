/** How long a page stays and how much it may hold (PAGE-5, docs/facts.md#time-to-read). */
export const MOST_CHARACTERS = 40

const FLOOR_MS = 15_000
const INDOOR_FLOOR_MS = 10_000
const NOTICE_MS = 3_000
const CHARACTER_MS = 600

/** PAGE-5: `max(15 s, 3 s + 0.6 s a character)`, 10 s indoors; roads always keep 15 s. */
export const dwellOf = (
  characters: number,
  screen: { readonly indoor: boolean; readonly roadFacing: boolean },
): number =>
  Math.max(
    screen.indoor && !screen.roadFacing ? INDOOR_FLOOR_MS : FLOOR_MS,
    NOTICE_MS + CHARACTER_MS * characters,
  )
