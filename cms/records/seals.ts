import { ports, type Ports } from '../base/ports.ts'

/** Seals remembered at most, more than the rows of a town in use; then all are forgotten and verified anew (I10). */
const MOST = 20_000
const known = new WeakMap<Ports, Set<string>>()

/**
 * Whether a seal of the town holds. A seal that held is remembered: the town is read at every change, and the same
 * seal over the same text cannot stop holding.
 */
export const sealHolds = (domain: string, body: string, signature: string): boolean => {
  const world = ports()
  const held = known.get(world) ?? new Set()
  known.set(world, held)
  const name = `${domain}\n${signature}\n${body}`
  if (held.has(name)) return true
  if (!world.sealed(domain, body, signature)) return false
  if (held.size >= MOST) held.clear()
  held.add(name)
  return true
}
