import { strToU8, zipSync } from 'fflate'
import readXlsxFile from 'read-excel-file/node'
import { refuse } from '../../errors/refusal.ts'
import type { Cell, OfficeFile } from '../../intake/index.ts'
import { OFFICE_LIMITS } from './office-jobs.ts'

/** Further out nobody writes by hand. */
const FURTHEST = { row: 20_000, column: 400 }

/** `AB12` → 28, 12. */
const placeOf = (ref: string): { readonly column: number; readonly row: number } => {
  const [, letters = '', row = ''] = /^([A-Z]{1,3})(\d{1,7})$/.exec(ref) ?? []
  const column = Array.from(letters).reduce((sum, c) => sum * 26 + c.charCodeAt(0) - 64, 0)
  return { column, row: Number(row) }
}

/**
 * Offices colour whole columns: a million rows of cells without a word, which a reader would lay out one by one. They say
 * nothing and are taken out.
 */
const withoutEmptyCells = (xml: string): string =>
  xml
    .replace(/<((?:\w+:)?)c(?:\s[^<>]*)?\/>/g, '')
    .replace(/<((?:\w+:)?)c(?:\s[^<>]*)?>\s*<\/\1c>/g, '')
    .replace(/<((?:\w+:)?)row(?:\s[^<>]*)?\/>/g, '')
    .replace(/<((?:\w+:)?)row(?:\s[^<>]*)?>\s*<\/\1row>/g, '')

const refuseFar = (xml: string): void => {
  let cells = 0
  for (const [, ref = ''] of xml.matchAll(/<(?:\w+:)?c\s(?:[^<>]*\s)?r="([A-Z]{1,3}\d{1,7})"/g)) {
    const { column, row } = placeOf(ref)
    cells += 1
    if (row > FURTHEST.row || column > FURTHEST.column || cells > OFFICE_LIMITS.cells)
      refuse('IMPORT_FILE_TOO_LARGE', {
        field: 'file',
        limit: `${FURTHEST.row} × ${FURTHEST.column}`,
        got: ref,
      })
  }
}

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? ''

/** Paths of the sheets in the order of the book, which is the order they are read in. */
const sheetPaths = (parts: ReadonlyMap<string, Buffer>): readonly string[] => {
  const book = parts.get('xl/workbook.xml')?.toString('utf8') ?? ''
  const links = parts.get('xl/_rels/workbook.xml.rels')?.toString('utf8') ?? ''
  const targets = new Map(
    [...links.matchAll(/<(?:\w+:)?Relationship\s[^<>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target').replace(/^\/?(?:xl\/)?/, 'xl/'),
    ]),
  )
  return [...book.matchAll(/<(?:\w+:)?sheet\s[^<>]*>/g)].map(
    ([tag]) => targets.get(attribute(tag, '\\w+:id')) ?? '',
  )
}

type Range = { readonly from: ReturnType<typeof placeOf>; readonly to: ReturnType<typeof placeOf> }

const mergedIn = (xml: string): readonly Range[] =>
  [...xml.matchAll(/<(?:\w+:)?mergeCell\s[^<>]*\bref="([A-Z]+\d+):([A-Z]+\d+)"/g)].map(
    ([, from = '', to = '']) => ({
      from: placeOf(from),
      to: placeOf(to),
    }),
  )

const asCell = (value: unknown): Cell => {
  if (value instanceof Date)
    return { day: Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10) }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

/** What stands in a merged cell holds for all of it, as a person reads it. */
const filled = (
  cells: readonly (readonly Cell[])[],
  merged: readonly Range[],
): readonly (readonly Cell[])[] => {
  const rows = cells.map((row) => [...row])
  for (const { from, to } of merged) {
    const value = rows[from.row - 1]?.[from.column - 1] ?? null
    // Downwards alone: a title over many columns is no heading of each of them.
    if (value === null || from.column !== to.column) continue
    for (let row = from.row; row < Math.min(to.row, rows.length); row += 1) {
      const line = rows[row]
      if (line && (line[from.column - 1] ?? null) === null) line[from.column - 1] = value
    }
  }
  return rows
}

/** The sheets of a book: what each cell shows, a formula by its result as it was stored. Nothing is reckoned. */
export const readSheets = async (parts: ReadonlyMap<string, Buffer>): Promise<OfficeFile> => {
  const files: Record<string, Uint8Array> = {}
  const merged = new Map<string, readonly Range[]>()
  for (const [path, bytes] of parts) {
    if (!path.startsWith('xl/worksheets/') || !path.endsWith('.xml')) {
      files[path] = bytes
      continue
    }
    const xml = withoutEmptyCells(bytes.toString('utf8'))
    refuseFar(xml)
    merged.set(path, mergedIn(xml))
    files[path] = strToU8(xml)
  }
  const paths = sheetPaths(parts)
  const read = await readXlsxFile(Buffer.from(zipSync(files, { level: 0 })))
  return {
    as: 'sheets',
    sheets: read.map(({ sheet, data }, i) => ({
      name: sheet,
      cells: filled(
        data.map((row) => row.map(asCell)),
        merged.get(paths[i] ?? '') ?? [],
      ),
    })),
  }
}
