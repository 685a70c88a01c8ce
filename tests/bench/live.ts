/**
 * `npm run bench -- live`: from the last key of a writer to his page on the canvas beside the form, in the demo town of four
 * grids. The control is a case of four short beats, typed into in turns with the one of 1,000 characters.
 */
import { chromium, type Page } from 'playwright-core'
import { signIn, type Created, type Found } from '../e2e/api.ts'
import { BROWSER_FLAGS, executablePath } from '../e2e/browser.ts'
import { desksOf, personOf } from '../e2e/desk.ts'
import { startServer, type Server } from '../e2e/server.ts'
import { finish, quantile, row } from './report/rows.ts'

const GOAL_MS = 300
const KEYS = Number(process.env['LIVE_KEYS'] ?? 40)
/** Each town of the demo looks at all its screens when the writer rests; the next key comes after that. */
const REST_MS = 1_500

const SENTENCE =
  '张阿姨听邻居说投五万每月返一千五头两个月都到账了第三个月公司搬空电话停机她才知道上了当去派出所报案'
const LONG = Array.from({ length: 17 }, (_, i) =>
  `${SENTENCE.slice(0, 50)}这是第${i + 1}次了`.slice(0, 58),
).join('\n')
const SHORT = '头两个月返息\n第三个月搬空\n电话停机\n只追回三万'

const caseWith = async (server: Server, story: string): Promise<string> => {
  const author = await signIn(server.origin, personOf(server, 'author'))
  const hotline = (await author.get<Found>('/api/hotlines?limit=1&depth=0')).docs[0]?.id ?? ''
  const words = { title: '高息返了两个月，第三个月人去楼空', fraudClass: 'care-investment', story, hotline }
  return (await author.post<Created>('/api/cases?draft=true', words)).doc.id
}

/** Looks at the canvas once a frame, small: that the picture is another is seen by its dots. */
const watchCanvas = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const small = document.createElement('canvas')
    small.width = 160
    small.height = 90
    const context = small.getContext('2d', { willReadFrequently: true })
    const dots = (): string => {
      const canvas = document.querySelector<HTMLCanvasElement>('.ss-live__page canvas')
      if (!canvas || !context) return ''
      context.drawImage(canvas, 0, 0, 160, 90)
      return context.getImageData(0, 0, 160, 90).data.join()
    }
    const watched = globalThis as typeof globalThis & { untilDrawn?: () => Promise<number> }
    watched.untilDrawn = () =>
      new Promise((done) => {
        const before = dots()
        document.addEventListener(
          'input',
          () => {
            const from = performance.now()
            const look = () =>
              dots() === before ? requestAnimationFrame(look) : done(performance.now() - from)
            requestAnimationFrame(look)
          },
          { once: true, capture: true },
        )
      })
  })

const openCase = async (page: Page, url: string): Promise<void> => {
  await page.goto(url)
  await page.locator('.ss-live__page canvas').waitFor()
  await page.locator('.ss-live[data-behind=false]').waitFor()
  await page.locator('#field-story').click()
  await page.keyboard.press('Control+End')
  await page.waitForTimeout(REST_MS)
  await watchCanvas(page)
}

/** Types one character at the end of the last beat, or takes it back; answers the ms until it stood on the canvas. */
const typed = async (page: Page, turn: number): Promise<number> => {
  const drawn = page.evaluate(() =>
    (globalThis as typeof globalThis & { untilDrawn: () => Promise<number> }).untilDrawn(),
  )
  // The watcher is in place before the key.
  await page.evaluate(() => undefined)
  await (turn % 2 === 0 ? page.keyboard.insertText('啊') : page.keyboard.press('Backspace'))
  const ms = await drawn
  await page.waitForTimeout(REST_MS)
  return ms
}

const main = async (): Promise<void> => {
  const server = await startServer()
  const browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS })
  try {
    const deskOf = desksOf(browser, server.origin)
    const [long, short] = [await deskOf(personOf(server, 'author')), await deskOf(personOf(server, 'author'))]
    const address = (id: string) => `${server.origin}/admin/collections/cases/${id}`
    await openCase(long, address(await caseWith(server, LONG)))
    await openCase(short, address(await caseWith(server, SHORT)))
    const [ours, control]: [number[], number[]] = [[], []]
    for (let turn = 0; turn < KEYS; turn++) {
      await long.bringToFront()
      ours.push(await typed(long, turn))
      await short.bringToFront()
      control.push(await typed(short, turn))
    }
    const name = 'a case of four short beats'
    const rows = (
      [
        ['p50', 0.5],
        ['p95', 0.95],
      ] as const
    ).map(([share, at]) =>
      row(`1,000 characters, 4 grids: last key to page, ${share}`, quantile(ours, at), 'ms', GOAL_MS, {
        name,
        value: quantile(control, at),
      }),
    )
    finish(rows, process.argv)
  } finally {
    await browser.close()
    await server.destroy()
  }
}

await main()
