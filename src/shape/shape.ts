/**
 * Checks for plain values of JSON: from a wire, a disk, or a file somebody wrote. Each returns the value it was asked
 * for or throws `Misfit`; the rooms that use them say it in their own words. Written for size and for browsers of 2016.
 */
export type Read<T> = (value: unknown, path: string) => T

/** A number between bounds, one of a list, so many entries, an object, a member that has no place, or (`that`) a sentence. */
export type Kind =
  | 'text'
  | 'number'
  | 'whole number'
  | 'true or false'
  | 'one'
  | 'list'
  | 'object'
  | 'like'
  | 'unknown member'
  | 'that'

export class Misfit extends Error {
  /** `loops[0][1].page`; empty for the value itself. */
  declare readonly path: string
  /** What stands there; undefined where nothing does. */
  declare readonly value: unknown
  /** What was wanted in its place. */
  declare readonly kind: Kind
  /** The bounds of it, the list it was to be of, or words for it. */
  declare readonly bounds: readonly unknown[]

  constructor(path: string, value: unknown, kind: Kind, bounds: readonly unknown[]) {
    super(path)
    Object.assign(this, { path, value, kind, bounds })
  }
}

const must = <T>(
  ok: boolean,
  value: unknown,
  path: string,
  kind: Kind,
  bounds: readonly unknown[] = [],
): T => {
  if (!ok) throw new Misfit(path, value, kind, bounds)
  return value as T
}

export const misfit = (path: string, value: unknown, kind: Kind, ...bounds: readonly unknown[]): never =>
  must<never>(false, value, path, kind, bounds)

const EXACT = 9007199254740991

/** A string of at most `most` UTF-16 units that matches `pattern`. */
export const text =
  <T extends string = string>(most: number, pattern?: RegExp): Read<T> =>
  (value, path) =>
    must(
      typeof value === 'string' && value.length <= most && (!pattern || pattern.test(value)),
      value,
      path,
      'text',
    )

export const filled: Read<string> = (value, path) =>
  must(typeof value === 'string' && value !== '', value, path, 'text')

/** A string like this; `words` say it to whoever wrote another. */
export const matches =
  (pattern: RegExp, ...words: readonly string[]): Read<string> =>
  (value, path) =>
    must(typeof value === 'string' && pattern.test(value), value, path, 'like', words)

export const finite: Read<number> = (value, path) =>
  must(typeof value === 'number' && isFinite(value), value, path, 'number')

/** From `least` up, exact in a double. */
export const whole =
  (least = -EXACT): Read<number> =>
  (value, path) =>
    must(
      typeof value === 'number' && value % 1 === 0 && value >= least && value <= EXACT,
      value,
      path,
      'whole number',
    )

/** A number between two bounds, which are told. */
export const within =
  (least: number, most: number, kind: 'number' | 'whole number' = 'number'): Read<number> =>
  (value, path) =>
    must(
      typeof value === 'number' && value >= least && value <= most && (kind === 'number' || value % 1 === 0),
      value,
      path,
      kind,
      [least, most],
    )

export const truth: Read<boolean> = (value, path) =>
  must(typeof value === 'boolean', value, path, 'true or false')

export const oneOf =
  <T>(all: readonly T[]): Read<T> =>
  (value, path) =>
    must(all.indexOf(value as T) >= 0, value, path, 'one', all)

export const orNull =
  <T>(read: Read<T>): Read<T | null> =>
  (value, path) =>
    value === null ? null : read(value, path)

/** Absent stays absent. */
export const optional =
  <T>(read: Read<T>): Read<T | undefined> =>
  (value, path) =>
    value === undefined ? undefined : read(value, path)

/** The list itself, each entry read. */
export const list =
  <T>(read: Read<T>, least = 0, most = 1e6): Read<readonly T[]> =>
  (value, path) => {
    const ok = Array.isArray(value) && value.length >= least && value.length <= most
    const entries = must<readonly T[]>(ok, value, path, 'list', [least, most])
    entries.forEach((entry, i) => read(entry, `${path}[${i}]`))
    return entries
  }

type Plain = Readonly<Record<string, unknown>>

const object = (value: unknown, path: string): Plain =>
  must(typeof value === 'object' && value !== null && !Array.isArray(value), value, path, 'object')

const has = (value: object, name: string): boolean => Object.prototype.hasOwnProperty.call(value, name)

const below = (path: string, name: string): string => (path ? `${path}.${name}` : name)

/** The object itself; every name is read as `key` at the object's own path, every member by `read`. */
export const mapOf =
  <T>(key: Read<unknown>, read: Read<T>): Read<Readonly<Record<string, T>>> =>
  (value, path) => {
    const map = object(value, path)
    for (const name of Object.keys(map)) {
      key(name, path)
      read(map[name], below(path, name))
    }
    return map as Readonly<Record<string, T>>
  }

/**
 * The object itself, with every member of T by its reader; those in `optional` may be absent, and one that is not named
 * is refused: a misspelt one must not silently mean nothing.
 */
export const exact =
  <T>(
    members: { readonly [K in keyof T]-?: Read<unknown> },
    optional: readonly (keyof T & string)[] = [],
  ): Read<T> =>
  (value, path) => {
    const given = object(value, path)
    const known = members as Readonly<Record<string, Read<unknown>>>
    for (const name of Object.keys(given))
      if (!has(known, name)) misfit(below(path, name), given[name], 'unknown member')
    for (const name of Object.keys(known)) {
      const there = has(given, name)
      if (there || (optional as readonly string[]).indexOf(name) < 0)
        known[name]?.(there ? given[name] : undefined, below(path, name))
    }
    return given as T
  }

type Members = Readonly<Record<string, Read<unknown>>>
type Optionals<M extends Members> = {
  [K in keyof M]: undefined extends ReturnType<M[K]> ? K : never
}[keyof M]
type Shaped<M extends Members> = {
  readonly [K in Exclude<keyof M, Optionals<M>>]: ReturnType<M[K]>
} & { readonly [K in Optionals<M>]?: Exclude<ReturnType<M[K]>, undefined> }

/** A new object of these members; others are dropped, so that a newer peer may say more (I16). */
export const record =
  <M extends Members>(members: M): Read<Shaped<M>> =>
  (value, path) => {
    const given = object(value, path)
    const out: Record<string, unknown> = {}
    for (const name of Object.keys(members)) {
      const member = members[name]!(given[name], below(path, name))
      if (member !== undefined) out[name] = member
    }
    return out as Shaped<M>
  }
