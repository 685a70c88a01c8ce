import { refuse } from '../../errors/refusal.ts'

/**
 * What a template's source may not hold. Packages would be fetched from the network (facts: posters 4); `eval` would
 * turn an editor's words into source, by its own name or out of `std`; plugins are foreign machine code.
 */
const FORBIDDEN: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/@[\w-]+\/[\w-]+/, '@'],
  [/\beval\b/, 'eval'],
  [/\bplugin\b/, 'plugin'],
  [/\bstd\b/, 'std'],
  [/\bsys\s*\.\s*(?!inputs\b)/, 'sys'],
  [/["'`](?:[^"'`\n]*\/)?\.\.\//, '..'],
  [/["'`](?:https?|file|ftp):/i, 'https:'],
]

/** Throws TEMPLATE_FORBIDDEN naming the file, its line and what is there. */
export const lintTemplate = (name: string, source: string): void => {
  for (const [line, text] of source.split('\n').entries())
    for (const [pattern, word] of FORBIDDEN)
      if (pattern.test(text))
        refuse('TEMPLATE_FORBIDDEN', { field: 'file', got: `${word} (${name}:${line + 1})` })
}
