/** Just enough of the sfnt container to give a subset its own neutral name: the OFL asks a changed font not to carry a reserved one. */
const pad4 = (n) => (n + 3) & ~3

export const readTables = (font) => {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const tables = new Map()
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + i * 16
    const tag = String.fromCharCode(...font.subarray(at, at + 4))
    tables.set(tag, font.slice(view.getUint32(at + 8), view.getUint32(at + 8) + view.getUint32(at + 12)))
  }
  return { flavour: view.getUint32(0), tables }
}

const checksum = (bytes) => {
  let sum = 0
  for (let i = 0; i < bytes.length; i += 4)
    sum =
      (sum +
        (((bytes[i] ?? 0) << 24) |
          ((bytes[i + 1] ?? 0) << 16) |
          ((bytes[i + 2] ?? 0) << 8) |
          (bytes[i + 3] ?? 0))) >>>
      0
  return sum
}

/** Writes tables in tag order with fresh checksums: equal tables give equal bytes. */
export const writeTables = ({ flavour, tables }) => {
  const entries = [...tables].sort(([a], [b]) => (a < b ? -1 : 1))
  const count = entries.length
  const power = Math.floor(Math.log2(count))
  const out = Buffer.alloc(12 + count * 16 + entries.reduce((n, [, bytes]) => n + pad4(bytes.length), 0))
  out.writeUInt32BE(flavour, 0)
  out.writeUInt16BE(count, 4)
  out.writeUInt16BE(16 << power, 6)
  out.writeUInt16BE(power, 8)
  out.writeUInt16BE(count * 16 - (16 << power), 10)
  let at = 12 + count * 16
  let head = -1
  entries.forEach(([tag, table], i) => {
    const bytes = Buffer.from(table)
    if (tag === 'head') {
      bytes.writeUInt32BE(0, 8)
      head = at
    }
    out.write(tag, 12 + i * 16, 'latin1')
    out.writeUInt32BE(checksum(bytes), 16 + i * 16)
    out.writeUInt32BE(at, 20 + i * 16)
    out.writeUInt32BE(bytes.length, 24 + i * 16)
    bytes.copy(out, at)
    at += pad4(bytes.length)
  })
  out.writeUInt32BE((0xb1b0afba - checksum(out)) >>> 0, head + 8)
  return out
}

/** A `name` table (format 0, Windows, English) from `{ nameId: text }`. */
export const nameTable = (names) => {
  const records = Object.entries(names).map(([id, text]) => [
    Number(id),
    Buffer.from(text, 'utf16le').swap16(),
  ])
  const header = Buffer.alloc(6 + records.length * 12)
  header.writeUInt16BE(records.length, 2)
  header.writeUInt16BE(header.length, 4)
  let offset = 0
  records.forEach(([id, text], i) => {
    ;[3, 1, 0x409, id, text.length, offset].forEach((n, k) => header.writeUInt16BE(n, 6 + i * 12 + k * 2))
    offset += text.length
  })
  return Buffer.concat([header, ...records.map(([, text]) => text)])
}

/** A CFF font also carries its name inside `CFF `; it is overwritten in place, so it must not be longer. */
export const renameCff = (cff, from, to) => {
  const bytes = Buffer.from(cff)
  const at = bytes.indexOf(from, 0, 'latin1')
  if (at >= 0 && at < 64) bytes.write(to.padEnd(from.length, '-').slice(0, from.length), at, 'latin1')
  return bytes
}
