import { refusal } from '../errors/refusal.ts'
import { linesIn, severalIn, unnumbered } from './article.ts'
import { columnNamed, headingsOf, type Cell, type Column, type Headings } from './column.ts'
import { headingsIn, understand, type Understood, type UnderstoodRow } from './rows.ts'
import { readCell } from './values.ts'

/** A piece of a document, in its order. */
export type Block =
  | { readonly as: 'heading'; readonly level: number; readonly text: string }
  | { readonly as: 'text'; readonly text: string }
  | { readonly as: 'table'; readonly rows: readonly (readonly string[])[] }

/** What stands in a file of an office, as a person sees it. */
export type OfficeFile =
  | {
      readonly as: 'sheets'
      readonly sheets: readonly { readonly name: string; readonly cells: readonly (readonly Cell[])[] }[]
    }
  | { readonly as: 'document'; readonly blocks: readonly Block[]; readonly pictures: number }

/** Makes a content of a text; of what is not in it there is no field. */
type Propose = (text: string) => { readonly fields: Readonly<Record<string, unknown>> }

/** Cells in pairs of a label and what it says, `标题 | … | 类别 | …` too. */
const pairsIn = (headings: Headings, rows: readonly (readonly string[])[]): readonly string[] =>
  rows.flatMap((row) =>
    row.flatMap((label, at) => {
      const said = row[at + 1] ?? ''
      return columnNamed(headings, label) && said.trim() !== '' && !columnNamed(headings, said)
        ? [`${label.trim()}：${said.trim()}`]
        : []
    }),
  )

/** A table that lists, with its headings in a row of their own. */
const lists = (columns: readonly Column[], rows: readonly (readonly string[])[]): boolean => {
  const { head, places } = headingsIn(columns, rows)
  return places.length >= 2 && head < rows.length - 1
}

const textsOf = (headings: Headings, blocks: readonly Block[]): string =>
  blocks.flatMap((block) => (block.as === 'table' ? pairsIn(headings, block.rows) : [block.text])).join('\n')

const saysMore = (block: Block): boolean =>
  block.as === 'table' || (block.as === 'text' && block.text.trim() !== '')

/** The blocks of each story: parted at the headings of the highest level that stands more than once with words below. */
const parted = (blocks: readonly Block[]): readonly (readonly Block[])[] => {
  const levels = [...new Set(blocks.flatMap((block) => (block.as === 'heading' ? [block.level] : [])))]
  for (const level of levels.toSorted((a, b) => a - b)) {
    const starts = blocks.flatMap((block, i) => (block.as === 'heading' && block.level === level ? [i] : []))
    const stories = starts.map((from, i) => blocks.slice(from, starts[i + 1]))
    if (stories.length > 1 && stories.every((story) => story.some(saysMore))) return stories
  }
  return [blocks]
}

/** Headings that are labels part no stories: `案情`, `提醒` below each other are one. */
const withoutLabels = (headings: Headings, blocks: readonly Block[]): readonly Block[] =>
  blocks.map((block) =>
    block.as === 'heading' && columnNamed(headings, unnumbered(block.text))
      ? { as: 'text', text: block.text }
      : block,
  )

const lacking = (columns: readonly Column[], fields: Readonly<Record<string, unknown>>) =>
  columns
    .filter(({ field, required }) => required && fields[field] === undefined)
    .map(({ field, names }) => ({ ...refusal('TEXT_EMPTY', { field }), cell: '', heading: names.zh }))

const proposedRow = (
  columns: readonly Column[],
  propose: Propose,
  text: string,
  row: number,
): UnderstoodRow => {
  const { fields } = propose(text)
  return { row, fields, named: [], faults: lacking(columns, fields) }
}

/** Of what is one sentence each line is one: `3. 标语` as offices list them. */
const lineRows = (column: Column, text: string): readonly UnderstoodRow[] =>
  linesIn(text).flatMap((line, i) => {
    const read = readCell(column, unnumbered(line))
    if (read === null) return []
    const heading = column.names.zh
    return 'fault' in read
      ? [
          {
            row: i + 1,
            fields: {},
            named: [],
            faults: [{ ...read.fault, field: column.field, cell: '', heading }],
          },
        ]
      : [{ row: i + 1, fields: { [column.field]: read.value }, named: [], faults: [] }]
  })

const told = (
  columns: readonly Column[],
  blocks: readonly Block[],
  propose: Propose | undefined,
): readonly UnderstoodRow[] => {
  const headings = headingsOf(columns)
  if (propose)
    return parted(withoutLabels(headings, blocks))
      .flatMap((story) => severalIn(textsOf(headings, story)))
      .filter((text) => text.trim() !== '')
      .map((text, i) => proposedRow(columns, propose, text, i + 1))
  const required = columns.filter((column) => column.required)
  const [only] = required
  return only && required.length === 1 ? lineRows(only, textsOf(headings, blocks)) : []
}

/**
 * What a document says of one kind of content: tables that list row by row; else its stories, each proposed from its text.
 * Rows are numbered as they stand in the document, from 1.
 */
export const understandDocument = (
  columns: readonly Column[],
  blocks: readonly Block[],
  propose?: Propose,
): Understood => {
  const tables = blocks.flatMap((block) =>
    block.as === 'table' && lists(columns, block.rows) ? [understand(columns, block.rows)] : [],
  )
  if (tables.length === 0)
    return { used: [], unused: [], passedOver: [], rows: told(columns, blocks, propose) }
  return {
    used: tables.flatMap(({ used }) => used),
    unused: [...new Set(tables.flatMap(({ unused }) => unused))],
    rows: tables.flatMap(({ rows }) => rows).map((row, i) => ({ ...row, row: i + 1 })),
    passedOver: [],
  }
}
