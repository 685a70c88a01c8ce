import type { PayloadRequest } from 'payload'
import { refuse } from '../../../src/errors/refusal.ts'
import { ports } from '../../base/ports.ts'
import { rowsOf } from '../../records/rows.ts'
import { plainCode } from '../../playback/pairing-code.ts'
import { refuseTooMany, refuseWrong } from './tries.ts'

export type PairingRow = {
  readonly id: string
  readonly code: string
  readonly key: string
  readonly fingerprint: string
  readonly expiresAt: string
  readonly usedAt?: string | null
}

/** The open pairing a person typed the code of; refuses PAIRING_CODE_WRONG, PAIRING_CODE_USED, PAIRING_TOO_MANY. */
export const openPairingOf = async (req: PayloadRequest, typed: string): Promise<PairingRow> => {
  await refuseTooMany(req)
  const code = plainCode(typed)
  const rows = await rowsOf<PairingRow>(req.payload, 'pairings', {
    where: { code: { equals: code } },
    sort: '-expiresAt',
    limit: 1,
    req,
  })
  const row = rows[0]
  if (!row || code === '') return refuseWrong(req)
  if (row.usedAt) return refuse('PAIRING_CODE_USED', { field: 'code' })
  return Date.parse(row.expiresAt) > ports().now() ? row : refuseWrong(req)
}
