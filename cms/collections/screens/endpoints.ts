import type { Endpoint, PayloadRequest } from 'payload'
import { refuse } from '../../../src/errors/refusal.ts'
import type { Instant, ScreenId } from '../../../src/model/ids.ts'
import { mayAct } from '../../access/roles.ts'
import { ports } from '../../base/ports.ts'
import { readInstant } from '../../../src/time/index.ts'
import { bodyOf, idIn, textIn } from '../../requests/body.ts'
import { pairScreen, unpairScreen } from './pair.ts'

/** `?at=` as an instant; now when it is missing. */
const instantIn = (req: PayloadRequest): Instant => {
  const at = new URL(req.url ?? '', 'http://x').searchParams.get('at')
  if (at === null || at === '') return ports().now()
  // A plus sign in an unescaped query reads as a space.
  return readInstant(at.replace(' ', '+')) ?? refuse('INSTANT_INVALID', { field: 'at', got: at.slice(0, 40) })
}

export const screenEndpoints: Endpoint[] = [
  {
    path: '/:id/pair',
    method: 'post',
    handler: async (req) => {
      const body = await bodyOf(req)
      const [code, fingerprint] = [textIn(body, 'code', 40), textIn(body, 'fingerprint', 80)]
      return Response.json(await pairScreen(req, idIn(req), code, fingerprint))
    },
  },
  {
    path: '/:id/unpair',
    method: 'post',
    handler: async (req) => Response.json(await unpairScreen(req, idIn(req))),
  },
  {
    path: '/:id/timeline',
    method: 'get',
    handler: async (req) => {
      if (!req.user) refuse('NOT_SIGNED_IN')
      if (!mayAct(req.user, 'screen.timeline')) refuse('NOT_ALLOWED')
      return Response.json(await ports().timeline(idIn(req) as ScreenId, instantIn(req)))
    },
  },
]
