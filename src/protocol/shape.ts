/**
 * A handful of readers for plain JSON values. Each returns the value it was asked for or throws `Fault`; `decode.ts`
 * is the only door and turns a fault into a refusal. Written for size and for browsers of 2016: no library.
 */
export class Fault extends Error {
  readonly field: string
  constructor(field: string) {
    super(field)
    this.field = field
  }
}

export type Read<T> = (value: unknown, field: string) => T

const must = <T>(ok: boolean, value: unknown, field: string): T => {
  if (!ok) throw new Fault(field)
  return value as T
}

/** A string of at most `limit` UTF-16 units that matches `pattern`. */
export const text =
  <T extends string = string>(limit: number, pattern?: RegExp): Read<T> =>
  (value, field) =>
    must(
      typeof value === 'string' && value.length <= limit && (!pattern || pattern.test(value)),
      value,
      field,
    )

/** A whole number from `least` up, exact in a double. */
export const whole =
  (least = 0): Read<number> =>
  (value, field) =>
    must(
      typeof value === 'number' && value >= least && value <= 9007199254740991 && value % 1 === 0,
      value,
      field,
    )

export const finite: Read<number> = (value, field) =>
  must(typeof value === 'number' && isFinite(value), value, field)

export const yesNo: Read<boolean> = (value, field) => must(typeof value === 'boolean', value, field)

export const oneOf =
  <T>(all: readonly T[]): Read<T> =>
  (value, field) =>
    must(all.indexOf(value as T) >= 0, value, field)

export const orNull =
  <T>(read: Read<T>): Read<T | null> =>
  (value, field) =>
    value === null ? null : read(value, field)

/** Absent stays absent. */
export const optional =
  <T>(read: Read<T>): Read<T | undefined> =>
  (value, field) =>
    value === undefined ? undefined : read(value, field)

type Members = Readonly<Record<string, Read<unknown>>>
type Optionals<M extends Members> = {
  [K in keyof M]: undefined extends ReturnType<M[K]> ? K : never
}[keyof M]
type Shaped<M extends Members> = {
  readonly [K in Exclude<keyof M, Optionals<M>>]: ReturnType<M[K]>
} & { readonly [K in Optionals<M>]?: Exclude<ReturnType<M[K]>, undefined> }

/** An object with these members; others are dropped, so that a newer peer may say more (I16). */
export const record =
  <M extends Members>(members: M): Read<Shaped<M>> =>
  (value, field) => {
    must(typeof value === 'object' && value !== null && !Array.isArray(value), value, field)
    const out: Record<string, unknown> = {}
    for (const name of Object.keys(members)) {
      const member = members[name]!(
        (value as Record<string, unknown>)[name],
        field ? `${field}.${name}` : name,
      )
      if (member !== undefined) out[name] = member
    }
    return out as Shaped<M>
  }
