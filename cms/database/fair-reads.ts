import type { BaseDatabaseAdapter, PayloadRequest } from 'payload'
import { turn } from '../base/turn.ts'

const READS = [
  'find',
  'findLean',
  'countLean',
  'findOne',
  'findGlobal',
  'findVersions',
  'findGlobalVersions',
  'findDistinct',
  'queryDrafts',
  'count',
  'countVersions',
  'countGlobalVersions',
] as const

type Args = { readonly req?: Partial<PayloadRequest> } | undefined
type Read = (args: Args) => Promise<unknown>

const FAIR = Symbol.for('silver-shield.fair-reads')

/**
 * The embedded database answers on this very thread, and its promises resolve without the event loop turning: ten pages
 * asked for at once, of dozens of reads each, would be one hold of seconds in which no screen is heard. So a turn of the
 * loop passes after each read. Not inside a transaction: it holds the one writer's turn, and others wait for it.
 */
export const readFairly = (db: BaseDatabaseAdapter): void => {
  const fair = db as BaseDatabaseAdapter & { [FAIR]?: true }
  if (fair[FAIR]) return
  fair[FAIR] = true
  const reads = db as unknown as Record<string, Read | undefined>
  for (const name of READS) {
    const original = reads[name]
    if (!original) continue
    reads[name] = async (args) => {
      const answer = await original.call(db, args)
      if (args?.req?.transactionID == null) await turn()
      return answer
    }
  }
}
