import type { Endpoint } from 'payload'
import { requireAct } from '../access/roles.ts'
import { loadStarter } from '../starter/load.ts'
import { shippedPictures } from '../starter/pictures.ts'

/** 装入起步内容: 201 where it made drafts, 200 where there was nothing more to make (SEED-10). */
export const starterEndpoint: Endpoint = {
  path: '/starter',
  method: 'post',
  handler: async (req) => {
    requireAct(req, 'starter.load')
    const loaded = await loadStarter(req.payload, req.user ?? undefined, shippedPictures)
    return Response.json(loaded, { status: loaded.contents > 0 ? 201 : 200 })
  },
}
