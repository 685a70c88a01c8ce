const DAY_MS = 86_400_000
const STEP = 1_000_000
/** The first of a count may be any below. */
const FIRST_MOST = 2 ** 40
const FOLLOWED = 500_000

/** Of what is numbered under one k: where it began, at which age, and where it is. */
export type Numbers = { readonly first: number; readonly since: number; readonly last: number }

/** As high as a number may be now: a million above the first, and one more for each day of age. */
export const ceiling = ({ first, since }: Numbers, age: number): number =>
  first + STEP + Math.floor((STEP * Math.max(0, age - since)) / DAY_MS)

/**
 * The count after this number; `beyond` where whoever says it uses up numbers he cannot need (TRU-6). That it rises is
 * another question: under a higher assignment it need not.
 */
export const counted = (numbers: Numbers | null, number: number, age: number): Numbers | 'beyond' => {
  if (!numbers) return number < FIRST_MOST ? { first: number, since: age, last: number } : 'beyond'
  return number <= ceiling(numbers, age) ? { ...numbers, last: number } : 'beyond'
}

/**
 * The number a server goes on from, told of a higher one than it knows. It follows half a step above the lowest that a paired
 * screen told last, so that no screen is left behind: beyond that only a rotation helps.
 */
export const followed = (own: number, claimed: number, lowestTold: number): number | 'rotate' => {
  if (claimed <= own) return own
  return claimed <= lowestTold + FOLLOWED ? claimed : 'rotate'
}
