import type { Sha256 } from '../../src/model/ids.ts'
import type { Programme } from '../../src/model/programme.ts'

/** Everything a programme names beside its own text: fonts first, since every page waits for them. */
export const namedBy = (programme: Programme): readonly Sha256[] => {
  const names = programme.fonts.map((font) => font.sha256).concat(Object.keys(programme.assets) as Sha256[])
  return names.filter((name, i) => names.indexOf(name) === i)
}

/** What is still to be fetched, in the order of need. */
export const missingOf = (programme: Programme, has: (name: Sha256) => boolean): readonly Sha256[] =>
  namedBy(programme).filter((name) => !has(name))
