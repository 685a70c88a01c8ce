/** What stands released of some contents: what a screen would show of them, in the words that were signed. */
import type { Payload } from 'payload'
import type { Scope } from '../audit/decisions.ts'
import { ports } from '../base/ports.ts'
import { endingNow, readVerifiedReleases } from './release-status.ts'
import { wordsOf } from './verified.ts'

export type Standing = { readonly collection: string; readonly title: string }

/**
 * By content; missing is what was never issued, was withdrawn, is over, or cannot be vouched for. The collection is that
 * of the signed words, not of the row.
 */
export const readStanding = async (
  payload: Payload,
  contents: readonly string[],
  req?: Scope['req'],
): Promise<ReadonlyMap<string, Standing>> => {
  if (contents.length === 0) return new Map()
  const releases = await readVerifiedReleases(payload, { contents, ...(req && { req }) })
  const live = releases.rows.filter((row) => releases.endingOf(row) === null)
  const words = await wordsOf(payload, live, req)
  const { kinds, now: clock } = ports()
  const now = clock()
  return new Map(
    live.flatMap((row) => {
      const frozen = words.get(row.id)
      if (!frozen || endingNow(null, frozen.validUntil, now)) return []
      const kind = kinds.of(frozen.body)
      return [
        [String(row.content.value), { collection: kind.collection, title: kind.title(frozen.body) }] as const,
      ]
    }),
  )
}
