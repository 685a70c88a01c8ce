import type { PayloadRequest } from 'payload'
import { refuse } from '../../src/errors/refusal.ts'
import { mayActFor, mayActForAll, requireAct } from '../access/roles.ts'
import type { User } from '../payload-types.ts'

/** Whoever writes anything here prints for his own unit; a supervisor does not (PPL-7). */
export const requirePrinter = (req: PayloadRequest): User => requireAct(req, 'print.sheet')

export const printsForAll = (user: PayloadRequest['user']): boolean => mayActForAll(user, 'print.villages')

export const printsFor = (user: PayloadRequest['user'], unit: string): boolean =>
  mayActFor(user, 'print.sheet', unit)

/** PST-2: refuses PRINT_OTHER_UNIT. */
export const refuseOtherUnit = (user: PayloadRequest['user'], unit: string, field = 'unit'): void => {
  if (!printsFor(user, unit)) refuse('PRINT_OTHER_UNIT', { field })
}
