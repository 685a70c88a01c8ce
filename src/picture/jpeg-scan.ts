/**
 * Walks through the codes of a sequential JPEG scan without making pixels of them (ITU-T T.81, F.2.2): where its last
 * block ends. A decoder that is given too little fills the rest with grey, and says so too late for the last rows.
 */
export type Component = { readonly id: number; readonly across: number; readonly down: number }
export type Frame = {
  readonly width: number
  readonly height: number
  readonly components: readonly Component[]
}
/** For each 16 bits that may come: length of the code they begin with, times 256, and its symbol; 0 for none. */
export type Codes = Uint16Array

/** Codes of a DHT segment by its class and number. */
export const codesIn = (body: Uint8Array): ReadonlyMap<number, Codes> => {
  const tables = new Map<number, Codes>()
  for (let at = 0; at + 17 <= body.length;) {
    const codes = new Uint16Array(65_536)
    let [code, symbol] = [0, at + 17]
    for (let length = 1; length <= 16; length++, code <<= 1)
      for (let n = body[at + length] ?? 0; n > 0; n--, code++, symbol++) {
        const from = code << (16 - length)
        codes.fill((length << 8) | (body[symbol] ?? 0), from, from + (1 << (16 - length)))
      }
    tables.set(body[at] ?? 0, codes)
    at = symbol
  }
  return tables
}

class Short extends Error {}

class Bits {
  at: number
  private held = 0
  private count = 0
  private readonly bytes: Uint8Array
  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes
    this.at = at
  }
  private fill(): void {
    while (this.count <= 16) {
      const byte = this.bytes[this.at]
      if (byte === undefined) return
      if (byte === 0xff) {
        if (this.bytes[this.at + 1] !== 0) return
        this.at++
      }
      this.at++
      this.held = ((this.held << 8) | byte) & 0xffffff
      this.count += 8
    }
  }
  skip(bits: number): void {
    if (bits > this.count) this.fill()
    if (bits > this.count) throw new Short()
    this.count -= bits
    this.held &= (1 << this.count) - 1
  }
  symbol(codes: Codes): number {
    if (this.count < 16) this.fill()
    const next =
      this.count >= 16 ? this.held >>> (this.count - 16) : (this.held << (16 - this.count)) & 0xffff
    const found = codes[next] ?? 0
    if (found === 0) throw new Short()
    this.skip(found >>> 8)
    return found & 255
  }
  /** On to the next restart marker, wherever in the rest of the bytes it stands. */
  restart(): void {
    this.held = 0
    this.count = 0
    while (this.at < this.bytes.length && !isRestartAt(this.bytes, this.at)) this.at++
    this.at += 2
  }
}

const isRestartAt = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === 0xff && ((bytes[at + 1] ?? 0) & 0xf8) === 0xd0

type Block = { readonly dc: Codes; readonly ac: Codes }

const block = (bits: Bits, { dc, ac }: Block): void => {
  bits.skip(bits.symbol(dc) & 15)
  for (let k = 1; k < 64; k++) {
    const both = bits.symbol(ac)
    const size = both & 15
    if (size === 0 && both !== 0xf0) return
    k += both >>> 4
    bits.skip(size)
  }
}

const up = (a: number, b: number): number => Math.ceil(a / b)

export type Scan = {
  readonly frame: Frame
  readonly codes: ReadonlyMap<number, Codes>
  /** Body of its SOS segment. */
  readonly head: Uint8Array
  /** Units between two restarts; 0 for none. */
  readonly restarts: number
}

type Unit = { readonly component: Component; readonly block: Block }

const unitsOf = ({ frame, codes, head }: Scan): readonly Unit[] =>
  Array.from({ length: head[0] ?? 0 }, (_, i) => {
    const component = frame.components.find(({ id }) => id === head[1 + i * 2])
    const tables = head[2 + i * 2] ?? 0
    const [dc, ac] = [codes.get(tables >> 4), codes.get(0x10 | (tables & 15))]
    if (!component || !dc || !ac) throw new Short()
    return { component, block: { dc, ac } }
  })

/** How many minimum coded units the scan has, and the blocks of one of them. */
const planOf = (scan: Scan): { readonly units: number; readonly blocks: readonly Block[] } => {
  const { width, height, components } = scan.frame
  const units = unitsOf(scan)
  const across = Math.max(...components.map((one) => one.across))
  const down = Math.max(...components.map((one) => one.down))
  const [only] = units
  if (units.length === 1 && only) {
    const w = up(up(width * only.component.across, across), 8)
    const h = up(up(height * only.component.down, down), 8)
    return { units: w * h, blocks: [only.block] }
  }
  const blocks = units.flatMap((unit) =>
    Array<Block>(unit.component.across * unit.component.down).fill(unit.block),
  )
  return { units: up(width, across * 8) * up(height, down * 8), blocks }
}

/** Whether the bytes from `from` on hold every block of the scan. */
export const holdsScan = (bytes: Uint8Array, from: number, scan: Scan): boolean => {
  try {
    const { units, blocks } = planOf(scan)
    const bits = new Bits(bytes, from)
    for (let n = 0; n < units; n++) {
      if (scan.restarts > 0 && n > 0 && n % scan.restarts === 0) bits.restart()
      for (const one of blocks) block(bits, one)
    }
    return true
  } catch (error) {
    if (error instanceof Short) return false
    throw error
  }
}
