import type { CollectionSlug, Payload } from 'payload'
import { refusal, type Refusal } from '../../src/errors/refusal.ts'
import { forget, unreadable, type Unreadable } from '../database/unreadable.ts'
import { noteTampering } from '../audit/tampering.ts'

/** Rows of each kind looked at in one round; larger tables are gone through round by round. */
const ROUND = 100

/** Reads rows only for what the reading of them notes (cms/database/reads.ts). */
type Sources = ReadonlyMap<string, (page: number) => Promise<{ readonly docs: readonly unknown[] }>>

const sourcesOf = (payload: Payload): Sources =>
  new Map(
    Object.values(payload.collections).flatMap(({ config }) => {
      const collection = config.slug as CollectionSlug
      const query = (page: number) => ({ collection, page, sort: 'id', limit: ROUND, pagination: true })
      const rows = [config.slug, (page: number) => payload.db.find(query(page))] as const
      return config.versions
        ? [rows, [`${config.slug}/versions`, (page: number) => payload.db.findVersions(query(page))] as const]
        : [rows]
    }),
  )

/** Whether the damage that was noted is still there: the row may have been mended or deleted since. */
const lookAgain = async (payload: Payload, known: Unreadable): Promise<void> => {
  const { source, id } = known
  forget(payload.db, known)
  const [slug = '', versions] = source.split('/')
  if (slug === 'globals') return void (await payload.db.findGlobal({ slug: versions ?? '' }))
  const query = {
    collection: slug as CollectionSlug,
    where: { id: { equals: id } },
    limit: 1,
    pagination: false,
  }
  await (versions ? payload.db.findVersions(query) : payload.db.find(query))
}

const refused = ({ source, id, fields }: Unreadable): Refusal => {
  const field = fields.join(', ').slice(0, 200)
  return refusal('ROW_UNREADABLE', { field, got: field, hint: id ? `${source}/${id}` : source })
}

/**
 * Answers the rows of any table that cannot be read whole, each written into the audit once. Rows the town is made of
 * are noted whenever it is read; all others are gone through here, some of each table a round.
 */
export const openInspection = (payload: Payload): (() => Promise<readonly Refusal[]>) => {
  const sources = sourcesOf(payload)
  const pages = new Map<string, number>()
  return async () => {
    for (const known of unreadable(payload.db)) if (known.id !== '?') await lookAgain(payload, known)
    for (const [source, read] of sources) {
      const page = pages.get(source) ?? 1
      const { docs } = await read(page)
      pages.set(source, docs.length < ROUND ? 1 : page + 1)
    }
    for (const { slug } of payload.globals.config) await payload.db.findGlobal({ slug })
    const refusals = unreadable(payload.db).map(refused)
    await noteTampering(payload, refusals)
    return refusals
  }
}
