/**
 * Checks for values that came over a wire or from a disk. A check throws `Malformed` and returns nothing: the value
 * was just made by JSON.parse, nobody else holds it, and checking in place keeps the player small.
 */
export type Check = (value: unknown, path: string) => void

export class Malformed extends Error {
  readonly path: string

  constructor(path: string, wants: string) {
    super(`${path || 'value'}: ${wants}`)
    this.path = path
  }
}

export const malformed = (path: string, wants: string): never => {
  throw new Malformed(path, wants)
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const matches =
  (pattern: RegExp, wants: string): Check =>
  (value, path) => {
    if (typeof value !== 'string' || !pattern.test(value)) malformed(path, wants)
  }

export const text: Check = (value, path) => {
  if (typeof value !== 'string' || value === '') malformed(path, 'text wanted')
}

export const finite: Check = (value, path) => {
  if (typeof value !== 'number' || !isFinite(value)) malformed(path, 'number wanted')
}

export const whole =
  (least = Number.MIN_SAFE_INTEGER): Check =>
  (value, path) => {
    if (!Number.isSafeInteger(value) || (value as number) < least) malformed(path, 'whole number wanted')
  }

export const truth: Check = (value, path) => {
  if (typeof value !== 'boolean') malformed(path, 'true or false wanted')
}

export const oneOf =
  (allowed: readonly unknown[]): Check =>
  (value, path) => {
    if (allowed.indexOf(value) < 0) malformed(path, `one of ${allowed.join(', ')} wanted`)
  }

export const orNull =
  (check: Check): Check =>
  (value, path) => {
    if (value !== null) check(value, path)
  }

export const list =
  (check: Check, least = 0, most = 1e6): Check =>
  (value, path) => {
    if (!Array.isArray(value) || value.length < least || value.length > most) {
      return malformed(path, `list of ${least} to ${most} wanted`)
    }
    value.forEach((item, i) => check(item, `${path}[${i}]`))
  }

export const record =
  (key: Check, check: Check): Check =>
  (value, path) => {
    if (!isRecord(value)) return malformed(path, 'object wanted')
    for (const name of Object.keys(value)) {
      key(name, path)
      check(value[name], `${path}.${name}`)
    }
  }

/** Every member of T by its check; members in `optional` may be absent; members not named are refused. */
export const shape =
  <T>(members: { readonly [K in keyof T]-?: Check }, optional: readonly (keyof T & string)[] = []): Check =>
  (value, path) => {
    if (!isRecord(value)) return malformed(path, 'object wanted')
    const at = (name: string): string => (path ? `${path}.${name}` : name)
    const known = members as Readonly<Record<string, Check>>
    for (const name of Object.keys(value)) {
      if (!Object.prototype.hasOwnProperty.call(known, name)) malformed(at(name), 'unknown member')
    }
    for (const name of Object.keys(known)) {
      const absent = !Object.prototype.hasOwnProperty.call(value, name)
      if (absent && (optional as readonly string[]).indexOf(name) >= 0) continue
      if (absent) malformed(at(name), 'missing')
      known[name]?.(value[name], at(name))
    }
  }
