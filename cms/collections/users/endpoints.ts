import { addDataAndFileToRequest, type Endpoint } from 'payload'
import { mayRows } from '../../access/roles.ts'
import { refuse } from '../../../src/errors/refusal.ts'

/** They stand before Payload's own of the same path. */
export const noMailEndpoints: Endpoint[] = ['/forgot-password', '/reset-password', '/verify/:id'].map(
  (path) => ({ path, method: 'post', handler: () => refuse('ROUTE_UNKNOWN') }),
)

/**
 * In place of Payload's own, which asks for a name to sign in by before it asks who is asking: a stranger would be told
 * what is missing instead of to sign in (CMS-96).
 */
export const makePerson: Endpoint = {
  path: '/',
  method: 'post',
  handler: async (req) => {
    if (!req.user) return refuse('NOT_SIGNED_IN')
    if (!mayRows(req.user, 'users', 'create')) return refuse('NOT_ALLOWED')
    await addDataAndFileToRequest(req)
    const data = (req.data ?? {}) as { username?: unknown; email?: unknown }
    if (!data.username && !data.email) return refuse('TEXT_EMPTY', { field: 'username' })
    const depth = Number(req.query['depth'] ?? 1)
    const doc = await req.payload.create({
      collection: 'users',
      data: data as never,
      depth: Number.isInteger(depth) ? depth : 1,
      overrideAccess: false,
      req,
    })
    return Response.json({ doc, message: req.t('general:successfullyCreated') }, { status: 201 })
  },
}
