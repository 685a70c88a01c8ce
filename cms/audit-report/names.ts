import type { Payload, SanitizedCollectionConfig } from 'payload'
import type { Words } from '../base/words.ts'
import { groupedBy, isIdIn, rowsOf } from '../records/rows.ts'

type Row = Readonly<Record<string, unknown>> & { readonly id: string }

const isWords = (label: unknown): label is Words =>
  typeof label === 'object' && label !== null && 'zh' in label && 'en' in label

/** A label of Payload's configuration in both languages; a plain text stands for both. */
export const labelWords = (label: unknown, otherwise: string): Words => {
  if (isWords(label)) return label
  const text = typeof label === 'string' ? label : otherwise
  return { zh: text, en: text }
}

export const collectionOf = (payload: Payload, slug: string): SanitizedCollectionConfig | undefined =>
  payload.config.collections.find((collection) => collection.slug === slug)

export const partsOf = (subject: string): { readonly slug: string; readonly id: string } => {
  const [slug = '', ...id] = subject.split('/')
  return { slug, id: id.join('/') }
}

/** Fields whose value is a name that people gave; numbers, hashes and states name nothing. */
const NAMING = new Set(['name', 'title', 'label', 'alt', 'text', 'first'])

const namingField = (collection: SanitizedCollectionConfig | undefined): string | null => {
  const field = collection?.admin.useAsTitle
  return field !== undefined && NAMING.has(field) ? field : null
}

/** Of a row with drafts the newest one, which is what people see under that name; the row itself keeps its first words. */
const readNamed = async (
  payload: Payload,
  collection: SanitizedCollectionConfig,
  ids: readonly string[],
  field: string,
): Promise<readonly Row[]> => {
  const where = { id: { in: ids } }
  if (!collection.versions?.drafts) return rowsOf<Row>(payload, collection.slug, { where, only: [field] })
  const { docs } = await payload.find({
    collection: collection.slug,
    where,
    draft: true,
    depth: 0,
    pagination: false,
    select: { [field]: true },
  })
  return docs as unknown as readonly Row[]
}

/** What each row is called today, by subject: one query a collection. A row that is gone has no name any more. */
export const readNames = async (
  payload: Payload,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const names = new Map<string, string>()
  for (const [slug, group] of groupedBy([...new Set(subjects)], (subject) => partsOf(subject).slug)) {
    const collection = collectionOf(payload, slug)
    const field = namingField(collection)
    if (!collection || field === null) continue
    const ids = group.map((subject) => partsOf(subject).id).filter((id) => isIdIn(payload, id))
    for (const row of await readNamed(payload, collection, ids, field)) {
      const name = row[field]
      if (typeof name === 'string' && name !== '') names.set(`${slug}/${String(row.id)}`, name)
    }
  }
  return names
}

/** What people never see of a row; a change of it is told as the thing they do see. */
const BEHIND: Readonly<Record<string, Words>> = {
  hash: { zh: '密码', en: 'Password' },
  salt: { zh: '密码', en: 'Password' },
}

type Labelled = { readonly name: string; readonly label?: unknown; readonly hidden?: boolean }

/** Labels of the fields of an `update`, each once; what has none is the server's own and is passed over. */
export const changedLabels = (
  payload: Payload,
  slug: string,
  names: readonly string[],
  language: keyof Words,
): readonly string[] => {
  const fields: readonly Labelled[] =
    slug === 'globals'
      ? payload.config.globals.flatMap(({ flattenedFields }) => flattenedFields)
      : (collectionOf(payload, slug)?.flattenedFields ?? [])
  const said = names.flatMap((name) => {
    if (BEHIND[name]) return [BEHIND[name][language]]
    const field = fields.find((each) => each.name === name)
    return field && field.hidden !== true && field.label ? [labelWords(field.label, name)[language]] : []
  })
  return [...new Set(said)]
}
