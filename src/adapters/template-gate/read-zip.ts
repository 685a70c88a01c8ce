import { crc32 } from 'node:zlib'
import { fromBufferPromise, type Entry as Listed, type ZipFile } from 'yauzl'
import { RefusalError, spokenRefusal, type Said } from '../../errors/refusal.ts'

const MB = 1024 * 1024
/** A template is some hundred lines, a sample and a thumbnail. */
export const ZIP_LIMITS = { bytes: 8 * MB, entries: 60, unpacked: 16 * MB, ratio: 100 } as const

type Entry = { readonly name: string; readonly listed: Listed }

const TYPE_MASK = 0o170000
const PLAIN_FILE = 0o100000
const FOLDER = 0o040000
const STORED = 0
const DEFLATED = 8

const bad = (zh: string, en: string): never => {
  throw new RefusalError(spokenRefusal('TEMPLATE_ZIP_INVALID', { got: { zh, en } }, { field: 'file' }))
}
const forbidden = (got: Said): never => {
  throw new RefusalError(spokenRefusal('TEMPLATE_FORBIDDEN', { got }, { field: 'file' }))
}
const broken = (name: string): never => bad(`${name} 坏了，请重新打包`, `${name} is damaged; pack it anew`)

/** A name as it may stand in a sentence. */
const shown = (name: string): string => name.replace(/\p{C}/gu, '□').slice(0, 80)

/** Refuses what is no plain file: links, devices, encrypted entries. The mode is only there when Unix made the zip. */
const refuseOdd = (listed: Listed, name: string): void => {
  const madeBy = listed.versionMadeBy >>> 8
  const type = (listed.externalFileAttributes >>> 16) & TYPE_MASK
  const unix = madeBy === 3 || madeBy === 19
  if (unix && type !== 0 && type !== PLAIN_FILE && type !== FOLDER)
    forbidden({ zh: `链接：${name} 不是普通文件`, en: `links; ${name} is no plain file` })
  if (listed.isEncrypted())
    bad(`${name} 加了密码，请去掉密码再打包`, `${name} has a password; pack it without`)
}

const opened = (bytes: Uint8Array): Promise<ZipFile> => {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // Names stay bytes: what is wrong with one is told here, with the name.
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true }
  return fromBufferPromise(zip, options).catch(() =>
    bad('不是 .zip 文件，或者没有传完整', 'it is no .zip file, or not all of it arrived'),
  )
}

const listOf = async (zip: ZipFile): Promise<readonly Listed[]> => {
  const all: Listed[] = []
  try {
    for await (const listed of zip.eachEntry()) all.push(listed)
  } catch {
    bad('文件清单坏了，请重新打包', 'its list of files is damaged; pack it anew')
  }
  return all
}

const entriesOf = async (zip: ZipFile): Promise<readonly Entry[]> => {
  const count = zip.entryCount
  if (count > ZIP_LIMITS.entries)
    bad(
      `有 ${count} 个文件，最多 ${ZIP_LIMITS.entries} 个`,
      `it holds ${count} files, ${ZIP_LIMITS.entries} at most`,
    )
  return (await listOf(zip)).map((listed) => {
    const name = listed.fileNameRaw.toString('utf8')
    refuseOdd(listed, shown(name))
    return { name, listed }
  })
}

/** The reader stops it at the size it was listed with, so a bomb never gets further. */
const inflated = async (zip: ZipFile, { name, listed }: Entry): Promise<Buffer> => {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of await zip.openReadStreamPromise(listed)) chunks.push(chunk as Buffer)
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('too many bytes'))
      bad('里面的文件比它自己写的大', 'a file in it is larger than it says')
    broken(shown(name))
  }
  return Buffer.concat(chunks)
}

const unpack = async (zip: ZipFile, entry: Entry): Promise<Uint8Array> => {
  const { name, listed } = entry
  const header = await zip.readLocalFileHeaderPromise(listed).catch(() => broken(shown(name)))
  if (header.fileName.toString('utf8') !== name)
    bad(`${shown(name)} 在包里有两个名字`, `${shown(name)} has two names in it`)
  const { compressionMethod: method } = listed
  if (method !== STORED && method !== DEFLATED)
    bad(
      `${shown(name)} 的压缩方法不认识，请用普通的 .zip`,
      `${shown(name)} is packed in an unknown way; use plain .zip`,
    )
  const bytes = await inflated(zip, entry)
  if (crc32(bytes) !== listed.crc32) broken(shown(name))
  return bytes
}

const refuseLarge = (entries: readonly Entry[]): void => {
  const total = entries.reduce((sum, { listed }) => sum + listed.uncompressedSize, 0)
  if (total > ZIP_LIMITS.unpacked)
    bad(
      `解开后有 ${Math.ceil(total / MB)} MB，最多 ${ZIP_LIMITS.unpacked / MB} MB`,
      `unpacked it is ${Math.ceil(total / MB)} MB, ${ZIP_LIMITS.unpacked / MB} MB at most`,
    )
  for (const { name, listed } of entries) {
    const { uncompressedSize: size, compressedSize: packed } = listed
    if (size <= 64 * 1024 || size <= packed * ZIP_LIMITS.ratio) continue
    const times = Math.round(size / Math.max(1, packed))
    bad(
      `${shown(name)} 解开后大了 ${times} 倍，不像正常文件`,
      `${shown(name)} grows ${times} times when unpacked, as no honest file does`,
    )
  }
}

const refusePath = (name: string): void => {
  const parts = name.replace(/\/$/, '').split('/')
  const odd =
    name.includes('\\') || name.includes('\0') || parts.some((p) => p === '' || p === '.' || p === '..')
  if (odd || /^[A-Za-z]:/.test(name))
    forbidden({
      zh: `通到外面的路径：${shown(name)}`,
      en: `paths that lead out: ${shown(name)}`,
    })
}

/** What packers of the Mac and Windows leave beside the files. */
const isLitter = (name: string): boolean =>
  /^__MACOSX\/|(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/i.test(name)

/**
 * The plain files of a zip by path, every size known before anything is unpacked (TPL-21). Throws RefusalError
 * TEMPLATE_ZIP_INVALID for what cannot be read or is too large, TEMPLATE_FORBIDDEN for links and paths that lead out.
 */
export const readZip = async (bytes: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> => {
  if (bytes.byteLength > ZIP_LIMITS.bytes)
    bad(`超过 ${ZIP_LIMITS.bytes / MB} MB`, `it is larger than ${ZIP_LIMITS.bytes / MB} MB`)
  const zip = await opened(bytes)
  try {
    const entries = await entriesOf(zip)
    for (const { name } of entries) refusePath(name)
    const files = entries.filter(({ name }) => !name.endsWith('/') && !isLitter(name))
    refuseLarge(files)
    const read = new Map<string, Uint8Array>()
    for (const entry of files) read.set(entry.name, await unpack(zip, entry))
    return read.size === files.length ? read : bad('有两个同名的文件', 'two files in it have the same name')
  } finally {
    zip.close()
  }
}
