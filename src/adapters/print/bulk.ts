import { Zip, ZipPassThrough } from 'fflate'
import type { BulkRun, PrintedFile, PrintOrder, PrintPort } from '../../../cms/base/ports.ts'
import { refuse } from '../../errors/refusal.ts'
import { bulkName, toldTogether, type ToldSheet } from '../../poster/index.ts'
import { bindSheets } from './bind.ts'
import { openFinished } from './finished.ts'
import { printSheet } from './print-sheet.ts'
import { templateFor, type PrintEngine } from './set-sheet.ts'

/** Sheets in the making at once: both workers busy, the next one prepared; more would only hold memory. */
const AT_ONCE = 3
/** All sheets of one job together; beyond it two jobs are wiser than one. */
const MOST_BYTES = 256 * 1024 * 1024

/** `a.pdf`, `a-2.pdf`: two villages of one name, where no third is called a-2. */
const uniqueNames = () => {
  const taken = new Set<string>()
  return (name: string): string => {
    let own = name
    for (let count = 2; taken.has(own); count += 1) own = name.replace(/(\.\w+)$/, `-${count}$1`)
    taken.add(own)
    return own
  }
}

type Zipper = {
  readonly add: (file: PrintedFile) => void
  readonly end: () => Uint8Array
}

/** PDFs do not shrink any more, so they are stored as they are. */
const openZip = (now: number): Zipper => {
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk)
  })
  const named = uniqueNames()
  return {
    add: ({ name, bytes }) => {
      const entry = new ZipPassThrough(named(name))
      entry.mtime = now
      zip.add(entry)
      entry.push(bytes, true)
    },
    end: () => {
      zip.end()
      return Buffer.concat(chunks)
    },
  }
}

/** Runs `work` over `items`, few at a time, handing results on in order; stops at the first failure or an abort. */
const inOrder = async <Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
  take: (result: Result) => void,
  signal: AbortSignal,
): Promise<void> => {
  const running: Promise<Result>[] = []
  let next = 0
  const begin = (): void => {
    const item = items[next]
    if (item === undefined) return
    next += 1
    const promise = work(item)
    // Its failure is told when its turn comes.
    promise.catch(() => undefined)
    running.push(promise)
  }
  while (running.length < AT_ONCE && next < items.length) begin()
  for (let done = 0; done < items.length; done += 1) {
    if (signal.aborted) refuse('PRINT_CANCELLED')
    const first = running.shift()
    if (!first) return
    const result = await first
    if (signal.aborted) refuse('PRINT_CANCELLED')
    begin()
    take(result)
  }
}

const refuseLarge = (bytes: number): void => {
  if (bytes > MOST_BYTES) refuse('BODY_TOO_LARGE', { limit: '256 MB', field: 'units' })
}

type Made = Pick<PrintedFile, 'bytes'> & { readonly told: readonly ToldSheet[] }

const zipped = async (
  engine: PrintEngine,
  orders: readonly PrintOrder[],
  owner: string,
  { progress, signal, parts }: BulkRun,
): Promise<Made> => {
  const finished = openFinished(engine, parts)
  const zip = openZip(engine.clock())
  const told: ToldSheet[] = []
  let done = 0
  let bytes = 0
  const take = (file: PrintedFile): void => {
    bytes += file.bytes.byteLength
    refuseLarge(bytes)
    zip.add(file)
    told.push({ unit: orders[done]?.source.unit.name ?? '', warnings: file.warnings })
    done += 1
    progress(done)
  }
  const made = (order: PrintOrder) => finished.sheet(order, () => printSheet(engine, order, owner))
  await inOrder(orders, made, take, signal)
  return { bytes: zip.end(), told }
}

/** One content for many villages (PRT-15): all checks for each, one file, progress, and a way to stop. */
export const printAll =
  (engine: PrintEngine): PrintPort['bulk'] =>
  async (orders, as, owner, running) => {
    const [first] = orders
    if (!first) return refuse('TEXT_EMPTY', { field: 'units' })
    const make = as === 'zip' ? zipped : bindSheets
    const { bytes, told } = await make(engine, orders, owner, running)
    refuseLarge(bytes.byteLength)
    return {
      bytes,
      type: as === 'zip' ? 'application/zip' : 'application/pdf',
      name: bulkName(orders, templateFor(engine, first.choice.template).schema, as),
      warnings: toldTogether(told),
    }
  }
