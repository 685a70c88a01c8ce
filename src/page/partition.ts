/** Cuts `[from, to)` into a fixed number of parts at the least cost; lines of a page and pages of a text are both this. */
export type Partition = { readonly ends: readonly number[]; readonly cost: number }

type Cell = { readonly cost: number; readonly from: number }
type Row = (Cell | undefined)[]

/**
 * @param cost of the part `[start, end)`, the break before `start` included; never negative, Infinity when it cannot
 *   be, undefined when it is too long (and so is every longer one)
 * @returns the ends of the parts, the last one `to`; undefined when there is no way
 */
export const partition = (
  from: number,
  to: number,
  count: number,
  cost: (start: number, end: number) => number | undefined,
): Partition | undefined => {
  const first: Row = []
  first[from] = { cost: 0, from }
  const rows: Row[] = [first]
  for (let n = 1; n <= count; n++) {
    const row: Row = []
    for (let end = n === count ? to : from + n; end <= to; end++)
      row[end] = bestBefore(rows[n - 1] ?? [], from, end, cost)
    rows.push(row)
  }
  return traced(rows, to)
}

const bestBefore = (
  row: Row,
  from: number,
  end: number,
  costOf: (start: number, end: number) => number | undefined,
): Cell | undefined => {
  let best: Cell | undefined
  for (let start = end - 1; start >= from; start--) {
    const cell = row[start]
    if (!cell || (best && cell.cost >= best.cost)) continue
    const part = costOf(start, end)
    if (part === undefined) break
    const cost = cell.cost + part
    if (cost < (best?.cost ?? Number.POSITIVE_INFINITY)) best = { cost, from: start }
  }
  return best
}

const traced = (rows: readonly Row[], to: number): Partition | undefined => {
  const final = rows.at(-1)?.[to]
  if (!final) return undefined
  const ends: number[] = []
  let end = to
  for (let n = rows.length - 1; n > 0; n--) {
    ends.unshift(end)
    end = rows[n]?.[end]?.from ?? 0
  }
  return { ends, cost: final.cost }
}
