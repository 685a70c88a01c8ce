import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, CollectionConfig } from 'payload'
import { appendAudit } from './append.ts'
import { detailOf } from './names.ts'

/**
 * Fields that the server writes by itself. A change of these alone leaves no row: it is no act of a person, or the
 * act has a row of its own (CMS-70).
 */
const SILENT = new Set([
  'updatedAt',
  'createdAt',
  '_status',
  'sessions',
  'loginAttempts',
  'lockUntil',
  'passwordGiven',
  'secondFactor',
  'state',
  'online',
])

type Row = Record<string, unknown>

/** A linked row counts as its id: one end of an update holds the row, the other its id. */
const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value ?? null
  const row = value as Row
  if ('relationTo' in row && 'value' in row) return [row['relationTo'], plain(row['value'])]
  return 'id' in row && 'updatedAt' in row ? row['id'] : row
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(plain(a)) === JSON.stringify(plain(b))

/** Names of the fields that differ; never their values, which may be private. */
export const changedFields = (before: Row, after: Row): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => !SILENT.has(name) && !same(before[name], after[name]))
    .sort()

const afterChange: CollectionAfterChangeHook = async ({ collection, doc, operation, previousDoc, req }) => {
  const subject = `${collection.slug}/${String((doc as Row).id)}`
  if (operation === 'create') await appendAudit(req, { action: 'create', subject })
  else {
    const names = changedFields((previousDoc ?? {}) as Row, doc as Row)
    const onceInARow = req.query?.['autosave'] === 'true'
    if (names.length > 0)
      await appendAudit(req, { action: 'update', subject, detail: detailOf(names), onceInARow })
  }
  return doc
}

const afterDelete: CollectionAfterDeleteHook = async ({ collection, id, req }) => {
  await appendAudit(req, { action: 'delete', subject: `${collection.slug}/${String(id)}` })
}

/** Every change by any door of Payload leaves a row, in the same transaction. */
export const audited = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    afterChange: [...(collection.hooks?.afterChange ?? []), afterChange],
    afterDelete: [...(collection.hooks?.afterDelete ?? []), afterDelete],
    ...(collection.auth && {
      afterLogin: [
        ...(collection.hooks?.afterLogin ?? []),
        async ({ req, user }) => {
          await appendAudit(
            { ...req, payload: req.payload, user },
            { action: 'login', subject: `users/${String(user.id)}` },
          )
        },
      ],
    }),
  },
})
