import type { CollectionSlug, PayloadRequest } from 'payload'

type Writer = Pick<PayloadRequest, 'payload'> & Partial<PayloadRequest>

/**
 * Appends a row to a collection that no operation of Payload may write (CMS-1): straight through the database
 * adapter, inside the transaction of `req`. The caller writes the audit row.
 */
export const appendRow = async (
  req: Writer,
  collection: string,
  data: Record<string, unknown>,
): Promise<string> => {
  const stamped = { ...data, updatedAt: new Date().toISOString() }
  const row = (await req.payload.db.create({
    collection: collection as CollectionSlug,
    data: stamped,
    req,
  })) as { id: unknown }
  return String(row.id)
}
