import type { CollectionBeforeChangeHook } from 'payload'
import { refuse, RefusalError } from '../../../src/errors/refusal.ts'
import { ports } from '../../base/ports.ts'
import { lockSecret, sealOfWebhook } from '../../notices/seal.ts'
import type { WebhookRow } from '../../notices/rows.ts'
import { rowsOf } from '../../records/rows.ts'

/** Each is posted to by a line of its own, all at once (I10). */
const MOST = 20
const SECRET_MIN = 8

type Given = Partial<WebhookRow> & { readonly newSecret?: string | null; readonly secretAt?: string | null }

export const fewWebhooks: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (operation !== 'create') return data
  const there = await rowsOf(req.payload, 'webhooks', { limit: MOST, req })
  return there.length < MOST ? data : refuse('WEBHOOK_TOO_MANY', { limit: MOST })
}

const trimmed = (data: Given): Given =>
  typeof data.address === 'string' ? { ...data, address: data.address.trim() } : data

const storedOf = async (
  req: Parameters<CollectionBeforeChangeHook>[0]['req'],
  id: unknown,
): Promise<Given> => {
  if (id === undefined) return {}
  const where = { id: { equals: id } }
  return (await rowsOf<Given>(req.payload, 'webhooks', { where, limit: 1, req }))[0] ?? {}
}

/**
 * NTC-4: a secret comes by `newSecret` alone and is kept where nothing is typed; `secret`, its time and the seal are the
 * server's own. What stands is read from the database: a document that went through a door has no secret in it.
 */
export const keepSecret: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const given = trimmed(data as Given)
  const stored = await storedOf(req, (originalDoc as { readonly id?: unknown } | undefined)?.id)
  const { newSecret, secret: _, secretAt: __, seal: ___, ...rest } = given
  const typed = typeof newSecret === 'string' ? newSecret.trim() : ''
  if (typed && [...typed].length < SECRET_MIN)
    refuse('WEBHOOK_SECRET_SHORT', { field: 'newSecret', limit: SECRET_MIN })
  const kept = { secret: stored.secret ?? null, secretAt: stored.secretAt ?? null }
  const own = typed
    ? { secret: lockSecret(req.payload, typed), secretAt: new Date(ports().now()).toISOString() }
    : kept
  const kind = rest.kind ?? stored.kind
  if (kind === 'generic' && !own.secret) refuse('WEBHOOK_SECRET_REQUIRED', { field: 'newSecret' })
  return { ...rest, ...own }
}

/** The address is judged by how it is written; where its name leads is asked each time something is sent (NTC-5). */
export const sealWebhook: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const row = { ...(originalDoc as Given | undefined), ...(data as Given) }
  const fault = ports().outside?.post.faultOf(row.address ?? '')
  if (fault) throw new RefusalError(fault)
  return { ...data, seal: sealOfWebhook(row) }
}
