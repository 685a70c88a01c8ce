/** Characters a font has, as the engine tells: lengths of runs that are by turns outside and inside, from 0. */
export const coverageOf = (info: unknown): ReadonlySet<number> => {
  const faces = (info as { info?: readonly { coverage?: readonly number[] }[] }).info ?? []
  const known = new Set<number>()
  for (const { coverage = [] } of faces) {
    let at = 0
    coverage.forEach((length, i) => {
      if (i % 2 === 1) for (let code = at; code < at + length; code += 1) known.add(code)
      at += length
    })
  }
  return known
}

// Characters that are never drawn: controls, spaces of no width, joiners, variation selectors.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFE00-\uFE0F]/u

const stringsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : value !== null && typeof value === 'object'
      ? Object.values(value).flatMap(stringsIn)
      : []

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Characters of the words in `inputs` (JSON or plain) that one of the faces lacks, each once. */
export const charactersMissing = (
  inputs: Readonly<Record<string, string>>,
  faces: readonly ReadonlySet<number>[],
): readonly string[] => {
  const used = new Set(Object.values(inputs).flatMap((text) => [...stringsIn(parsed(text)).join('')]))
  return [...used].filter(
    (character) => !UNSEEN.test(character) && !faces.every((face) => face.has(character.codePointAt(0) ?? 0)),
  )
}
