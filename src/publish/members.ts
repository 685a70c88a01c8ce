import type { ScreenId } from '../model/ids.ts'

const sets = new WeakMap<readonly ScreenId[], ReadonlySet<ScreenId>>()

/** A list of screens as a set, made once for each list: every word of a screen asks whether it is in one (I10). */
export const membersOf = (screens: readonly ScreenId[]): ReadonlySet<ScreenId> => {
  const found = sets.get(screens)
  if (found) return found
  const made = new Set(screens)
  sets.set(screens, made)
  return made
}
