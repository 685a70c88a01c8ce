import { zipSync } from 'fflate'
import mammoth from 'mammoth'
import { refuse } from '../../errors/refusal.ts'
import type { Block, OfficeFile } from '../../intake/index.ts'
import { OFFICE_LIMITS } from './office-jobs.ts'

/** What mammoth's reader makes of a document, as far as it is looked at here. */
type Node = {
  readonly type: string
  readonly value?: string
  readonly styleName?: string | null
  readonly styleId?: string | null
  readonly children?: readonly Node[]
}

const wordsOf = ({ type, value = '', children = [] }: Node): string => {
  if (type === 'text') return value
  if (type === 'tab') return ' '
  if (type === 'break') return '\n'
  return children.map(wordsOf).join('')
}

/** `heading 2`, `标题 2`, `Title`: 0 for the title of the whole. */
const levelOf = ({ styleName, styleId }: Node): number | null => {
  const name = `${styleName ?? ''} ${styleId ?? ''}`
  if (/^(?:title|标题)\s*(?:title|标题)?\s*$/i.test(name)) return 0
  const [, level] = /(?:heading|标题)\s*([1-6])/i.exec(name) ?? []
  return level === undefined ? null : Number(level)
}

const rowsOf = (table: Node): readonly (readonly string[])[] =>
  (table.children ?? []).map((row) =>
    (row.children ?? []).map((cell) => (cell.children ?? []).map(wordsOf).join('\n').trim()),
  )

const blocksOf = (document: Node): readonly Block[] => {
  const blocks: Block[] = []
  for (const node of document.children ?? []) {
    if (node.type === 'table') {
      blocks.push({ as: 'table', rows: rowsOf(node) })
      continue
    }
    const text = wordsOf(node).trim()
    if (text === '') continue
    const level = levelOf(node)
    blocks.push(level === null ? { as: 'text', text } : { as: 'heading', level, text })
  }
  return blocks
}

/** The words of a document in their order: headings, paragraphs, tables. Pictures are counted and left out. */
export const readDocument = async (
  parts: ReadonlyMap<string, Buffer>,
  pictures: number,
): Promise<OfficeFile> => {
  const zip = zipSync(Object.fromEntries(parts), { level: 0 })
  let read: Node | null = null
  await mammoth.convertToHtml(
    { buffer: Buffer.from(zip) },
    {
      // The words of it as they are read, in place of the page that would be made of them.
      transformDocument: (document: Node) => {
        read = document
        return { ...document, children: [] }
      },
    },
  )
  const blocks = read === null ? [] : blocksOf(read)
  if (blocks.length > OFFICE_LIMITS.blocks)
    refuse('IMPORT_FILE_TOO_LARGE', { field: 'file', limit: OFFICE_LIMITS.blocks, got: blocks.length })
  return { as: 'document', blocks, pictures }
}
