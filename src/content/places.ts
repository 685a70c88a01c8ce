import type { FrozenContent } from '../model/content.ts'
import type { Page } from '../model/page.ts'
import type { ContentKinds } from './registry.ts'

/** Where words stand in the form: a field, and which line of it (`line 3`) where it holds one text a line. */
export type Place = { readonly field: string; readonly hint?: string }

const READ = /[\p{L}\p{N}]/u

const readIn = (text: string): readonly string[] => Array.from(text).filter((c) => READ.test(c))

/** What a page asks its reader to read, in the order it is drawn. */
const messageOf = (page: Page): readonly string[] =>
  readIn(page.ops.flatMap((op) => (op.op === 'text' && op.quiet !== true ? [op.text] : [])).join(''))

type Said = { readonly at: Place; readonly characters: readonly string[] }

/** How far the telling of the texts has come. */
type Reading = { readonly text: number; readonly character: number }

const nextIn = (said: readonly Said[], { text, character }: Reading): Reading | undefined => {
  const here = said[text]
  if (!here) return undefined
  return character < here.characters.length
    ? { text, character }
    : nextIn(said, { text: text + 1, character: 0 })
}

/** Reads a page on; what it says that no text says (a prompt, a number) is passed over. */
const readOn = (said: readonly Said[], from: Reading, page: Page) => {
  const met = new Set<number>()
  let at = from
  for (const character of messageOf(page)) {
    const next = nextIn(said, at)
    if (!next) break
    if (said[next.text]?.characters[next.character] !== character) continue
    met.add(next.text)
    at = { text: next.text, character: next.character + 1 }
  }
  return { at, met: [...met] }
}

/**
 * Of each page the places of the form whose words it shows. Pages tell the texts in order, each character once (PAGE-2), so
 * they are read along; the pages themselves say nothing of the form they came from.
 */
export const placesShown = (
  kinds: ContentKinds,
  { body }: Pick<FrozenContent, 'body'>,
  pages: readonly Page[],
): readonly (readonly Place[])[] => {
  const said = kinds
    .of(body)
    .checks(body)
    .fields.map(({ field, hint, text }) => ({
      at: { field, ...(hint !== undefined && { hint }) },
      characters: readIn(text),
    }))
  let at: Reading = { text: 0, character: 0 }
  return pages.map((page) => {
    const read = readOn(said, at, page)
    at = read.at
    return read.met.flatMap((i) => said[i]?.at ?? [])
  })
}
