/** Sheets of a bulk job that an earlier run of it finished, so that the next goes on from there (PST-15). */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BulkRun, PrintedFile, PrintOrder } from '../../../cms/base/ports.ts'
import { sha256Hex } from '../disk/keys.ts'
import { templateFor, type PrintEngine } from './set-sheet.ts'

export type Finished = {
  /** What was kept of exactly this, else what `make` makes, which is kept then. */
  readonly sheet: (order: PrintOrder, make: () => Promise<PrintedFile>) => Promise<PrintedFile>
  /** Does `check` where it was not done before of exactly these. */
  readonly checked: (orders: readonly PrintOrder[], check: () => Promise<void>) => Promise<void>
}

/** One line of what is told beside the file, then its bytes. */
const packed = ({ bytes, ...told }: PrintedFile): Uint8Array =>
  Buffer.concat([Buffer.from(`${JSON.stringify(told)}\n`, 'utf8'), bytes])

const unpacked = (part: Uint8Array): PrintedFile => {
  const end = part.indexOf(0x0a)
  const told = JSON.parse(Buffer.from(part.subarray(0, end)).toString('utf8')) as Omit<PrintedFile, 'bytes'>
  return { ...told, bytes: part.subarray(end + 1) }
}

const DONE = new Uint8Array()

/** All that a sheet is made of beside its order: an upgrade between two runs makes it anew. */
const sourcesOf = (engine: PrintEngine, template: string): string => {
  const { schema, sources, files } = templateFor(engine, template)
  const library = join(engine.workspace, 'library')
  const shared = readdirSync(library, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => [name, sha256Hex(readFileSync(join(library, name)))])
  const own = [...sources, ...files].map(({ path, bytes }) => [path, sha256Hex(bytes)])
  return sha256Hex(JSON.stringify([schema, own, shared]))
}

/** Named by what they were made of: an order that reads otherwise now finds nothing, and is made. */
export const openFinished = (engine: PrintEngine, parts: BulkRun['parts']): Finished => {
  if (!parts) return { sheet: (_, make) => make(), checked: (_, check) => check() }
  const sources = new Map<string, string>()
  const sourcesFor = (template: string): string => {
    const known = sources.get(template) ?? sourcesOf(engine, template)
    sources.set(template, known)
    return known
  }
  const nameOf = (what: string, orders: readonly PrintOrder[]): string =>
    sha256Hex(JSON.stringify([what, orders.map((order) => [order, sourcesFor(order.choice.template)])]))
  return {
    sheet: async (order, make) => {
      const name = nameOf('sheet', [order])
      const kept = await parts.get(name)
      if (kept) return unpacked(kept)
      const made = await make()
      await parts.put(name, packed(made))
      return made
    },
    checked: async (orders, check) => {
      const name = nameOf('checked', orders)
      if (await parts.get(name)) return
      await check()
      await parts.put(name, DONE)
    },
  }
}
