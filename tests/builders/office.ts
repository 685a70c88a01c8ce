/** Files as offices keep them, made by code. */
import { strToU8, zipSync } from 'fflate'
import writeExcelFile from 'write-excel-file/node'

type Cell = string | number | Date | null

/** A book of sheets; a day is a day of the calendar, as a person typed it. */
export const xlsxOf = async (
  ...sheets: readonly { readonly name: string; readonly rows: readonly (readonly Cell[])[] }[]
): Promise<Uint8Array> => {
  const cellOf = (value: Cell) => {
    if (value === null) return null
    if (value instanceof Date) return { value, type: Date, format: 'yyyy-mm-dd' }
    return typeof value === 'number' ? { value, type: Number } : { value, type: String }
  }
  const made = await writeExcelFile(
    sheets.map(({ name, rows }) => ({ sheet: name, data: rows.map((row) => row.map(cellOf)) })),
  ).toBuffer()
  return new Uint8Array(made)
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const paragraph = (text: string, style?: string): string =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`

type Piece = string | { readonly heading: string; readonly level?: number } | readonly (readonly string[])[]

const pieceXml = (piece: Piece): string => {
  if (typeof piece === 'string') return paragraph(piece)
  if ('heading' in piece) return paragraph(piece.heading, `Heading${piece.level ?? 1}`)
  const row = (cells: readonly string[]) =>
    `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`
  return `<w:tbl>${piece.map(row).join('')}</w:tbl>`
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const RELS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types'

const styleXml = (level: number): string =>
  `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/></w:style>`

/** The parts of a .docx by path, before they are packed. */
export const docxParts = (...pieces: readonly Piece[]): Record<string, Uint8Array> => ({
  '[Content_Types].xml': strToU8(
    `<Types xmlns="${TYPES}"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  ),
  '_rels/.rels': strToU8(
    `<Relationships xmlns="${RELS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
  ),
  'word/_rels/document.xml.rels': strToU8(
    `<Relationships xmlns="${RELS}"><Relationship Id="r1" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  ),
  'word/styles.xml': strToU8(`<w:styles xmlns:w="${W}">${[1, 2, 3].map(styleXml).join('')}</w:styles>`),
  'word/document.xml': strToU8(
    `<w:document xmlns:w="${W}"><w:body>${pieces.map(pieceXml).join('')}</w:body></w:document>`,
  ),
})

export const docxOf = (...pieces: readonly Piece[]): Uint8Array => zipSync(docxParts(...pieces))
