/** From a key in the contact line of /print to the decoded picture, in the built product, debounce included. */
import type { Page } from 'playwright-core'
import { signIn } from '../../e2e/api.ts'
import { openProfile } from '../../e2e/browser.ts'
import { startServer, type Server } from '../../e2e/server.ts'
import { quantile, row, type Row } from '../report/rows.ts'
import { TEMPLATE } from './order.ts'

const TURNS = 40
const WARM = 5
/** Between the keys of a quick hand, less than the page waits for. */
const BURST_MS = 30
const REST_MS = 500
const LIMIT_MS = 5_000

type Seen = { readonly key: number; readonly decoded: number }
type Watched = { ssSeen?: readonly Seen[] }

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

/** Pictures of keys after `since`, when no more come for a moment. */
const lastSeen = async (page: Page, since: number): Promise<Seen> => {
  await page.waitForFunction(
    ([from, rest]) => {
      const last = (window as unknown as Watched).ssSeen?.at(-1)
      return last !== undefined && last.key >= (from ?? 0) && performance.now() - last.decoded > (rest ?? 0)
    },
    [since, REST_MS] as const,
    { polling: 20, timeout: LIMIT_MS },
  )
  const seen = await page.evaluate(() => (window as unknown as Watched).ssSeen?.at(-1))
  if (!seen) throw new Error('no picture came')
  return seen
}

/** Digits come and go so that the number stays one; the time is the last key's. */
const press = async (page: Page, turn: number, keys: number): Promise<number> => {
  let pressed = 0
  for (let key = 0; key < keys; key += 1) {
    if (key > 0) await page.waitForTimeout(BURST_MS)
    pressed = await page.evaluate(() => performance.now())
    await page.keyboard.press((turn * keys + key) % 2 === 0 ? String(turn % 10) : 'Backspace')
  }
  const { key, decoded } = await lastSeen(page, pressed)
  return decoded - key
}

const times = async (page: Page, keys: number): Promise<readonly number[]> => {
  const all: number[] = []
  for (let turn = 0; turn < WARM + TURNS; turn += 1) {
    all.push(await press(page, turn, keys))
    process.stdout.write(`\rpreview, ${keys} keys: ${turn + 1}/${WARM + TURNS}   `)
  }
  process.stdout.write('\n')
  return all.slice(WARM)
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
    const single = await times(page, 1)
    const burst = await times(page, 3)
    return [
      row(
        'preview: a key in the contact line → decoded picture, p95 of 40',
        quantile(single, 0.95),
        'ms',
        200,
      ),
      row('preview: the same, median', quantile(single, 0.5), 'ms', 200),
      row('preview: last of three quick keys → decoded picture, p95 of 40', quantile(burst, 0.95), 'ms', 200),
      row('preview: the same, median', quantile(burst, 0.5), 'ms', 200),
    ]
  } finally {
    await profile.close()
    await server.destroy()
  }
}
