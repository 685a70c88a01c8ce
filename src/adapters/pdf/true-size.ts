import { refuse } from '../../errors/refusal.ts'

/** The engine writes the catalogue as the last object, in plain text, and a table of places behind it. */
const END = /startxref\s+(\d+)\s+%%EOF\s*$/
const TAIL = 200
const PREFERENCES = '/ViewerPreferences <<'
const TRUE_SIZE = '\n    /PrintScaling /None'

const broken = (hint: string): never => refuse('PRINT_ENGINE_FAILED', { hint })

/**
 * The same PDF, asking the program that prints it to scale nothing: marks to cut at and a ruler of 100 mm are true at true
 * size only. The file stays the engine's own (and PDF/A, which allows it); no object but the catalogue is touched. Throws
 * PRINT_ENGINE_FAILED when the catalogue is not where the engine puts it.
 */
export const atTrueSize = (pdf: Uint8Array): Uint8Array => {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const tail = bytes.subarray(-TAIL).toString('latin1')
  const [end = '', from = ''] = END.exec(tail) ?? broken('no end of the PDF')
  const table = Number(from)
  const at = bytes.lastIndexOf(PREFERENCES, table, 'latin1')
  const isLast = at > bytes.lastIndexOf(' 0 obj', table, 'latin1')
  if (at === -1 || !isLast || bytes.toString('latin1', table, table + 4) !== 'xref')
    return broken('no catalogue at the end of the PDF')
  const cut = at + PREFERENCES.length
  return Buffer.concat([
    bytes.subarray(0, cut),
    Buffer.from(TRUE_SIZE),
    bytes.subarray(cut, bytes.length - end.length),
    Buffer.from(`startxref\n${table + TRUE_SIZE.length}\n%%EOF`),
  ])
}
