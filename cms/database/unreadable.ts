/** Where damaged rows stand: a collection, `<collection>/versions`, or `globals/<slug>`. */
export type RowSource = string
export type Unreadable = {
  readonly source: RowSource
  readonly id: string
  readonly fields: readonly string[]
}

/**
 * Damaged rows remembered at most (I10); more than this nobody mends by hand, and `/readyz` would be too long to
 * read.
 */
const MOST = 500
const SLOT = Symbol.for('silver-shield.unreadable')
type Known = Map<string, Unreadable>

/** On the adapter, of which there is one, where modules have a second copy in Next. */
const knownOf = (db: object): Known => {
  const held = db as { [SLOT]?: Known }
  return (held[SLOT] ??= new Map())
}

/** Notes what a reading of the row found, or that it found nothing: a mended row is forgotten. */
export const noteRow = (db: object, source: RowSource, id: string, fields: readonly string[]): void => {
  const known = knownOf(db)
  const name = `${source}/${id}`
  if (fields.length === 0) known.delete(name)
  else if (known.size < MOST) known.set(name, { source, id, fields })
}

/** The fields of a row that its last reading found damaged. */
export const damagedIn = (db: object, source: RowSource, id: string): readonly string[] =>
  knownOf(db).get(`${source}/${id}`)?.fields ?? []

export const unreadable = (db: object): readonly Unreadable[] => [...knownOf(db).values()]

export const forget = (db: object, { source, id }: Unreadable): void =>
  void knownOf(db).delete(`${source}/${id}`)
