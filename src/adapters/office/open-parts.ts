import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { refusal, RefusalError, refuse } from '../../errors/refusal.ts'
import { OFFICE_LIMITS } from './office-jobs.ts'

const MB = 1024 * 1024
const megabytes = (bytes: number): string => `${Math.ceil(bytes / MB)} MB`

/** The container of .xls, .doc, .wps and .et, and of a new file with a password. */
const OLD = [0xd0, 0xcf, 0x11, 0xe0]
const ZIP = [0x50, 0x4b]
const begins = (bytes: Uint8Array, with_: readonly number[]): boolean =>
  with_.every((byte, i) => bytes[i] === byte)

const endingOf = (name: string): string => /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0].toLowerCase() ?? ''

const damaged = (): RefusalError => new RefusalError(refusal('IMPORT_FILE_DAMAGED', { field: 'file' }))

/** What the first bytes say, against the name: an old file, one with a password, or none of an office at all. */
const refuseOthers = (bytes: Uint8Array, name: string): void => {
  const ending = endingOf(name)
  const isNew = ending === '.xlsx' || ending === '.docx'
  if (bytes.byteLength > OFFICE_LIMITS.bytes)
    refuse('IMPORT_FILE_TOO_LARGE', {
      field: 'file',
      limit: megabytes(OFFICE_LIMITS.bytes),
      got: megabytes(bytes.byteLength),
    })
  if (begins(bytes, OLD) && isNew) refuse('IMPORT_FILE_LOCKED', { field: 'file' })
  if (!isNew) refuse('IMPORT_FILE_KIND', { field: 'file', got: ending || name.slice(0, 40) || '?' })
  if (!begins(bytes, ZIP)) throw damaged()
}

const listOf = async (zip: ZipFile): Promise<readonly Entry[]> => {
  if (zip.entryCount > OFFICE_LIMITS.entries) throw damaged()
  const all: Entry[] = []
  for await (const entry of zip.eachEntry()) all.push(entry)
  return all
}

/** Sizes as they are listed; the reader stops a part at the size it was listed with. */
const refuseLarge = (entries: readonly Entry[]): void => {
  const total = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  const bloated = entries.find(
    ({ uncompressedSize: size, compressedSize: packed }) => size > MB && size > packed * OFFICE_LIMITS.ratio,
  )
  if (total > OFFICE_LIMITS.unpacked || bloated)
    refuse('IMPORT_FILE_TOO_LARGE', {
      field: 'file',
      limit: megabytes(OFFICE_LIMITS.unpacked),
      got: megabytes(bloated ? bloated.uncompressedSize : total),
    })
}

const unpacked = async (zip: ZipFile, entry: Entry): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** Parts that hold words: XML and what leads to it. Pictures, macros and embedded files are never unpacked. */
const WORDS = /^(?:\[Content_Types\]\.xml|(?:[A-Za-z0-9_-]+\/)*(?:_rels\/)?[A-Za-z0-9_.-]+\.(?:xml|rels))$/

/** A document type can define entities that grow without end; files of an office have none. */
const hasDoctype = (bytes: Buffer): boolean => /<!(?:DOCTYPE|ENTITY)/i.test(bytes.toString('latin1'))

export type Parts = {
  readonly as: 'sheets' | 'document'
  readonly parts: ReadonlyMap<string, Buffer>
  /** How many pictures the file holds. */
  readonly pictures: number
}

/**
 * The parts of a .xlsx or .docx that hold words, every size known before anything is unpacked (IMP-3). Refuses IMPORT_FILE_*.
 */
export const openParts = async (bytes: Uint8Array, name: string): Promise<Parts> => {
  refuseOthers(bytes, name)
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let zip: ZipFile | null = null
  try {
    zip = await fromBufferPromise(buffer, { lazyEntries: true, autoClose: false, validateEntrySizes: true })
    const entries = await listOf(zip)
    const worded = entries.filter(({ fileName }) => WORDS.test(fileName))
    if (worded.some((entry) => entry.isEncrypted())) refuse('IMPORT_FILE_LOCKED', { field: 'file' })
    refuseLarge(worded)
    const parts = new Map<string, Buffer>()
    for (const entry of worded) {
      const part = await unpacked(zip, entry)
      if (hasDoctype(part)) throw damaged()
      parts.set(entry.fileName, part)
    }
    const as = parts.has('xl/workbook.xml') ? 'sheets' : parts.has('word/document.xml') ? 'document' : null
    if (as === null) throw damaged()
    const pictures = entries.filter(({ fileName }) => /^(?:xl|word)\/media\//.test(fileName)).length
    return { as, parts, pictures }
  } catch (error) {
    throw error instanceof RefusalError ? error : damaged()
  } finally {
    zip?.close()
  }
}
