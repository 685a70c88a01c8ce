import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { SHIPPED } from './printing.ts'

/** What an administrator's zip holds. */
export type Files = Record<string, string | Uint8Array>

const read = (name: string): string => readFileSync(join(SHIPPED, 'notice-a4', name), 'utf8')

/** A good template of our own, from a shipped one under another name. */
export const goodFiles = (version = 1, changes: Readonly<Record<string, unknown>> = {}): Files => {
  const schema = { ...(JSON.parse(read('schema.json')) as object), id: 'notice-own', version, ...changes }
  return {
    'template.typ': read('template.typ'),
    'schema.json': JSON.stringify(schema),
    'sample.json': read('sample.json'),
  }
}

export const zipOf = (files: Files): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text]),
    ),
  )

export const GOOD = String(goodFiles()['template.typ'])
export const HEAD = '#import "/library/silver.typ": *\n#let d = sheet-data\n'

/** The good one with another layout, as a version of its own. */
export const withSource = (source: string): Files => ({ ...goodFiles(9), 'template.typ': source })
