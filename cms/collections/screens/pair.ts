import type { PayloadRequest } from 'payload'
import { refuse } from '../../../src/errors/refusal.ts'
import type { ScreenId } from '../../../src/model/ids.ts'
import { requireAct } from '../../access/roles.ts'
import { announce } from '../../base/announce.ts'
import { inTransaction } from '../../records/transaction.ts'
import { appendAudit } from '../../audit/append.ts'
import { ports } from '../../base/ports.ts'
import { rowsOf } from '../../records/rows.ts'
import { plainFingerprint } from '../../playback/pairing-code.ts'
import { openPairingOf } from '../pairings/find.ts'

export type Paired = { readonly screen: string; readonly fingerprint: string; readonly pairedAt: string }
type Keyed = { readonly id: string; readonly key?: string | null }

const write = (
  req: PayloadRequest,
  collection: 'screens' | 'pairings',
  id: string,
  data: Record<string, unknown>,
) => req.payload.db.updateOne({ collection, id, data, req })

const unlink = async (req: PayloadRequest, { id: screen, key }: Keyed): Promise<void> => {
  await write(req, 'screens', screen, { key: null, fingerprint: null, pairedAt: null, report: null })
  await appendAudit(req, { action: 'screen.unpair', subject: `screens/${screen}` })
  await announce(req, { kind: 'unpaired', screen: screen as ScreenId, key: key ?? null })
}

const screenOf = async (req: PayloadRequest, id: string): Promise<Keyed> =>
  (await rowsOf<Keyed>(req.payload, 'screens', { where: { id: { equals: id } }, limit: 1, req }))[0] ??
  refuse('SCREEN_UNKNOWN')

/**
 * Gives the device that shows `code` to the screen. `fingerprint` is what the person saw on the device; one device is
 * one screen, so the screen it was before, and the device this screen had before, are let go.
 */
export const pairScreen = async (
  req: PayloadRequest,
  id: string,
  code: string,
  fingerprint: string,
): Promise<Paired> => {
  requireAct(req, 'screen.pair')
  const screen = await screenOf(req, id)
  // Outside the transaction: a wrong code must stay counted when the pairing is refused.
  const found = await openPairingOf(req, code)
  if (plainFingerprint(fingerprint) !== plainFingerprint(found.fingerprint))
    refuse('FIELD_INVALID', { field: 'fingerprint', got: fingerprint })
  return inTransaction(req, async () => {
    const [again] = await rowsOf<{ usedAt?: string | null }>(req.payload, 'pairings', {
      where: { id: { equals: found.id } },
      limit: 1,
      req,
    })
    if (!again || again.usedAt) refuse('PAIRING_CODE_USED', { field: 'code' })
    const others = await rowsOf<Keyed>(req.payload, 'screens', { where: { key: { equals: found.key } }, req })
    for (const other of others) if (other.id !== id) await unlink(req, other)
    if (screen.key && screen.key !== found.key) await unlink(req, screen)
    const pairedAt = new Date(ports().now()).toISOString()
    await write(req, 'screens', id, { key: found.key, fingerprint: found.fingerprint, pairedAt })
    await write(req, 'pairings', found.id, { usedAt: pairedAt, screen: id })
    await appendAudit(req, { action: 'screen.pair', subject: `screens/${id}`, detail: found.fingerprint })
    await announce(req, { kind: 'paired', key: found.key, screen: id as ScreenId })
    return { screen: id, fingerprint: found.fingerprint, pairedAt }
  })
}

export const unpairScreen = async (req: PayloadRequest, id: string): Promise<{ readonly screen: string }> => {
  requireAct(req, 'screen.unpair')
  const screen = await screenOf(req, id)
  if (screen.key) await inTransaction(req, () => unlink(req, screen))
  return { screen: id }
}
