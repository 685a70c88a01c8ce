import { LRUCache } from 'lru-cache'
import { canonicalJson } from '../../src/programme/canonical.ts'
import type { Instant } from '../../src/model/ids.ts'
import type { RecordBodies } from '../../src/signed/records.ts'
import type { RecordKind } from '../../src/signed/list.ts'
import { keptOn } from '../base/kept-on.ts'
import { ports } from '../base/ports.ts'

/** Signatures remembered at most, more than the rows of a town in use; then those asked for last stay (I10). */
const MOST_KNOWN = 20_000

/**
 * Whether a signature of the town holds; `at` is the time the row itself claims, null where it has none. One that held
 * is remembered: the town is read at every change, and the same signature over the same bytes cannot stop holding.
 */
export const signatureHolds = <Kind extends RecordKind>(
  kind: Kind,
  body: RecordBodies[Kind],
  signature: string,
  at: Instant | null,
): boolean => {
  const world = ports()
  const held = keptOn(world, 'signatures-that-held', () => new LRUCache<string, true>({ max: MOST_KNOWN }))
  const name = `${kind} ${String(at)} ${signature} ${canonicalJson(body)}`
  if (held.get(name)) return true
  if (!world.signed(kind, body, signature, at)) return false
  held.set(name, true)
  return true
}
