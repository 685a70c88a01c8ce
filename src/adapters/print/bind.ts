import type { BulkRun, PrintOrder } from '../../../cms/base/ports.ts'
import { refuse } from '../../errors/refusal.ts'
import { fileName, type ToldSheet } from '../../poster/index.ts'
import { atTrueSize } from '../pdf/true-size.ts'
import type { TypstResult } from '../typst/index.ts'
import { bookJob, type Leaf as AnyLeaf } from './book.ts'
import { checkPaper, checkSet, QUERIES, saidByEach, saidWarnings } from './check-sheet.ts'
import { openFinished } from './finished.ts'
import { heard, pressFile, setOf } from './print-sheet.ts'
import { prepareSheet, templateFor, type PrintEngine, type Making, type SheetJob } from './set-sheet.ts'
import { boxesOf, tileSheet } from './tile-sheet.ts'

/** Sheets tried at once: a second of Typst at its slowest, after which the bar moves and a stop is heard. */
const TRIED_AT_ONCE = 20

type Leaf = AnyLeaf<SheetJob>

type Job = {
  readonly engine: PrintEngine
  readonly orders: readonly PrintOrder[]
  readonly owner: string
} & BulkRun

const leafOf = async (
  { engine, orders, signal }: Job,
  number: number,
  palette: Making['palette'],
): Promise<Leaf> => {
  if (signal.aborted) refuse('PRINT_CANCELLED')
  const order = orders[number] ?? refuse('TEXT_EMPTY', { field: 'units' })
  const sheet = await prepareSheet(engine, order, { palette, preview: false })
  const name = fileName(order, sheet.template.schema).replace(/\.pdf$/, '')
  return { number, name, sheet }
}

const leavesOf = async (
  job: Job,
  from: number,
  to: number,
  palette: Making['palette'] = 'rgb',
): Promise<readonly Leaf[]> => {
  const leaves: Leaf[] = []
  for (let number = from; number < Math.min(to, job.orders.length); number += 1)
    leaves.push(await leafOf(job, number, palette))
  return leaves
}

const setsOf = (engine: PrintEngine, leaves: readonly Leaf[], result: TypstResult) => {
  const numbers = leaves.map(({ number }) => number)
  const said = saidByEach(result, numbers)
  return leaves.map(({ sheet }, i) =>
    setOf(engine, sheet, said[i] ?? { placed: [], overflows: [], photoLeftOut: false }),
  )
}

/** Reading a code takes some milliseconds: between two of them whoever waits has a turn. */
const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Sets some of them without making a file, and asks all that can be asked then. */
const tryLeaves = async ({ engine, owner, signal }: Job, leaves: readonly Leaf[]): Promise<void> => {
  const result = await engine.typst.run({ ...bookJob(engine, leaves), query: QUERIES }, owner, signal)
  for (const [i, set] of setsOf(engine, leaves, result).entries()) {
    const { sheet } = leaves[i] as Leaf
    checkSet(set, sheet.files, sheet.order.source.publicUrl)
    await breath()
  }
}

/** The first by itself, so that what fails on every sheet fails at once and within one sheet's time. */
const tried = async (job: Job): Promise<readonly Leaf[]> => {
  const finished = openFinished(job.engine, job.parts)
  const leaves: Leaf[] = []
  while (leaves.length < job.orders.length) {
    const some = await leavesOf(job, leaves.length, leaves.length === 0 ? 1 : leaves.length + TRIED_AT_ONCE)
    const orders = some.map(({ sheet }) => sheet.order)
    await finished.checked(orders, () => tryLeaves(job, some))
    leaves.push(...some)
    job.progress(leaves.length)
  }
  return leaves
}

type Bound = { readonly bytes: Uint8Array; readonly told: readonly ToldSheet[] }

const toldOf = (leaves: readonly Leaf[], sets: ReturnType<typeof setsOf>): readonly ToldSheet[] =>
  leaves.map(({ sheet }, i) => {
    const said = sets[i]?.said
    return {
      unit: sheet.order.source.unit.name,
      warnings: [...sheet.warnings, ...(said ? saidWarnings(said) : [])],
    }
  })

const bound = async (job: Job, leaves: readonly Leaf[]): Promise<Bound> => {
  const { engine, owner, signal } = job
  const { typst, workspace } = engine
  const { choice } = job.orders[0] as PrintOrder
  const boxes = choice.tiling !== 'none'
  const result = await typst.run(
    { ...bookJob(engine, leaves), pdf: 'a-2b', facts: true, boxes, query: QUERIES },
    owner,
    signal,
  )
  const sets = setsOf(engine, leaves, result)
  const pdf = checkPaper(sets, result)
  const told = toldOf(leaves, sets)
  const { pages } = templateFor(engine, choice.template).schema
  if (choice.tiling !== 'none') {
    const sheets = sets.map(({ data, said }, i) => ({
      data,
      placed: said.placed,
      boxes: boxesOf(result.facts ?? {}, pages, i),
      name: leaves[i]?.name ?? '',
    }))
    const cut = { typst, workspace, owner, signal }
    return { bytes: await tileSheet(cut, { pdf, pages, sheets }, choice.tiling), told }
  }
  if (choice.way === 'office') return { bytes: await atTrueSize(pdf), told }
  const inks = await leavesOf(job, 0, job.orders.length, 'cmyk')
  const { sheet } = (inks[0] as Leaf).sheet.data
  return { bytes: await pressFile(engine, bookJob(engine, inks), sheet, owner, signal), told }
}

/**
 * One PDF of one content for many villages (PRT-15): tried some at a time, then set all in one run of Typst, which
 * remembers what it tried, with all checks for each.
 */
export const bindSheets = async (
  engine: PrintEngine,
  orders: readonly PrintOrder[],
  owner: string,
  running: BulkRun,
): Promise<Bound> => {
  const job = { engine, orders, owner, ...running }
  const first = orders[0] ?? refuse('TEXT_EMPTY', { field: 'units' })
  const bind = async () => bound(job, await tried(job))
  return heard(engine, first, bind())
}
