import type { PayloadRequest } from 'payload'
import type { Act, Operation, Rows } from '../../src/review/access.ts'
import type { Rights } from '../base/menu.ts'
import { isVillageOnly, mayAct, mayRows, watches } from './roles.ts'

/** What the menu asks of the table of access. */
export const rightsOf = (user: PayloadRequest['user']): Rights => ({
  may: (rows, operation) => mayRows(user, rows as Rows, operation as Operation),
  acts: (act) => mayAct(user, act as Act),
  isOfTown: !isVillageOnly(user),
  watches: watches(user),
})
