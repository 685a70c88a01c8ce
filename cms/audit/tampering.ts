import type { Payload } from 'payload'
import type { Refusal } from '../../src/errors/refusal.ts'
import { keptOn } from '../base/kept-on.ts'
import { appendAudit } from './append.ts'
import { localRequest } from '../records/transaction.ts'

/** Writes each refused row into the audit, once while the process runs: the town is read at every change. */
export const noteTampering = async (payload: Payload, refusals: readonly Refusal[]): Promise<void> => {
  const known = keptOn(payload, 'tampering', () => new Set<string>())
  for (const { code, hint } of refusals) {
    const name = `${code} ${hint ?? ''}`
    if (known.has(name)) continue
    known.add(name)
    await appendAudit(await localRequest(payload), { action: 'refused', subject: hint ?? code, detail: code })
  }
}
