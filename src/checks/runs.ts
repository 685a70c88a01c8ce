/** Digits in a row, as one reads them: what stands between them is passed over. */

/** One group of digits without anything between; `digits` in ASCII. */
export type Group = { readonly digits: string; readonly start: number; readonly end: number }

/** Groups that only blanks, dots, hyphens and the like part. `gaps[i]` is what stands before group i + 1. */
export type Run = { readonly groups: readonly Group[]; readonly gaps: readonly string[] }

const NUMERALS = new Map([
  ...Array.from('〇一二三四五六七八九', (c, i) => [c, String(i)] as const),
  ...Array.from('零壹贰叁肆伍陆柒捌玖', (c, i) => [c, String(i)] as const),
  ['幺', '1'],
])

/** Not the blank of a line of its own, so that two lines of one story are told apart from one number over both. */
const GAP = /^[ \t.,、:\-‐-―_·•∙－()*\n]{1,3}$/

const asDigits = (text: string): string => Array.from(text, (c) => NUMERALS.get(c) ?? c).join('')

/** All runs of a folded text; numerals count as digits where `spelled`. */
export const runsIn = (text: string, spelled: boolean): readonly Run[] => {
  const pattern = spelled ? /[0-9〇零幺一二三四五六七八九壹贰叁肆伍陆柒捌玖]+/g : /\d+/g
  const runs: { groups: Group[]; gaps: string[] }[] = []
  for (const { index, 0: one } of text.matchAll(pattern)) {
    const group = { digits: asDigits(one), start: index, end: index + one.length }
    const run = runs.at(-1)
    const gap = text.slice(run?.groups.at(-1)?.end ?? 0, index)
    if (run && GAP.test(gap)) {
      run.groups.push(group)
      run.gaps.push(gap)
    } else runs.push({ groups: [group], gaps: [] })
  }
  return runs
}

/** Groups that follow one another, and all their digits together. */
export type Stretch = Group & { readonly groups: readonly Group[]; readonly gaps: readonly string[] }

/** A card has nineteen; one of the house of a bank has a few more. */
const MOST_DIGITS = 21
/** The shortest number anybody calls. */
const FEWEST_DIGITS = 3

const LISTING = /[,、]/

const isDay = (month = '', day = ''): boolean =>
  Number(month) >= 1 && Number(month) <= 12 && (day.length > 2 || Number(day) <= 31)

const YEAR = /^(?:19|20)\d\d$/

/** `2026.11.23-2026.12.31`, `08:00-12:00`: days and times are no numbers of anybody. */
const areDates = ({ groups, gaps }: Stretch): boolean => {
  if (groups.every(({ digits }) => digits.length <= 2)) return gaps.some((gap) => gap.includes(':'))
  if (groups.length < 2 || !YEAR.test(groups[0]?.digits ?? '')) return false
  let year = 0
  return groups.every(({ digits }, i) => {
    if (YEAR.test(digits)) {
      year = i
      return true
    }
    const [month, day] = [groups[year + 1]?.digits, groups[year + 2]?.digits]
    return i - year <= 2 && digits.length <= 2 && isDay(month, day)
  })
}

/** Numbers one after the other (`96110、110`) are not one; single figures parted by commas are. */
const isListing = ({ groups, gaps }: Stretch, isKnown: (digits: string) => boolean): boolean =>
  groups.some(({ digits }, i) => {
    const beside = `${gaps[i - 1] ?? ''}${gaps[i] ?? ''}`
    if (isKnown(digits)) return LISTING.test(beside) || /\s/.test(beside)
    return (digits.length > 6 || YEAR.test(digits)) && LISTING.test(beside)
  })

const stretchOf = (run: Run, first: number, last: number): Stretch => {
  const groups = run.groups.slice(first, last + 1)
  return {
    digits: groups.map((group) => group.digits).join(''),
    start: groups[0]?.start ?? 0,
    end: groups.at(-1)?.end ?? 0,
    groups,
    gaps: run.gaps.slice(first, last),
  }
}

/** Where a stretch that begins with group `first` may end at most: no number anybody has is longer. */
const lastOf = ({ groups }: Run, first: number): number => {
  let digits = 0
  let last = first
  while (last < groups.length && (digits += groups[last]?.digits.length ?? 0) <= MOST_DIGITS) last += 1
  return Math.max(first, last - 1)
}

/**
 * Every stretch of a run that may be one number, longest first at each place; what is a known number by itself, days and
 * lists are none.
 */
export const stretchesOf = (run: Run, isKnown: (digits: string) => boolean): readonly Stretch[] => {
  const all: Stretch[] = []
  for (let first = 0; first < run.groups.length; first += 1)
    for (let last = lastOf(run, first); last >= first; last -= 1) {
      const stretch = stretchOf(run, first, last)
      if (stretch.digits.length < FEWEST_DIGITS) break
      const isOne = last === first
      if (!isOne && (stretch.groups.every(({ digits }) => isKnown(digits)) || isListing(stretch, isKnown)))
        continue
      if (!areDates(stretch)) all.push(stretch)
    }
  return all
}
