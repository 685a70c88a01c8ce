import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AuditTail } from '../../../cms/audit/verify.ts'
import type { Witness } from '../../model/cluster.ts'
import { openWitness } from '../cluster/witness.ts'

const EMPTY: AuditTail = { seq: 0, hash: '0'.repeat(64) }
/** Only the last one counts; more would be read at each look (I10). */
const MOST_LINES = 200

const tailIn = (line: string): AuditTail | null => {
  try {
    const { seq, hash } = JSON.parse(line) as Partial<AuditTail>
    return typeof seq === 'number' && typeof hash === 'string' ? { seq, hash } : null
  } catch {
    return null
  }
}

/** What versions before wrote, one tail in place of the other. */
const olderIn = (dataDir: string): Promise<AuditTail | null> =>
  readFile(join(dataDir, 'audit-tail.json'), 'utf8').then(tailIn, () => null)

/** The end of the audit chain outside the database: rows cut off its end are seen too, after a restart as well. */
export type KeptTail = {
  readonly read: () => Promise<AuditTail>
  readonly keep: (tail: AuditTail) => Promise<void>
}

export const openKeptTail = (
  dataDir: string,
  witness: Witness = openWitness(join(dataDir, 'audit-tail.lines')),
): KeptTail => ({
  read: async () => {
    const tails = (await witness.replay()).map(tailIn).filter((tail) => tail !== null)
    return tails.at(-1) ?? (await olderIn(dataDir)) ?? EMPTY
  },
  keep: async ({ seq, hash }) => {
    const line = JSON.stringify({ seq, hash })
    const lines = await witness.replay()
    await (lines.length < MOST_LINES ? witness.append(line) : witness.restart([line]))
  },
})
