import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFRawStream,
  PDFStream,
  type PDFDocument,
  type PDFPage,
} from './pdf-lib.ts'

/** The words of a finished page, one string for each run the engine drew in one go: a broken line is two runs. */

type Glyphs = ReadonlyMap<number, string>

const textOf = (stream: PDFStream): string =>
  stream instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1') : ''

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le')

const section = (text: string, name: string): readonly string[] =>
  [...text.matchAll(new RegExp(`begin${name}([\\s\\S]*?)end${name}`, 'g'))].map(([, body = '']) => body)

/** A font's ToUnicode map: glyph → text. */
const glyphsOf = (cmap: string): Glyphs => {
  const map = new Map<number, string>()
  for (const body of section(cmap, 'bfchar'))
    for (const [, from = '', to = ''] of body.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi))
      map.set(Number.parseInt(from, 16), utf16(to))
  for (const body of section(cmap, 'bfrange'))
    for (const [, low = '', high = '', to = ''] of body.matchAll(
      /<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi,
    )) {
      const first = Number.parseInt(low, 16)
      const start = utf16(to).codePointAt(0) ?? 0
      for (let glyph = first; glyph <= Number.parseInt(high, 16); glyph += 1)
        map.set(glyph, String.fromCodePoint(start + glyph - first))
    }
  return map
}

const fontsOf = (resources: PDFDict | undefined): ReadonlyMap<string, Glyphs> => {
  const fonts = resources?.lookupMaybe(PDFName.of('Font'), PDFDict)
  return new Map(
    (fonts?.keys() ?? []).map((key) => {
      const cmap = fonts?.lookup(key, PDFDict).lookupMaybe(PDFName.of('ToUnicode'), PDFStream)
      return [key.asString(), cmap ? glyphsOf(textOf(cmap)) : new Map<number, string>()]
    }),
  )
}

export const contentOf = (page: PDFPage): string => {
  const contents = page.node.Contents()
  if (contents instanceof PDFArray)
    return Array.from({ length: contents.size() }, (_, i) => textOf(contents.lookup(i, PDFStream))).join('\n')
  return contents ? textOf(contents) : ''
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** A literal string from behind its opening bracket; brackets in pairs stand in it unescaped. */
export const literalAt = (text: string, from: number): { readonly bytes: string; readonly end: number } => {
  let bytes = ''
  let depth = 1
  let at = from
  for (; at < text.length; at += 1) {
    const c = text.charAt(at)
    if (c === '\\') {
      const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))?.[0]
      const next = text.charAt(at + 1)
      bytes += octal ? String.fromCharCode(Number.parseInt(octal, 8)) : (ESCAPES[next] ?? next)
      at += octal ? octal.length : 1
      continue
    }
    depth += c === '(' ? 1 : c === ')' ? -1 : 0
    if (depth === 0) break
    bytes += c
  }
  return { bytes, end: at + 1 }
}

const TOKEN = /\(|<(?!<)([0-9a-fA-F\s]*)>|\/[^\s/[\]()<>]+|[A-Za-z'"*]+/y
const SKIP = /[^(</A-Za-z'"*]+|<</y

type Token = { readonly kind: 'bytes' | 'word'; readonly text: string }

const tokensOf = function* (content: string): Generator<Token> {
  let at = 0
  while (at < content.length) {
    TOKEN.lastIndex = at
    const [token, hex] = TOKEN.exec(content) ?? []
    if (token === '(') {
      const { bytes, end } = literalAt(content, at + 1)
      at = end
      yield { kind: 'bytes', text: bytes }
    } else if (token !== undefined) {
      at += token.length
      yield hex === undefined
        ? { kind: 'word', text: token }
        : { kind: 'bytes', text: Buffer.from(hex.replace(/\s/g, ''), 'hex').toString('latin1') }
    } else {
      SKIP.lastIndex = at
      at += SKIP.exec(content)?.[0].length ?? 1
    }
  }
}

/** Two bytes a glyph, as all subset fonts of the engine have. */
const words = (bytes: string, glyphs: Glyphs | undefined): string => {
  let text = ''
  for (let i = 0; i + 1 < bytes.length; i += 2)
    text += glyphs?.get(bytes.charCodeAt(i) * 256 + bytes.charCodeAt(i + 1)) ?? ''
  return text
}

const runsIn = (content: string, resources: PDFDict | undefined): readonly string[] => {
  const fonts = fontsOf(resources)
  const runs: string[] = []
  let font: Glyphs | undefined
  let run = ''
  for (const { kind, text } of tokensOf(content)) {
    if (kind === 'bytes') run += words(text, font)
    else if (text.startsWith('/')) font = fonts.get(text) ?? font
    else if (text === 'BT') run = ''
    else if (text === 'ET') runs.push(run)
  }
  return runs
}

/** Drawings within drawings, and patterns: words stand in them as well. */
const drawnIn = (resources: PDFDict | undefined): readonly PDFRawStream[] =>
  (['XObject', 'Pattern'] as const).flatMap((kind) => {
    const named = resources?.lookupMaybe(PDFName.of(kind), PDFDict)
    return (named?.keys() ?? [])
      .map((key) => named?.lookup(key))
      .filter((drawn) => drawn instanceof PDFRawStream)
      .filter(({ dict }) => dict.get(PDFName.of('Subtype')) !== PDFName.of('Image'))
  })

const nestedRuns = (resources: PDFDict | undefined, seen: Set<PDFRawStream>): readonly string[] =>
  drawnIn(resources).flatMap((drawn) => {
    if (seen.has(drawn)) return []
    seen.add(drawn)
    const own = drawn.dict.lookupMaybe(PDFName.of('Resources'), PDFDict)
    return [...runsIn(textOf(drawn), own), ...nestedRuns(own, seen)]
  })

const runsOf = (page: PDFPage): readonly string[] => {
  const resources = page.node.Resources()
  return [...runsIn(contentOf(page), resources), ...nestedRuns(resources, new Set())]
}

/** Page by page. */
export const textRuns = (document: PDFDocument): readonly (readonly string[])[] =>
  document.getPages().map(runsOf)
