import { utf8Length } from '../programme/bytes.ts'

/**
 * From this place of the base so many lines go, and these come: a text is a line of its own, a number the line at that place
 * of the base, so that what only moves costs no line.
 */
export type Change = readonly [place: number, gone: number, put: readonly (string | number)[]]

type Lines = readonly string[]

/** For each line made, a line of the base that is the same, each given once while there are enough; else null. */
const sameIn = (base: Lines, made: Lines): readonly (number | null)[] => {
  const places = new Map<string, number[]>()
  base.forEach((line, place) => {
    const known = places.get(line)
    if (known) known.push(place)
    else places.set(line, [place])
  })
  const given = new Map<string, number>()
  return made.map((line) => {
    const found = places.get(line)
    if (!found) return null
    const turn = given.get(line) ?? 0
    given.set(line, turn + 1)
    return found[Math.min(turn, found.length - 1)] ?? null
  })
}

/** First index whose value is not below. `sorted` rises. */
const notBelow = (sorted: readonly number[], value: number): number => {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** The most of them that rise: which of the lines made stay where the base has them (patience, n log n). */
const staying = (same: readonly (number | null)[]): ReadonlySet<number> => {
  const ends: number[] = []
  const endAt: number[] = []
  const before = same.map((place, at) => {
    if (place === null) return -1
    const pile = notBelow(ends, place)
    ends[pile] = place
    endAt[pile] = at
    return pile === 0 ? -1 : (endAt[pile - 1] ?? -1)
  })
  const stay = new Set<number>()
  for (let at = endAt[ends.length - 1] ?? -1; at >= 0; at = before[at] ?? -1) stay.add(at)
  return stay
}

/** What makes `made` out of `base`; nothing where they are the same. */
export const difference = (base: Lines, made: Lines): readonly Change[] => {
  const same = sameIn(base, made)
  const stay = staying(same)
  const changes: Change[] = []
  let place = 0
  let put: (string | number)[] = []
  const until = (next: number): void => {
    if (next > place || put.length > 0) changes.push([place, next - place, put])
    put = []
  }
  made.forEach((line, at) => {
    const found = same[at] ?? null
    if (found === null || !stay.has(at)) put.push(found ?? line)
    else {
      until(found)
      place = found + 1
    }
  })
  until(base.length)
  return changes
}

const isPlace = (value: unknown, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most

const isPut = (value: unknown, base: Lines): value is readonly (string | number)[] =>
  Array.isArray(value) &&
  value.every((one) => (typeof one === 'string' ? !one.includes('\n') : isPlace(one, base.length - 1)))

/** One of rising, separate places that does something; else null. */
const changeIn = (value: unknown, base: Lines, from: number): Change | null => {
  if (!Array.isArray(value) || value.length !== 3) return null
  const [place, gone, put] = value as readonly unknown[]
  if (!isPlace(place, base.length) || place < from) return null
  if (!isPlace(gone, base.length - place) || !isPut(put, base)) return null
  return gone === 0 && put.length === 0 ? null : [place, gone, put]
}

/**
 * What these changes make out of the base; null where they are none, or where it would be over `most` bytes: the length of
 * what is made was said before it (WIR-10), and a number is short however long its line. Total, for whoever sent them.
 */
export const patched = (base: Lines, changes: readonly unknown[], most: number): readonly string[] | null => {
  const made: string[] = []
  let bytes = -1
  const add = (lines: readonly string[]): boolean =>
    lines.every((line) => {
      made.push(line)
      bytes += utf8Length(line) + 1
      return bytes <= most
    })
  let from = 0
  for (const value of changes) {
    const change = changeIn(value, base, from)
    if (!change) return null
    const [place, gone, put] = change
    const lines = put.map((one) => (typeof one === 'string' ? one : (base[one] ?? '')))
    if (!add(base.slice(from, place)) || !add(lines)) return null
    from = place + gone
  }
  return add(base.slice(from)) ? made : null
}
