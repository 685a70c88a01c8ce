import { sameValue, type Row } from './values.ts'

/** What a write says it was made from. */
export type Statement = {
  /** The value each written field had when the writer began; a field it does not name was empty. */
  readonly madeFrom?: Row
  /** `updatedAt` of the row as the writer read it. */
  readonly updatedAt?: string
}

export type Merged = {
  /** Fields the writer left alone and another changed: what stands stays. */
  readonly kept: readonly string[]
  /** Fields both changed, each to something else. */
  readonly conflicts: readonly string[]
}

/** Nobody can tell who changed a field that differs from what stands when all that was said is an older instant. */
const fateOf = (name: string, mine: Row, theirs: Row, { madeFrom, updatedAt }: Statement) => {
  if (sameValue(mine[name], theirs[name])) return 'same'
  if (madeFrom) {
    if (sameValue(mine[name], madeFrom[name])) return 'kept'
    return sameValue(madeFrom[name], theirs[name]) ? 'mine' : 'conflict'
  }
  return updatedAt === undefined || updatedAt === theirs['updatedAt'] ? 'mine' : 'conflict'
}

/** Three ways by field: what was begun from, what is written, what stands by now (CMS-83). */
export const merge = (fields: readonly string[], mine: Row, theirs: Row, statement: Statement): Merged => {
  const fates = fields
    .filter((name) => mine[name] !== undefined)
    .map((name) => [name, fateOf(name, mine, theirs, statement)] as const)
  const of = (fate: string) => fates.filter(([, is]) => is === fate).map(([name]) => name)
  return { kept: of('kept'), conflicts: of('conflict') }
}
