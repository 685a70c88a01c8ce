/** Rows about the engine alone: its time beside Chromium's in turns, and its memory over 2,000 posters. */
import { resolve } from 'node:path'
import { openTypst, type Typst, type TypstJob } from '../../../src/adapters/typst/index.ts'
import { atLeast, quantile, row, type Row } from '../report/rows.ts'
import { openChromium, type ChromiumPrinter } from './chromium.ts'
import { filesOf, sheetOf, TEMPLATE } from './order.ts'

const ROUNDS = 10
const TYPST_EACH = 12
const CHROMIUM_EACH = 3
const POSTERS = 2_000
const MEGABYTE = 1024 * 1024

type Files = Awaited<ReturnType<typeof filesOf>>

const workspace = resolve('media/posters')
/** The built product’s. */
const child = { childFile: resolve('dist/typst-child.mjs'), execArgv: [] }

const jobOf = (turn: number, files: Files): TypstJob => ({
  workspace,
  main: `${TEMPLATE}/template.typ`,
  inputs: { sheet: JSON.stringify(sheetOf(turn)) },
  files,
  pdf: 'a-2b',
})

const median = (values: readonly number[]): number => quantile(values, 0.5)

type Round = { readonly typst: readonly number[]; readonly chromium: readonly number[] }

const oneRound = async (
  typst: Typst,
  chromium: ChromiumPrinter,
  files: Files,
  round: number,
): Promise<Round> => {
  const times = { typst: [] as number[], chromium: [] as number[] }
  for (let turn = 0; turn < TYPST_EACH; turn += 1) {
    times.typst.push((await typst.run(jobOf(round * 100 + turn, files), 'bench')).ms)
  }
  for (let turn = 0; turn < CHROMIUM_EACH; turn += 1) {
    times.chromium.push((await chromium.print(sheetOf(round * 100 + 50 + turn))).ms)
  }
  process.stdout.write(`\rengine and Chromium ${round + 1}/${ROUNDS}   `)
  return times
}

export const benchSpeed = async (): Promise<readonly Row[]> => {
  const files = await filesOf()
  const typst = openTypst({ templates: workspace, ...child, workers: 1 })
  const chromium = await openChromium(files)
  try {
    for (let turn = 0; turn < 5; turn += 1) await typst.run(jobOf(9_000 + turn, files), 'bench')
    for (let turn = 0; turn < 2; turn += 1) await chromium.print(sheetOf(9_000 + turn))
    const rounds: Round[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      rounds.push(await oneRound(typst, chromium, files, round))
    }
    process.stdout.write('\n')
    const own = median(rounds.flatMap((round) => round.typst))
    const control = { name: 'Chromium, page kept open', value: median(rounds.flatMap((r) => r.chromium)) }
    const ratios = rounds.map((round) => median(round.chromium) / median(round.typst))
    const { pdf } = await typst.run(jobOf(1, files), 'bench')
    const chromiumPdf = await chromium.print(sheetOf(1))
    return [
      row(
        'A4 case poster, PDF/A-2b, text changed, warm, in the worker, median of 120',
        own,
        'ms',
        15,
        control,
      ),
      atLeast('times faster than Chromium, median of 10 rounds in turns', median(ratios), '×', 25),
      row('size of its PDF with a photo as hard as noise', (pdf?.byteLength ?? 0) / 1024, 'KB', 400, {
        name: 'Chromium',
        value: chromiumPdf.bytes / 1024,
      }),
    ]
  } finally {
    await Promise.all([typst.stop(), chromium.close()])
  }
}

/** One worker for all of them: in the product it would be replaced after 1,000. */
export const benchMemory = async (): Promise<readonly Row[]> => {
  const files = await filesOf()
  const typst = openTypst({ templates: workspace, ...child, workers: 1, maxJobs: POSTERS * 2 })
  const held: number[] = []
  try {
    for (let turn = 0; turn < POSTERS; turn += 1) {
      await typst.run(jobOf(turn, files), 'bench')
      held.push(typst.state().rss / MEGABYTE)
      if (turn % 100 === 99)
        process.stdout.write(`\r${turn + 1}/${POSTERS} posters: ${Math.round(held.at(-1) ?? 0)} MB   `)
    }
    process.stdout.write('\n')
    const early = median(held.slice(200, 600))
    const late = median(held.slice(-400))
    const { started } = typst.state()
    return [
      row('memory of the worker over 2,000 posters, most', Math.max(...held), 'MB', 250),
      row('its growth from posters 200–600 to the last 400, medians', (late / early - 1) * 100, '%', 10),
      row('workers it took', started, '', 1),
    ]
  } finally {
    await typst.stop()
  }
}

const RUNAWAYS = 5

/** A template without end is stopped at its time (one second here, ten in the product): when is its worker back? */
export const benchRunaway = async (): Promise<readonly Row[]> => {
  const files = await filesOf()
  const typst = openTypst({ templates: workspace, ...child, workers: 1, timeoutMs: 1_000 })
  const endless = {
    path: 'job/endless.typ',
    bytes: Buffer.from('#for i in range(9999999) { for j in range(9999) { let x = i + j } }'),
  }
  const back: number[] = []
  try {
    await typst.run(jobOf(0, files), 'bench')
    for (let turn = 0; turn < RUNAWAYS; turn += 1) {
      const job = { workspace, main: endless.path, inputs: {}, files: [endless] }
      const stopped = typst.run(job, 'bench').then(
        () => Number.NaN,
        () => performance.now(),
      )
      const next = typst.run(jobOf(turn + 1, files), 'bench').then(() => performance.now())
      back.push((await next) - (await stopped))
    }
    return [
      row(
        'runaway template stopped → next poster out of the same worker, most of 5',
        Math.max(...back),
        'ms',
        1_000,
      ),
    ]
  } finally {
    await typst.stop()
  }
}
