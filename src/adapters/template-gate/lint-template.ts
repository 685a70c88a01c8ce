import { RefusalError, spokenRefusal, type Said } from '../../errors/refusal.ts'

type Forbidden = { readonly pattern: RegExp; readonly name: string; readonly why: Said }

/**
 * What a template's source may not hold. Packages would be fetched from the network (docs/decisions/0006); `eval` would
 * turn an editor's words into source, by its own name or out of `std`; plugins are foreign machine code; `sys` tells of
 * the machine, and its inputs are always empty.
 */
const FORBIDDEN: readonly Forbidden[] = [
  { pattern: /@[\w-]+\/[\w-]+/, name: '@', why: { zh: '外来的包', en: 'packages from outside' } },
  { pattern: /\beval\b/, name: 'eval', why: { zh: '会把文字当程序运行', en: 'runs words as a program' } },
  { pattern: /\bplugin\b/, name: 'plugin', why: { zh: '外来的程序', en: 'a foreign program' } },
  { pattern: /\bstd\b/, name: 'std', why: { zh: '能绕过这里的检查', en: 'leads round these checks' } },
  {
    pattern: /\bsys\s*\.\s*inputs\b/,
    name: 'sys.inputs',
    why: { zh: '里面是空的，内容请用 sheet-data', en: 'is empty; the words are in sheet-data' },
  },
  { pattern: /\bsys\b/, name: 'sys', why: { zh: '内容请用 sheet-data', en: 'the words are in sheet-data' } },
  {
    pattern: /["'`](?:[^"'`\n]*\/)?\.\.\//,
    name: '..',
    why: { zh: '通到外面的路径', en: 'a path that leads out' },
  },
  {
    pattern: /["'`](?:https?|file|ftp):/i,
    name: 'https:',
    why: { zh: '网址，模板不联网', en: 'an address; templates use no network' },
  },
]

/** Throws TEMPLATE_FORBIDDEN naming the file, its line, what is there and why it may not be. */
export const lintTemplate = (name: string, source: string): void => {
  for (const [i, text] of source.split('\n').entries()) {
    const found = FORBIDDEN.find(({ pattern }) => pattern.test(text))
    if (!found) continue
    const there = found.pattern.exec(text)?.[0].replace(/^["'`]/, '') ?? found.name
    const got = {
      zh: ` ${there}（${found.why.zh}），在 ${name} 第 ${i + 1} 行`,
      en: `${there} (${found.why.en}), ${name} line ${i + 1}`,
    }
    const machine = { field: 'file', got: `${found.name} (${name}:${i + 1})` }
    throw new RefusalError(spokenRefusal('TEMPLATE_FORBIDDEN', { got }, machine))
  }
}
