/** By page: true once it is drawn with all its pictures and fonts, false when something of it did not come. */
export type Drawn = ReadonlyMap<string, boolean>

export type Sight = 'loading' | 'broken' | 'whole'

/** DESK-7: only who sees every one of the `total` pages whole may pass them on. */
export const sightOf = (drawn: Drawn, total: number): Sight => {
  const told = [...drawn.values()]
  if (told.includes(false)) return 'broken'
  return total > 0 && told.length >= total ? 'whole' : 'loading'
}
