import type { CollectionSlug, FlattenedField, Payload, Where } from 'payload'
import type { ContentKind } from '../../src/content/index.ts'
import { draftsOf } from '../records/rows.ts'
import { titleField } from './contents.ts'

/** As long as a title may be; nobody looks for more. */
const LONGEST = 60

/** What was typed, as it is looked for. */
export const wordsIn = (typed: unknown): string =>
  typeof typed === 'string' ? typed.normalize('NFC').trim().slice(0, LONGEST) : ''

/** Letters and digits alone, as people type the initials of what they look for. */
const INITIALS = /^[a-z0-9]{1,24}$/i

type TitleRow = Readonly<Record<string, unknown>> & { readonly id: string }

const isText = ({ type }: FlattenedField): boolean => type === 'text' || type === 'textarea'

/** Paths of the words of a form, the lists in it too. */
const pathsIn = (
  fields: readonly FlattenedField[],
): { readonly own: string[]; readonly inLists: string[] } => ({
  own: fields.filter(isText).map(({ name }) => name),
  inLists: fields.flatMap((field) =>
    field.type === 'array'
      ? field.flattenedFields
          .filter((one) => isText(one) && one.name !== 'id')
          .map(({ name }) => `${field.name}.${name}`)
      : [],
  ),
})

const inLists = async (payload: Payload, collection: string, anywhere: Where): Promise<readonly string[]> => {
  const { docs } = await payload.db.queryDrafts({
    collection: collection as CollectionSlug,
    pagination: false,
    limit: 0,
    where: anywhere,
    select: { parent: true, version: { updatedAt: true } },
  })
  return docs.map(({ id }) => String(id))
}

/** The contents of a kind in whose words `text` stands, as the database looks for it. */
const containing = async (payload: Payload, { collection }: ContentKind, text: string): Promise<Where[]> => {
  const paths = pathsIn(payload.collections[collection as CollectionSlug].config.flattenedFields)
  const own = paths.own.map((path): Where => ({ [path]: { contains: text } }))
  const listed = paths.inLists.map((path) => ({ [`version.${path}`]: { contains: text } }))
  const more = listed.length > 0 ? await inLists(payload, collection, { or: listed }) : []
  return more.length > 0 ? [...own, { id: { in: more } }] : own
}

/** Whether a title is what was typed as initials; null where no initials were. Nothing is loaded for words. */
const initialsIn = async (typed: string): Promise<((title: string) => boolean) | null> => {
  if (!INITIALS.test(typed)) return null
  // The table of readings is some hundred kilobytes, which only who types letters needs.
  const { initialsOf } = await import('./pinyin.ts')
  return initialsOf(typed)
}

/** Ids of the contents of a kind whose title is what was typed as initials. */
const called = async (payload: Payload, kind: ContentKind, typed: string): Promise<readonly string[]> => {
  const isCalled = await initialsIn(typed)
  if (!isCalled) return []
  const title = titleField(payload, kind)
  const titles = await draftsOf<TitleRow>(payload, kind.collection, { only: [title] })
  return titles.filter((row) => isCalled(String(row[title] ?? ''))).map(({ id }) => id)
}

/** Whether a title has these words or initials in it; any has none. */
export const calledLike = async (words: string): Promise<(title: string) => boolean> => {
  const isCalled = await initialsIn(words)
  const typed = words.toLowerCase()
  return (title) => title.toLowerCase().includes(typed) || Boolean(isCalled?.(title))
}

/** The same of drafts, as the database is asked for them; null where nothing is looked for. */
export const titledLike = async (
  payload: Payload,
  kind: ContentKind,
  words: string,
): Promise<Where | null> => {
  if (!words) return null
  const byName = await called(payload, kind, words)
  const titled: Where = { [titleField(payload, kind)]: { contains: words } }
  return byName.length > 0 ? { or: [titled, { id: { in: byName } }] } : titled
}

/** Which contents are looked for, as the database is asked for them; null where nothing is. */
export const foundBy = async (payload: Payload, kind: ContentKind, words: string): Promise<Where | null> => {
  if (!words) return null
  const byName = await called(payload, kind, words)
  const within = await containing(payload, kind, words)
  return { or: byName.length > 0 ? [...within, { id: { in: byName } }] : within }
}
