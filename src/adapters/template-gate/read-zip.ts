import { crc32, inflateRawSync } from 'node:zlib'
import { RefusalError, spokenRefusal, type Said } from '../../errors/refusal.ts'

const MB = 1024 * 1024
/** A template is some hundred lines, a sample and a thumbnail. */
export const ZIP_LIMITS = { bytes: 8 * MB, entries: 60, unpacked: 16 * MB, ratio: 100 } as const

type Entry = {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly at: number
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const TYPE_MASK = 0o170000
const PLAIN_FILE = 0o100000
const FOLDER = 0o040000

const bad = (zh: string, en: string): never => {
  throw new RefusalError(spokenRefusal('TEMPLATE_ZIP_INVALID', { got: { zh, en } }, { field: 'file' }))
}
const forbidden = (got: Said): never => {
  throw new RefusalError(spokenRefusal('TEMPLATE_FORBIDDEN', { got }, { field: 'file' }))
}
const broken = (name: string): never => bad(`${name} 坏了，请重新打包`, `${name} is damaged; pack it anew`)

/** A name as it may stand in a sentence. */
const shown = (name: string): string => name.replace(/\p{C}/gu, '□').slice(0, 80)

const endOf = (zip: Buffer): number => {
  // At the end but for a comment of at most 64 KB.
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 22 - 0xffff); at -= 1)
    if (zip.readUInt32LE(at) === END) return at
  return bad('不是 .zip 文件，或者没有传完整', 'it is no .zip file, or not all of it arrived')
}

/** Refuses what is no plain file: links, devices, encrypted entries. The mode is only there when Unix made the zip. */
const refuseOdd = (zip: Buffer, at: number, name: string): void => {
  const madeBy = zip.readUInt8(at + 5)
  const type = (zip.readUInt32LE(at + 38) >>> 16) & TYPE_MASK
  const unix = madeBy === 3 || madeBy === 19
  if (unix && type !== 0 && type !== PLAIN_FILE && type !== FOLDER)
    forbidden({ zh: `链接：${name} 不是普通文件`, en: `links; ${name} is no plain file` })
  if ((zip.readUInt16LE(at + 8) & 0x41) !== 0)
    bad(`${name} 加了密码，请去掉密码再打包`, `${name} has a password; pack it without`)
}

const entriesOf = (zip: Buffer): readonly Entry[] => {
  const end = endOf(zip)
  const count = zip.readUInt16LE(end + 10)
  if (count > ZIP_LIMITS.entries)
    bad(
      `有 ${count} 个文件，最多 ${ZIP_LIMITS.entries} 个`,
      `it holds ${count} files, ${ZIP_LIMITS.entries} at most`,
    )
  const entries: Entry[] = []
  let at = zip.readUInt32LE(end + 16)
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > end || zip.readUInt32LE(at) !== CENTRAL)
      bad('文件清单坏了，请重新打包', 'its list of files is damaged; pack it anew')
    const nameLength = zip.readUInt16LE(at + 28)
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    refuseOdd(zip, at, shown(name))
    entries.push({
      name,
      method: zip.readUInt16LE(at + 10),
      crc: zip.readUInt32LE(at + 16),
      packed: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
      at: zip.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return entries
}

const unpack = (zip: Buffer, { name, method, crc, packed, size, at }: Entry): Uint8Array => {
  if (zip.readUInt32LE(at) !== LOCAL) broken(shown(name))
  const nameLength = zip.readUInt16LE(at + 26)
  if (zip.toString('utf8', at + 30, at + 30 + nameLength) !== name)
    bad(`${shown(name)} 在包里有两个名字`, `${shown(name)} has two names in it`)
  const from = at + 30 + nameLength + zip.readUInt16LE(at + 28)
  const raw = zip.subarray(from, from + packed)
  if (method !== 0 && method !== 8)
    bad(
      `${shown(name)} 的压缩方法不认识，请用普通的 .zip`,
      `${shown(name)} is packed in an unknown way; use plain .zip`,
    )
  if (raw.length !== packed) broken(shown(name))
  // One byte more than promised is refused by zlib itself, so a bomb never gets further.
  const bytes = method === 0 ? raw : inflateRawSync(raw, { maxOutputLength: Math.max(1, size) })
  if (bytes.length !== size || crc32(bytes) !== crc) broken(shown(name))
  return bytes
}

const refuseLarge = (entries: readonly Entry[]): void => {
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  if (total > ZIP_LIMITS.unpacked)
    bad(
      `解开后有 ${Math.ceil(total / MB)} MB，最多 ${ZIP_LIMITS.unpacked / MB} MB`,
      `unpacked it is ${Math.ceil(total / MB)} MB, ${ZIP_LIMITS.unpacked / MB} MB at most`,
    )
  const bomb = entries.find(({ size, packed }) => size > 64 * 1024 && size > packed * ZIP_LIMITS.ratio)
  if (!bomb) return
  const times = Math.round(bomb.size / Math.max(1, bomb.packed))
  bad(
    `${shown(bomb.name)} 解开后大了 ${times} 倍，不像正常文件`,
    `${shown(bomb.name)} grows ${times} times when unpacked, as no honest file does`,
  )
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
export const readZip = (bytes: Uint8Array): ReadonlyMap<string, Uint8Array> => {
  if (bytes.byteLength > ZIP_LIMITS.bytes)
    bad(`超过 ${ZIP_LIMITS.bytes / MB} MB`, `it is larger than ${ZIP_LIMITS.bytes / MB} MB`)
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const entries = entriesOf(zip)
    for (const { name } of entries) refusePath(name)
    const files = entries.filter(({ name }) => !name.endsWith('/') && !isLitter(name))
    refuseLarge(files)
    const read = new Map(files.map((entry) => [entry.name, unpack(zip, entry)]))
    return read.size === files.length ? read : bad('有两个同名的文件', 'two files in it have the same name')
  } catch (error) {
    // A size that lies, a reading past the end.
    if (error instanceof RangeError || (error as NodeJS.ErrnoException).code?.startsWith('Z_'))
      bad('坏了，请重新打包', 'it is damaged; pack it anew')
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      bad('里面的文件比它自己写的大', 'a file in it is larger than it says')
    throw error
  }
}
