import { posix } from 'node:path'
import type { TypstFile, TypstJob } from '../typst/index.ts'
import { sheetInputs, type PrintEngine, type SheetJob } from './set-sheet.ts'
import type { Template } from './templates.ts'

/** What every template imports, and where a sheet's own words come from. */
const LIBRARY = 'library/silver.typ'

type Paper = Pick<PrintEngine, 'workspace' | 'dictionary'>

/** A sheet with its number in the book and the name of its bookmark. */
export type Leaf<Sheet = Pick<SheetJob, 'template' | 'data' | 'files'>> = {
  readonly number: number
  readonly name: string
  readonly sheet: Sheet
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The same file of one sheet: beside the other, so that what it names relatively is found. */
const twinOf = (path: string, number: number): string => path.replace(/(\.\w+)$/, `~${number}$1`)

/** Typst keeps one value for a file, so words of many sheets need as many libraries to come from. */
const libraryOf = (number: number): TypstFile => ({
  path: twinOf(LIBRARY, number),
  bytes: bytesOf(`#import "all.typ": *
#import "book.typ": bookmarked
#let sheet-data = json("/job/sheet~${number}.json")
#let sheet = bookmarked(json("/job/name~${number}.json"))
`),
})

/** A template's sources, importing one another and the library of this sheet. */
const sourcesOf = ({ sources }: Template, number: number): readonly TypstFile[] => {
  const own = new Set([LIBRARY, ...sources.map(({ path }) => path)])
  return sources.map(({ path, bytes }) => {
    const at = (named: string): string => posix.join(named.startsWith('/') ? '' : posix.dirname(path), named)
    const text = Buffer.from(bytes).toString('utf8')
    const led = text.replace(/"([^"\\\n]+\.typ)"/g, (whole, named: string) => {
      const target = at(named).replace(/^\//, '')
      return own.has(target) ? `"/${twinOf(target, number)}"` : whole
    })
    return { path: twinOf(path, number), bytes: bytesOf(led) }
  })
}

const wordsOf = (
  inputOf: ReturnType<typeof sheetInputs>,
  { number, name, sheet: { template, data } }: Leaf,
): Readonly<Record<string, string>> => ({
  [`sheet~${number}`]: JSON.stringify({
    ...inputOf(template, data),
    qr: data.qr && { ...data.qr, path: twinOf(data.qr.path, number) },
  }),
  [`name~${number}`]: JSON.stringify(name),
})

const filesOf = ({ number, sheet: { template, data, files } }: Leaf): readonly TypstFile[] => [
  libraryOf(number),
  ...sourcesOf(template, number),
  ...files.map((file) => (file.path === data.qr?.path ? { ...file, path: twinOf(file.path, number) } : file)),
]

/** Its number under both labels parts what the sheets say of themselves. */
const included = ({ number, sheet: { template } }: Leaf): string =>
  `#metadata(${number}) <ss-element>\n#metadata(${number}) <ss-overflow>\n#include "/${twinOf(template.main, number)}"`

const MAIN = 'job/book.typ'

/**
 * Many sheets of one template as one job of Typst, in this order, each with a bookmark: fonts and photo are in
 * the file once, and all of it is Typst's own work, so it is what Typst says it is (PRT-15).
 */
export const bookJob = (engine: Paper, leaves: readonly Leaf[]): TypstJob => {
  const inputOf = sheetInputs(engine)
  const files = new Map(leaves.flatMap(filesOf).map((file) => [file.path, file]))
  const main = ['#set heading(bookmarked: false)', ...leaves.map(included)].join('\n')
  return {
    workspace: engine.workspace,
    main: MAIN,
    inputs: Object.fromEntries(leaves.flatMap((leaf) => Object.entries(wordsOf(inputOf, leaf)))),
    files: [...files.values(), { path: MAIN, bytes: bytesOf(main) }],
    sheets: leaves.length,
  }
}
