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

/** Ids of the contents of a kind in whose words `text` stands, as the database looks for it. */
export const containing = async (
  payload: Payload,
  { collection }: ContentKind,
  text: string,
): Promise<ReadonlySet<string>> => {
  const paths = pathsIn(payload.collections[collection as CollectionSlug].config.flattenedFields)
  const own = await draftsOf<{ readonly id: string }>(payload, collection, {
    only: [],
    where: { or: paths.own.map((path) => ({ [path]: { contains: text } })) },
  })
  const listed = paths.inLists.map((path) => ({ [`version.${path}`]: { contains: text } }))
  const more = listed.length > 0 ? await inLists(payload, collection, { or: listed }) : []
  return new Set([...own.map(({ id }) => id), ...more])
}

/** Ids of the contents of a kind whose title is what was typed as initials; nothing is loaded for words. */
const called = async (payload: Payload, kind: ContentKind, typed: string): Promise<readonly string[]> => {
  if (!INITIALS.test(typed)) return []
  // The table of readings is some hundred kilobytes, which only who types letters needs.
  const { initialsMatch } = await import('./pinyin.ts')
  const title = titleField(payload, kind)
  const titles = await draftsOf<TitleRow>(payload, kind.collection, { only: [title] })
  const known = new Map<string, readonly string[]>()
  return titles.filter((row) => initialsMatch(typed, String(row[title] ?? ''), known)).map(({ id }) => id)
}

/** Whether a content is among those that were looked for; all are where nothing was. */
export const foundBy = async (
  payload: Payload,
  kind: ContentKind,
  words: string,
): Promise<(id: string) => boolean> => {
  if (!words) return () => true
  const within = await containing(payload, kind, words)
  const byName = new Set(await called(payload, kind, words))
  return (id) => within.has(id) || byName.has(id)
}
