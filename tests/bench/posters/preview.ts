/** From a key in the contact line of /print to the decoded picture, in the built product, debounce included. */
import type { Page } from 'playwright-core'
import { signIn } from '../../e2e/api.ts'
import { openProfile } from '../../e2e/browser.ts'
import { startServer, type Server } from '../../e2e/server.ts'
import { quantile, row, type Row } from '../report/rows.ts'
import { TEMPLATE } from './order.ts'

const KEYS = 60
const WARM = 6
const REST_MS = 700

type Seen = { readonly key: number; readonly decoded: number }
type Watched = { ssSeen?: Seen[] }

type Catalogue = {
  readonly contents: readonly {
    readonly release: string
    readonly kind: string
    readonly photo: boolean
    readonly templates: readonly { readonly id: string; readonly fits: boolean }[]
  }[]
}

/** Notes each key at its own event, and each picture once it could be drawn. Plain source: it runs in the page. */
const WATCH = `
  window.ssSeen = []
  addEventListener('keydown', ({ timeStamp }) => { window.ssKey = timeStamp }, { capture: true })
  new PerformanceObserver((list) => {
    if (list.getEntriesByName('print:preview').length === 0) return
    const key = window.ssKey
    const note = () => { if (key !== undefined) window.ssSeen.push({ key, decoded: performance.now() }) }
    const picture = [...document.images].find(({ src }) => src.startsWith('blob:'))
    if (picture) picture.decode().then(note, note)
  }).observe({ type: 'mark' })
`

const openPrint = async (server: Server, page: Page): Promise<void> => {
  const { village } = server.people()
  if (!village) throw new Error('the demo town has no village clerk')
  const api = await signIn(server.origin, village)
  const { contents } = await api.get<Catalogue>('/api/print/catalogue')
  const fits = contents.filter(({ templates }) => templates.some(({ id, fits }) => id === TEMPLATE && fits))
  const content = fits.find(({ photo }) => photo) ?? fits[0]
  if (!content) throw new Error(`nothing released fits ${TEMPLATE}`)
  const cookies = api.cookie.split('; ').map((pair) => {
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: server.origin }
  })
  await page.context().addCookies(cookies)
  await page.addInitScript(WATCH)
  await page.goto(`${server.origin}/print?content=${content.release}&template=${TEMPLATE}`)
}

/**
 * One key, then nothing is asked of the page until its picture has long come: a question would take the time it measures.
 * Digits come and go so that the number stays one.
 */
const press = async (page: Page, turn: number): Promise<number> => {
  await page.keyboard.press(turn % 2 === 0 ? String(turn % 10) : 'Backspace')
  await page.waitForTimeout(REST_MS)
  const [count, last] = await page.evaluate(() => {
    const { ssSeen = [] } = window as unknown as Watched
    return [ssSeen.length, ssSeen.at(-1)] as const
  })
  if (!last || count < turn + 1) throw new Error(`key ${turn + 1} had no picture within ${REST_MS} ms`)
  return last.decoded - last.key
}

const start = async (server: Server, page: Page): Promise<void> => {
  await openPrint(server, page)
  await page.fill('input[name=contact-name]', '王会计')
  await page.fill('input[name=contact-number]', '05711234')
  await page.locator('img[src^="blob:"]').first().waitFor()
  await page.waitForTimeout(1_000)
  await page.focus('input[name=contact-number]')
  await page.keyboard.press('End')
}

export const benchPreview = async (): Promise<readonly Row[]> => {
  const server = await startServer({ PUBLIC_URL: 'https://wujian.example.cn' })
  const profile = await openProfile(1366, 768)
  try {
    const page = profile.context.pages()[0] ?? (await profile.context.newPage())
    await start(server, page)
    await page.evaluate(() => ((window as unknown as Watched).ssSeen = []))
    const times: number[] = []
    for (let turn = 0; turn < WARM + KEYS; turn += 1) {
      times.push(await press(page, turn))
      process.stdout.write(`\rpreview ${turn + 1}/${WARM + KEYS}: ${Math.round(times.at(-1) ?? 0)} ms   `)
    }
    process.stdout.write('\n')
    const warm = times.slice(WARM)
    return [
      row('preview: key in the contact line → decoded picture, p95 of 60', quantile(warm, 0.95), 'ms', 200),
      row('preview: the same, median', quantile(warm, 0.5), 'ms', 200),
    ]
  } finally {
    await profile.close()
    await server.destroy()
  }
}
