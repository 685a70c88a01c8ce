/** What of a submission somebody has looked at, kept in his browser: each look by its number. */
export type Looked = ReadonlySet<number>

/** How long a look must stand open before it is seen. */
export const STAY_MS = 1000

/** One person, one submission, the very pages: other pages under the same name begin anew. */
export const nameOf = (person: string, submission: string, digest: string): string =>
  `ss-looked ${person} ${submission} ${digest}`

/** What was kept, as far as it can be read: numbers of looks there are. */
export const readLooked = (kept: string | null, count: number): Looked => {
  try {
    const list: unknown = JSON.parse(kept ?? '[]')
    if (!Array.isArray(list)) return new Set()
    return new Set(list.filter((n): n is number => Number.isInteger(n) && n >= 0 && n < count))
  } catch {
    return new Set()
  }
}

export const writeLooked = (looked: Looked): string => JSON.stringify([...looked].toSorted((a, b) => a - b))

/** Why 通过 cannot be pressed yet; null when it can. `unanswered`: questions nobody has answered. */
export type Missing = { readonly looks: number; readonly unanswered: number } | null

export const missingOf = (looked: Looked, count: number, unanswered: number): Missing => {
  const looks = Math.max(0, count - looked.size)
  return count > 0 && looks === 0 && unanswered === 0 ? null : { looks, unanswered }
}

/** The next look nobody has seen, after `at` and round; `at` itself when there is none. */
export const nextUnseen = (looked: Looked, count: number, at: number): number => {
  for (let step = 1; step < count; step++) {
    const n = (at + step) % count
    if (!looked.has(n)) return n
  }
  return at
}
