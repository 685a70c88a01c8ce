import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { FontName, Page } from '../../../src/model/page.ts'
import { beyondBase, charactersOf, type Coverage } from '../../../src/page/index.ts'

const FONTS: readonly FontName[] = ['sans', 'pixel']

/** Which characters the shipped fonts have; counted from where the server was started, as the server itself does. */
export const readCoverage = async (): Promise<Coverage> => {
  const file = path.resolve(/*turbopackIgnore: true*/ 'media/fonts/coverage.json')
  return JSON.parse(await readFile(/*turbopackIgnore: true*/ file, 'utf8')) as Coverage
}

/** Characters of a page that the base fonts lack, each once: screens draw them with a subset sent for them. */
export const rareOf = (page: Page, coverage: Coverage): string =>
  [
    ...new Set(FONTS.flatMap((font) => Array.from(beyondBase(charactersOf([page], font), font, coverage)))),
  ].join('')
