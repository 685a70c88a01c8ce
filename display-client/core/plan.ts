import type { Sha256 } from '../../src/model/ids.ts'
import type { Programme } from '../../src/model/programme.ts'
import type { PlayerState } from './state.ts'

/** Longest body of an object whose length no signed head vouches for. */
export const UNNAMED_MOST = 16 * 1024 * 1024
/** Most bytes that are fetched on the word of a hint, which is not signed. */
const HINTED_MOST = 16 * UNNAMED_MOST

/** Everything a programme names beside its own text: fonts first, since every page waits for them. */
export const namedBy = (programme: Programme): readonly Sha256[] => {
  const names = programme.fonts.map((font) => font.sha256).concat(Object.keys(programme.assets) as Sha256[])
  return names.filter((name, i) => names.indexOf(name) === i)
}

/** What is still to be fetched, in the order of need. */
export const missingOf = (programme: Programme, has: (name: Sha256) => boolean): readonly Sha256[] =>
  namedBy(programme).filter((name) => !has(name))

/** Does a head that the town signed name this programme? */
export const vouchedFor = ({ active, pending }: PlayerState, programme: Sha256): boolean =>
  (active !== null && active.head.programme === programme) ||
  (pending !== null && pending.head.programme === programme)

/** Bytes at which a download of something the programme names is cut short (I10). */
export const mostOf = (programme: Programme, vouched: boolean, name: Sha256): number => {
  const entry = programme.assets[name]
  if (!entry) return UNNAMED_MOST
  return vouched ? entry.bytes : Math.min(entry.bytes, UNNAMED_MOST)
}

/** Is all of it little enough to be fetched before a signed head names it? */
export const modest = (programme: Programme): boolean =>
  namedBy(programme).reduce((sum, name) => sum + mostOf(programme, true, name), 0) <= HINTED_MOST
