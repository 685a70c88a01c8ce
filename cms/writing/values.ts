/** Fields of one row by name, as the API gives them. */
export type Row = Readonly<Record<string, unknown>>

/** What a form sends for an empty field differs from what a database gives back for it. */
const isBlank = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  value === false ||
  (Array.isArray(value) && value.length === 0)

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A linked row counts as its id, a date as its instant. */
const plain = (value: unknown): unknown => {
  if (value instanceof Date) return value.toISOString()
  return isRow(value) && 'id' in value && 'updatedAt' in value ? value['id'] : value
}

/** Whether two values of one field mean the same, whoever holds them: form, request or database. */
export const sameValue = (one: unknown, other: unknown): boolean => {
  const [a, b] = [plain(one), plain(other)]
  if (isBlank(a) || isBlank(b)) return isBlank(a) && isBlank(b)
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, i) => sameValue(item, b[i]))
  if (isRow(a) && isRow(b))
    return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => sameValue(a[name], b[name]))
  return a === b
}
