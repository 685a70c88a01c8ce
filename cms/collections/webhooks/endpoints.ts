import type { Endpoint } from 'payload'
import { tryWebhook } from '../../notices/try-out.ts'
import { idIn } from '../../requests/body.ts'

export const tryEndpoint: Endpoint = {
  path: '/:id/try',
  method: 'post',
  handler: async (req) => Response.json({ delivery: await tryWebhook(req, idIn(req)) }, { status: 202 }),
}
