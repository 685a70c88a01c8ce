import type { CollectionBeforeChangeHook, PayloadRequest, Where } from 'payload'
import { CHANGING_PEOPLE, changesPeople } from '../../access/roles.ts'
import { refuse } from '../../../src/errors/refusal.ts'

type Row = { leftTown?: unknown; roles?: readonly string[] | null }

const ADMINISTERS: Where = { roles: { in: [...CHANGING_PEOPLE] } }

/** Whether somebody else administers the town and may sign in. */
const hasAnother = async (req: PayloadRequest, id: unknown): Promise<boolean> => {
  const where: Where = { and: [ADMINISTERS, { leftTown: { not_equals: true } }, { id: { not_equals: id } }] }
  return (await req.payload.count({ collection: 'users', where, overrideAccess: true, req })).totalDocs > 0
}

const administers = ({ leftTown, roles }: Row): boolean => leftTown !== true && changesPeople(roles ?? [])

/** PPL-5: an account that is switched off keeps no session; the town is never left without who administers it. */
export const leaveTown: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  if (operation !== 'update') return data
  const before = originalDoc as Row & { id: unknown }
  const after: Row = { ...before, ...(data as Row) }
  if (administers(before) && !administers(after) && !(await hasAnother(req, before.id)))
    refuse('LAST_ADMINISTRATOR', { field: after.leftTown === true ? 'leftTown' : 'roles' })
  return after.leftTown === true ? { ...data, sessions: [] } : data
}
