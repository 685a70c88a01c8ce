import type { Endpoint } from 'payload'
import { requireAct } from '../../access/roles.ts'
import { bodyOf, textIn } from '../../requests/body.ts'
import { openPairingOf } from './find.ts'

/** What the administrator compares with the screen before pairing it. */
export const lookEndpoint: Endpoint = {
  path: '/look',
  method: 'post',
  handler: async (req) => {
    requireAct(req, 'pairing.look')
    const found = await openPairingOf(req, textIn(await bodyOf(req), 'code', 40))
    return Response.json({ fingerprint: found.fingerprint, expiresAt: found.expiresAt })
  },
}
