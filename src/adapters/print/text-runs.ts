import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  PDFStream,
  type PDFPage,
} from 'pdf-lib'

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

const fontsOf = (page: PDFPage): ReadonlyMap<string, Glyphs> => {
  const fonts = page.node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict)
  return new Map(
    (fonts?.keys() ?? []).map((key) => {
      const cmap = fonts?.lookup(key, PDFDict).lookupMaybe(PDFName.of('ToUnicode'), PDFStream)
      return [key.asString(), cmap ? glyphsOf(textOf(cmap)) : new Map<number, string>()]
    }),
  )
}

const contentOf = (page: PDFPage): string => {
  const contents = page.node.Contents()
  if (contents instanceof PDFArray)
    return Array.from({ length: contents.size() }, (_, i) => textOf(contents.lookup(i, PDFStream))).join('\n')
  return contents ? textOf(contents) : ''
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

const unescaped = (text: string): string =>
  text.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) =>
    /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (ESCAPES[code] ?? code),
  )

const STRING = /\(((?:\\[\s\S]|[^\\()])*)\)|<([0-9a-fA-F]*)>/g

/** Two bytes a glyph, as all subset fonts of the engine have. */
const words = (shown: string, glyphs: Glyphs): string => {
  let text = ''
  for (const [, literal, hex = ''] of shown.matchAll(STRING)) {
    const bytes = literal === undefined ? Buffer.from(hex, 'hex').toString('latin1') : unescaped(literal)
    for (let i = 0; i + 1 < bytes.length; i += 2)
      text += glyphs.get(bytes.charCodeAt(i) * 256 + bytes.charCodeAt(i + 1)) ?? ''
  }
  return text
}

const runsOf = (page: PDFPage): readonly string[] => {
  const fonts = fontsOf(page)
  return [...contentOf(page).matchAll(/\bBT\b([\s\S]*?)\bET\b/g)].map(([, body = '']) => {
    const font = /(\/[^\s]+)\s+[-\d.]+\s+Tf/.exec(body)?.[1] ?? ''
    return words(body.slice(body.indexOf(' Tf')), fonts.get(font) ?? new Map())
  })
}

export const textRuns = async (pdf: Uint8Array): Promise<readonly string[]> => {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  return document.getPages().flatMap(runsOf)
}
