import type { Endpoint } from 'payload'
import { requireAct } from '../access/roles.ts'
import { readTownPlainly } from '../workflow/checks.ts'

/** What words are checked against in this town, for programs that write contents. */
export const townEndpoint: Endpoint = {
  path: '/town',
  method: 'get',
  handler: async (req) => {
    requireAct(req, 'checks.read')
    return Response.json(await readTownPlainly(req))
  },
}
