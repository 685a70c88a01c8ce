/** What the town asks, of whom. */
import type { PayloadRequest, Where } from 'payload'
import { FACTOR_ROLES, factorRule, needsFactor, type FactorRule } from '../../src/review/second-factor.ts'
import { endUnproven } from './sessions.ts'

export const ruleOf = async (req: PayloadRequest): Promise<FactorRule> => {
  const town = await req.payload.db.findGlobal<Record<string, unknown>>({ slug: 'town', req })
  return factorRule(town?.['secondFactor'])
}

export const isAsked = async (req: PayloadRequest, roles: readonly string[]): Promise<boolean> =>
  needsFactor(await ruleOf(req), roles)

/** When a town begins to ask: whoever it asks signs in anew (PPL-8). */
export const endUnprovenOfAll = async (req: PayloadRequest): Promise<void> => {
  const where: Where = { roles: { in: [...FACTOR_ROLES] } }
  const { docs } = await req.payload.db.find<{ id: string }>({
    collection: 'users',
    where,
    limit: 0,
    pagination: false,
    req,
  })
  for (const { id } of docs) await endUnproven(req, String(id))
}
