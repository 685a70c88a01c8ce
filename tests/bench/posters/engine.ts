/** One poster for 200 villages through the print engine, every check included, beside Chromium without any check. */
import { DICTIONARY } from '../../builders/dictionary.ts'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { PrintOrder } from '../../../cms/base/ports.ts'
import { startImages } from '../../../src/adapters/images/images.ts'
import { openVectors } from '../../../src/adapters/images/vectors.ts'
import { sha256Hex } from '../../../src/adapters/disk/keys.ts'
import { openObjects } from '../../../src/adapters/disk/objects.ts'
import { openPrint } from '../../../src/adapters/town/open-print.ts'
import { openTypst } from '../../../src/adapters/typst/index.ts'
import { buildPicture } from '../../builders/content.ts'
import { KINDS_ON_PAPER } from '../../builders/print.ts'
import { quantile, row, type Row } from '../report/rows.ts'
import { openChromium } from './chromium.ts'
import { filesOf, NOW, orderOf, photo, sheetOf } from './order.ts'

const VILLAGES = 200
const CHROMIUM_PAGES = 20
const MEGABYTE = 1024 * 1024
const WIDTH = 1600
const HEIGHT = 1200

/** The same words for every village, as a bulk order has them; only unit, code and QR differ. */
const ordersOf = (sha256: string): readonly PrintOrder[] => {
  const picture = { ...buildPicture(), sha256: sha256 as ReturnType<typeof buildPicture>['sha256'] }
  const { source } = orderOf(0, { ...picture, width: WIDTH, height: HEIGHT })
  return Array.from({ length: VILLAGES }, (_, village) => {
    const { choice, source: own } = orderOf(village)
    return { choice: { ...choice, contact: null }, source: { ...source, unit: own.unit } }
  })
}

const openEngine = (folder: string) => {
  const uploads = join(folder, 'uploads')
  mkdirSync(uploads, { recursive: true })
  const objects = openObjects(join(folder, 'objects'))
  const child = { file: resolve('dist/image-child.mjs'), execArgv: [] }
  const images = startImages({ child, uploads, objects, vectors: openVectors(resolve('media/pictures')) })
  const shipped = resolve('media/posters')
  const typst = openTypst({ templates: shipped, childFile: resolve('dist/typst-child.mjs'), execArgv: [] })
  const print = openPrint({
    kinds: KINDS_ON_PAPER,
    typst,
    images,
    dictionary: DICTIONARY,
    clock: () => NOW,
    shipped,
    installed: join(folder, 'templates'),
  })
  const close = async (): Promise<void> => {
    images.stop()
    await typst.stop()
  }
  return { uploads, typst, print, close }
}

const chromiumMedian = async (): Promise<number> => {
  const chromium = await openChromium(await filesOf())
  const times: number[] = []
  for (let turn = 0; turn < CHROMIUM_PAGES; turn += 1) times.push((await chromium.print(sheetOf(turn))).ms)
  await chromium.close()
  return quantile(times, 0.5)
}

export const benchEngine = async (): Promise<readonly Row[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'silver-shield-engine-'))
  const engine = openEngine(folder)
  try {
    const bytes = await photo(WIDTH, HEIGHT)
    const sha256 = sha256Hex(bytes)
    writeFileSync(join(engine.uploads, `${sha256}.jpg`), bytes)
    const orders = ordersOf(sha256)
    const [first] = orders
    if (!first) throw new Error('no orders')
    const one = await engine.print.pdf(first, 'bench')
    let rss = 0
    const progress = (done: number): void => {
      rss = Math.max(rss, engine.typst.state().rss / MEGABYTE)
      if (done % 20 === 0) process.stdout.write(`\r${done}/${VILLAGES} villages   `)
    }
    const begun = performance.now()
    await engine.print.bulk(orders, 'zip', 'bench', {
      progress,
      signal: new AbortController().signal,
    })
    const seconds = (performance.now() - begun) / 1000
    process.stdout.write('\n')
    const control = {
      name: 'Chromium without checks, 200 × its median',
      value: ((await chromiumMedian()) * VILLAGES) / 1000,
    }
    return [
      row('200 villages’ posters as one .zip, all checks', seconds, 's', 15, control),
      row('memory of a worker meanwhile, most', rss, 'MB', 250),
      row('size of the poster’s PDF from the engine', one.bytes.byteLength / 1024, 'KB', 400),
    ]
  } finally {
    await engine.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
