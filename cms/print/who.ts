import type { PayloadRequest } from 'payload'
import { refuse } from '../../src/errors/refusal.ts'
import { ROLES } from '../../src/model/people.ts'
import { hasRole, requireRole, unitOf } from '../access/roles.ts'
import type { User } from '../payload-types.ts'

/** Everybody with a role prints for his own unit. */
export const requirePrinter = (req: PayloadRequest): User => requireRole(req, ...ROLES)

export const printsForAll = (user: PayloadRequest['user']): boolean =>
  hasRole(user, 'operator', 'administrator')

export const printsFor = (user: PayloadRequest['user'], unit: string): boolean =>
  hasRole(user, ...ROLES) && (printsForAll(user) || unitOf(user) === unit)

/** PST-2: refuses PRINT_OTHER_UNIT. */
export const refuseOtherUnit = (user: PayloadRequest['user'], unit: string, field = 'unit'): void => {
  if (!printsFor(user, unit)) refuse('PRINT_OTHER_UNIT', { field })
}
