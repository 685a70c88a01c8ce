import type { Instant, Sha256 } from '../model/ids.ts'
import { nameOf } from '../wire/names.ts'
import { WITHDRAWN, WITHDRAWN_MOST, type Withdrawal, type WithdrawnSet } from '../wire/papers.ts'
import type { Secrets } from '../wire/secrets.ts'

type Hash = Pick<Secrets, 'hash'>

/** All that was ever withdrawn here under this k, with its name. */
export type Withdrawn = WithdrawnSet & { readonly root: Sha256 }

type Said = Pick<WithdrawnSet, 'entries' | 'floor'>
type Fault = 'WITHDRAWN_INVALID' | 'WITHDRAWN_FULL'

const EDITIONS_AHEAD = 1_000

const named = ({ entries, floor, k }: WithdrawnSet, secrets: Hash): Withdrawn => ({
  entries,
  floor,
  k,
  root: nameOf(WITHDRAWN.write({ entries, floor, k }), secrets),
})

export const nothingWithdrawn = (k: number, secrets: Hash): Withdrawn =>
  named({ entries: [], floor: 0, k }, secrets)

/** The place of a content among sorted entries, or where it would stand. */
const placeOf = (entries: readonly Withdrawal[], content: string): number => {
  let [from, until] = [0, entries.length]
  while (from < until) {
    const middle = (from + until) >> 1
    if (entries[middle]![0] < content) from = middle + 1
    else until = middle
  }
  return from
}

const entryOf = (entries: readonly Withdrawal[], content: string): Withdrawal | null => {
  const entry = entries[placeOf(entries, content)]
  return entry && entry[0] === content ? entry : null
}

/** Is an item of a loop withdrawn? */
export const isWithdrawn = (
  { entries, floor }: Said,
  content: string,
  edition: number,
  issuedAt: Instant,
): boolean => {
  const entry = entryOf(entries, content)
  return issuedAt < floor || (entry !== null && edition <= entry[1])
}

/** What bounds a word of withdrawals: nobody withdraws the future, or editions that cannot be there yet. */
export type Bounds = {
  /** The instant of the head it came with. */
  readonly until: Instant
  /** The highest edition of a content that is known here; 0 where none is. */
  readonly editionOf: (content: string) => number
}

/** Of two words on one content all that either withdraws: whatever comes first, the same is left. */
const higher = ([content, edition, issuedAt]: Withdrawal, other: Withdrawal | null): Withdrawal =>
  other ? [content, Math.max(edition, other[1]), Math.max(issuedAt, other[2])] : [content, edition, issuedAt]

const same = (a: Withdrawal, b: Withdrawal | null): boolean => b !== null && a[1] === b[1] && a[2] === b[2]

/**
 * The union of what is held and what was said (TRU-7). One wrong entry is left out, not the rest with it; what the floor
 * covers needs no entry, so both ends come to one root.
 */
export const unite = (
  held: Withdrawn,
  said: Said,
  { until, editionOf }: Bounds,
  secrets: Hash,
): { readonly withdrawn: Withdrawn; readonly fault: Fault | null } => {
  let fault: Fault | null = said.floor > until ? 'WITHDRAWN_INVALID' : null
  const floor = fault ? held.floor : Math.max(held.floor, said.floor)
  const kept = new Map<string, Withdrawal>()
  for (const entry of held.entries) if (entry[2] >= floor) kept.set(entry[0], entry)
  let changed = floor !== held.floor
  for (const entry of said.entries) {
    const [content, edition, issuedAt] = entry
    const before = kept.get(content) ?? null
    const known = Math.max(editionOf(content), before ? before[1] : 0)
    const joint = higher(entry, before)
    if (issuedAt > until || edition > known + EDITIONS_AHEAD) fault = fault ?? 'WITHDRAWN_INVALID'
    else if (joint[2] >= floor && !same(joint, before)) {
      if (before || kept.size < WITHDRAWN_MOST) {
        kept.set(content, joint)
        changed = true
      } else fault = 'WITHDRAWN_FULL'
    }
  }
  if (!changed) return { withdrawn: held, fault }
  const entries: Withdrawal[] = []
  kept.forEach((entry) => entries.push(entry))
  entries.sort((a, b) => (a[0] < b[0] ? -1 : 1))
  return { withdrawn: named({ entries, floor, k: held.k }, secrets), fault }
}

/** Is all of a set withdrawn here too? */
export const holdsAll = (held: Said, { entries, floor }: Said): boolean =>
  held.floor >= floor &&
  entries.every(([content, edition, issuedAt]) => isWithdrawn(held, content, edition, issuedAt))

/** Entries that another set lacks, from behind a content on. */
export const beyond = (held: Said, other: Said, after: string | null): readonly Withdrawal[] =>
  held.entries.filter(
    ([content, edition, issuedAt]) =>
      (after === null || content > after) && !isWithdrawn(other, content, edition, issuedAt),
  )
