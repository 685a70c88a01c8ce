import type { Words } from '../lexicon/words.ts'

/** A cell of a spreadsheet as a person sees it. */
export type Cell = string | number | boolean | { readonly day: string } | null

/** Choices of a column: value → its names. */
export type Choices = Readonly<Record<string, Words>>

/** How the words of a cell are read. `hotline` and `unit` name a row of the town. */
export type Reading =
  'line' | 'halves' | 'lines' | 'choice' | 'choices' | 'amount' | 'day' | 'hotline' | 'unit'

/** A column of a table of contents: one field of the form, by the names offices give it. */
export type Column = {
  /** Where it goes in the form: `title`, `steps.0.heSays`. */
  readonly field: string
  readonly names: Words
  /** Other headings that mean it. */
  readonly also?: readonly string[]
  readonly as: Reading
  readonly choices?: Choices
  /** Other words for a choice. */
  readonly otherwise?: Readonly<Record<string, readonly string[]>>
  /** A row without it is none. */
  readonly required?: true
  /** Most characters the form takes. */
  readonly most?: number
  /** What to write there, for the template. */
  readonly help: string
  readonly example: string
}

/** A heading without what offices write around it: `* 标题（必填）：` → `标题`. */
export const plainHeading = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\([^()]*\)|\[[^\][]*\]|【[^【】]*】/gu, '')
    .replace(/[\s*:,.、。，：“”"'_\-/]+/gu, '')
    .toLowerCase()

/** Columns by all their names, for many headings to be looked up. */
export type Headings = ReadonlyMap<string, Column>

/** Of two columns with one name the first has it. */
export const headingsOf = (columns: readonly Column[]): Headings =>
  new Map(
    columns
      .flatMap((column) =>
        [column.names.zh, column.names.en, ...(column.also ?? [])].map(
          (name) => [plainHeading(name), column] as const,
        ),
      )
      .toReversed(),
  )

/** The column a heading names. */
export const columnNamed = (headings: Headings, heading: string): Column | undefined =>
  headings.get(plainHeading(heading))
