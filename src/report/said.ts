import type { RecordBodies } from '../signed/records.ts'

/** What the town says of an export of its audit, signed. */
export type Statement = RecordBodies['report']
export type Said = { readonly statement: Statement; readonly signature: string }

const FIELDS = ['code', 'pdf', 'rows', 'count', 'head', 'headHash', 'at', 'asked', 'by', 'name'] as const

/** Stands for an empty text; no text is written so. */
const NOTHING = '%'

/** One word for each field, none of which holds a blank. */
export const saidText = ({ statement, signature }: Said): string =>
  [...FIELDS.map((field) => encodeURIComponent(statement[field]) || NOTHING), signature].join(' ')

const wordOf = (word: string): string => (word === NOTHING ? '' : decodeURIComponent(word))

const MOST = 2_000

/** Null for what no town ever said. Whether it holds is asked of the town's key. */
export const readSaid = (text: string): Said | null => {
  const words = text.length > MOST ? [] : text.split(' ')
  const signature = words.at(-1) ?? ''
  if (words.length !== FIELDS.length + 1 || !/^[\w-]{86}$/.test(signature)) return null
  try {
    const values = Object.fromEntries(FIELDS.map((field, i) => [field, wordOf(words[i] ?? '')]))
    return { statement: values as Statement, signature }
  } catch {
    return null
  }
}

/** Behind the end of a PDF readers pass over a comment; theirs is the last %%EOF, so it stands once more. */
const MARK = '\n%silver-shield/report '
const END = '\n%%EOF\n'

const bytesOf = (ascii: string): Uint8Array => Uint8Array.from(ascii, (c) => c.charCodeAt(0))

export const withSaid = (pdf: Uint8Array, said: Said): Uint8Array => {
  const line = bytesOf(`${MARK}${saidText(said)}${END}`)
  const whole = new Uint8Array(pdf.length + line.length)
  whole.set(pdf)
  whole.set(line, pdf.length)
  return whole
}

export type Parted = {
  /** What the signature speaks of. */
  readonly pdf: Uint8Array
  /** The words of the last line, or null where it is not there or not exactly as it was written. */
  readonly said: string | null
}

/** Takes a file apart again: all of its bytes are either part of the PDF or the one line behind it. */
export const partSaid = (file: Uint8Array): Parted => {
  const tail = String.fromCharCode(...file.subarray(Math.max(0, file.length - MOST - 100)))
  const at = tail.lastIndexOf(MARK)
  if (at < 0 || !tail.endsWith(END)) return { pdf: file, said: null }
  const pdf = file.subarray(0, file.length - tail.length + at)
  return { pdf, said: tail.slice(at + MARK.length, -END.length) }
}
