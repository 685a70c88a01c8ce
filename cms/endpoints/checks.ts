import type { Endpoint } from 'payload'
import { requireAct } from '../access/roles.ts'
import { readTownPlainly } from '../workflow/checks.ts'

/** What the words of a form are checked against while they are typed. */
export const townEndpoint: Endpoint = {
  path: '/town',
  method: 'get',
  handler: async (req) => {
    requireAct(req, 'checks.read')
    return Response.json(await readTownPlainly(req))
  },
}
