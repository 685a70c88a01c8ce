const DEPTH_LIMIT = 64
// A high surrogate without its low half, or a low one without its high half (no lookbehind: old browsers).
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/

const refuse = (path: string, what: string): never => {
  throw new TypeError(`No canonical JSON for ${path || 'the value'}: ${what}`)
}

const textOf = (value: string, path: string): string => {
  if (LONE_SURROGATE.test(value)) refuse(path, 'a lone surrogate')
  return JSON.stringify(value)
}

const listOf = (value: readonly unknown[], path: string, depth: number): string => {
  const parts: string[] = []
  // Read by index, so that a hole is seen and refused.
  for (let i = 0; i < value.length; i++) parts.push(write(value[i], `${path}[${i}]`, depth))
  return `[${parts.join(',')}]`
}

const recordOf = (value: Readonly<Record<string, unknown>>, path: string, depth: number): string => {
  if (Object.prototype.toString.call(value) !== '[object Object]') refuse(path, 'not a plain object')
  const keys = Object.keys(value)
  // The default sort compares UTF-16 units, which is what RFC 8785 asks for.
  keys.sort()
  const parts = keys.map(
    (key) => `${textOf(key, path)}:${write(value[key], path ? `${path}.${key}` : key, depth)}`,
  )
  return `{${parts.join(',')}}`
}

const write = (value: unknown, path: string, depth: number): string => {
  if (depth > DEPTH_LIMIT) return refuse(path, `nested deeper than ${DEPTH_LIMIT}`)
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return textOf(value, path)
  if (typeof value === 'number') return isFinite(value) ? String(value) : refuse(path, String(value))
  if (Array.isArray(value)) return listOf(value, path, depth + 1)
  if (typeof value === 'object') return recordOf(value as Record<string, unknown>, path, depth + 1)
  return refuse(path, typeof value)
}

/**
 * Canonical JSON after RFC 8785: equal values give equal text on every machine, so a digest of it is a name.
 * Throws TypeError on undefined, NaN, infinities, lone surrogates, functions, dates, maps and nesting over 64.
 */
export const canonicalJson = (value: unknown): string => write(value, '', 0)
