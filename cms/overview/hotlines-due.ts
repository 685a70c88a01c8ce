import type { Payload, TypedUser } from 'payload'
import { hotlineDueIn } from '../../src/poster/hotline-due.ts'
import { mayRows } from '../access/roles.ts'
import { ports } from '../base/ports.ts'
import { rowsOf } from '../records/rows.ts'

type Row = {
  readonly id: string
  readonly number?: string | null
  readonly label?: string | null
  readonly verifiedOn?: string | null
  readonly confirmBy?: string | null
}

/** A number to confirm anew: `days` until it counts as long unconfirmed, 0 or less where it does. */
export type DueHotline = {
  readonly id: string
  readonly number: string
  readonly label: string
  readonly confirmBy: string
  readonly days: number
}

/**
 * For whoever keeps the numbers all that are due, for who is named on one that one; the most pressing first (DESK-91).
 * Nothing for who may not read them.
 */
export const readDueHotlines = async ({
  payload,
  user,
}: {
  readonly payload: Payload
  readonly user: TypedUser
}): Promise<readonly DueHotline[]> => {
  if (!mayRows(user, 'hotlines', 'read')) return []
  const keeps = mayRows(user, 'hotlines', 'update')
  const rows = await rowsOf<Row>(payload, 'hotlines', {
    only: ['number', 'label', 'verifiedOn', 'confirmBy'],
  })
  const now = ports().now()
  return rows
    .flatMap(({ id, number, label, verifiedOn, confirmBy }) => {
      const verifiedAt = Date.parse(verifiedOn ?? '')
      const days = hotlineDueIn(Number.isNaN(verifiedAt) ? null : verifiedAt, now)
      const isHis = keeps || (confirmBy ?? '').trim() === user.name
      if (days === null || !isHis) return []
      return [{ id: String(id), number: number ?? '', label: label ?? '', confirmBy: confirmBy ?? '', days }]
    })
    .toSorted((a, b) => a.days - b.days || a.number.localeCompare(b.number))
}
