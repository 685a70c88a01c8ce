import { refusal, type Refusal } from '../errors/refusal.ts'
import { columnNamed, headingsOf, plainHeading, type Cell, type Column, type Headings } from './column.ts'
import { readCell, textOf } from './values.ts'

/** A fault at its cell: `C5`, below the heading of its column. */
export type CellFault = Refusal & { readonly cell: string; readonly heading: string }

/** A row of the town that a cell names by its words. */
export type Named = {
  readonly field: string
  readonly as: 'hotline' | 'unit'
  readonly text: string
  readonly cell: string
  readonly heading: string
}

export type UnderstoodRow = {
  /** As the spreadsheet numbers it, from 1. */
  readonly row: number
  /** Fields of the form; a day is `YYYY-MM-DD`. */
  readonly fields: Readonly<Record<string, unknown>>
  readonly named: readonly Named[]
  readonly faults: readonly CellFault[]
}

export type Understood = {
  /** What each used heading was taken for. */
  readonly used: readonly { readonly heading: string; readonly column: Column }[]
  /** Headings that mean nothing here. */
  readonly unused: readonly string[]
  readonly rows: readonly UnderstoodRow[]
  /** Rows of the template that explain or show, and are not taken. */
  readonly passedOver: readonly number[]
}

type Place = { readonly at: number; readonly heading: string; readonly column: Column }

/** Offices write a title and remarks above the headings. */
const HEAD_WITHIN = 15

/** Columns that only number the rows. */
const NUMBERING = new Set(['序号', '编号', 'no', '#', '行'].map(plainHeading))
/** What the first cell of a row of the template says, and nothing else: a title may begin with 说明会 or 例行. */
const REMARKS = new Set(
  ['填写说明', '说明', '示例', '例子', '例', '样例', 'example', 'how to'].map(plainHeading),
)

/** 0 → `A`, 27 → `AB`. */
const letterOf = (at: number): string =>
  (at >= 26 ? letterOf(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26))

const placesIn = (headings: Headings, row: readonly Cell[]): readonly Place[] => {
  const taken = new Set<string>()
  return row.flatMap((cell, at) => {
    const heading = textOf(cell).trim()
    const column = columnNamed(headings, heading)
    if (!column || taken.has(column.field)) return []
    taken.add(column.field)
    return [{ at, heading, column }]
  })
}

/** How many headings of these columns the best row of the first few holds, and which row that is. */
export const headingsIn = (
  columns: readonly Column[],
  cells: readonly (readonly Cell[])[],
): { readonly head: number; readonly places: readonly Place[] } => {
  const headings = headingsOf(columns)
  let best: { head: number; places: readonly Place[] } = { head: -1, places: [] }
  for (const [head, row] of cells.slice(0, HEAD_WITHIN).entries()) {
    const places = placesIn(headings, row)
    if (places.length > best.places.length) best = { head, places }
  }
  return best
}

/** `steps.0.heSays` into lists of objects; entries in between that nothing was said of are left out. */
const nested = (flat: ReadonlyMap<string, unknown>): Record<string, unknown> => {
  const fields: Record<string, unknown> = {}
  const lists = new Map<string, Map<number, Record<string, unknown>>>()
  for (const [path, value] of flat) {
    const [list = '', nth, name] = path.split('.')
    if (nth === undefined || name === undefined) {
      fields[path] = value
      continue
    }
    const entries = lists.get(list) ?? new Map<number, Record<string, unknown>>()
    entries.set(Number(nth), { ...entries.get(Number(nth)), [name]: value })
    lists.set(list, entries)
  }
  for (const [list, entries] of lists)
    fields[list] = [...entries].toSorted(([a], [b]) => a - b).map(([, entry]) => entry)
  return fields
}

/** One content from cells, each with the column it stands in and where that is. */
const rowFrom = (
  row: number,
  cells: readonly (Place & { readonly cell: Cell; readonly name: string })[],
  columns: readonly Column[],
): UnderstoodRow => {
  const flat = new Map<string, unknown>()
  const named: Named[] = []
  const faults: CellFault[] = []
  for (const { column, cell, name, heading } of cells) {
    const { field, as } = column
    const read = readCell(column, cell)
    if (read === null) continue
    if ('fault' in read) faults.push({ ...read.fault, field, cell: name, heading })
    else if (as === 'hotline' || as === 'unit')
      named.push({ field, as, text: String(read.value), cell: name, heading })
    else flat.set(field, read.value)
  }
  for (const column of columns) {
    if (!column.required || flat.has(column.field)) continue
    if (faults.some(({ field }) => field === column.field)) continue
    const at = cells.find((one) => one.column === column)
    faults.push({
      ...refusal('TEXT_EMPTY', { field: column.field }),
      cell: at?.name ?? '',
      heading: at?.heading ?? column.names.zh,
    })
  }
  return { row, fields: nested(flat), named, faults }
}

/** Rows of the template: by their first cell, or, where its column was taken out, by words that are the template's own. */
const explains = (places: readonly Place[], row: readonly Cell[]): boolean => {
  const first = row.findIndex((cell) => textOf(cell).trim() !== '')
  if (REMARKS.has(plainHeading(textOf(row[first] ?? null)))) return true
  const filled = places.filter(({ at }) => textOf(row[at] ?? null).trim() !== '')
  return (
    filled.length > 1 &&
    filled.every(({ at, column: { help, example } }) =>
      [help, example].includes(textOf(row[at] ?? null).trim()),
    )
  )
}

const isEmpty = (row: readonly Cell[]): boolean => row.every((cell) => textOf(cell).trim() === '')

/**
 * What a table says of one kind of content, row by row. Never throws; a table without a known heading has no columns and no
 * rows.
 */
export const understand = (columns: readonly Column[], cells: readonly (readonly Cell[])[]): Understood => {
  const { head, places } = headingsIn(columns, cells)
  if (places.length === 0) return { used: [], unused: [], rows: [], passedOver: [] }
  const known = new Set(places.map(({ at }) => at))
  const unused = (cells[head] ?? []).flatMap((cell, at) => {
    const heading = textOf(cell).trim()
    return heading === '' || known.has(at) || NUMBERING.has(plainHeading(heading)) ? [] : [heading]
  })
  const rows: UnderstoodRow[] = []
  const passedOver: number[] = []
  for (const [i, row] of cells.entries()) {
    if (i <= head || isEmpty(row)) continue
    if (explains(places, row)) {
      passedOver.push(i + 1)
      continue
    }
    const at = places.map((place) => ({
      ...place,
      cell: row[place.at] ?? null,
      name: `${letterOf(place.at)}${i + 1}`,
    }))
    if (at.every(({ cell }) => textOf(cell).trim() === '')) continue
    rows.push(rowFrom(i + 1, at, columns))
  }
  return { used: places.map(({ heading, column }) => ({ heading, column })), unused, rows, passedOver }
}
