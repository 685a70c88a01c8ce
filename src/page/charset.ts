import type { FontName, Page } from '../model/page.ts'

/** Characters that pages draw in a font, each once, in code point order: what a font subset must hold. */
export const charactersOf = (pages: readonly Page[], font: FontName): string => {
  const found = new Set<string>()
  for (const page of pages)
    for (const op of page.ops)
      if (op.op === 'text' && op.font === font)
        for (const character of op.text) if (character !== ' ') found.add(character)
  return [...found].toSorted((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0)).join('')
}
