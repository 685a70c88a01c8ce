/** Takes the pictures: the wall, each LED at its true pixels, the editor's form, the submission, on a phone too. */
import { mkdirSync } from 'node:fs'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import sharp from 'sharp'
import { signIn, type Api, type Found } from '../../tests/e2e/api.ts'
import { BROWSER_FLAGS, executablePath } from '../../tests/e2e/browser.ts'
import { standsStill } from '../../tests/e2e/crawl.ts'
import { signInAtDesk } from '../../tests/e2e/desk.ts'
import { startServer, type Server } from '../../tests/e2e/server.ts'
import { takePrint } from './print.ts'

const OUT = 'docs/pictures'
const DESK = { width: 1366, height: 768 }
const PHONE = { width: 390, height: 844 }

type Screen = { readonly id: string; readonly width: number; readonly height: number }
type Size = { readonly width: number; readonly height: number }

/** Few colours, small files: the repository keeps these. */
const keep = async (png: Uint8Array, name: string): Promise<void> => {
  await sharp(png)
    .png({ palette: true, quality: 92, compressionLevel: 9, effort: 8 })
    .toFile(`${OUT}/${name}.png`)
  console.log(`${OUT}/${name}.png`)
}

/** A canvas stands there before its page was painted. */
const allLit = (page: Page): Promise<unknown> =>
  page.waitForFunction(() =>
    [...document.querySelectorAll('canvas')].every((canvas) => {
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {}
      return (data ?? []).some((value, i) => i % 4 < 3 && value > 100)
    }),
  )

const settled = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle').catch(() => undefined)
  await page.evaluate(() => document.fonts.ready.then(() => true))
  await standsStill(page)
  await allLit(page)
}

const painted = (page: Page): Promise<unknown> =>
  page.waitForFunction(() =>
    performance.getEntriesByType('mark').some(({ name }) => name.startsWith('page:')),
  )

type Moment = { readonly release: string | null; readonly page: number | null; readonly until: string }

/** The title page of a case shows what the product is about; the loop comes to one within a minute or two. */
const untilCaseTitle = async (api: Api, screen: Screen): Promise<void> => {
  for (;;) {
    const now = await api.get<Moment>(`/api/screens/${screen.id}/timeline`)
    const release = now.release
      ? await api.get<{ kind: string }>(`/api/releases/${now.release}?depth=0`)
      : null
    if (release?.kind === 'case' && now.page === 1 && Date.parse(now.until) - Date.now() > 10_000) return
    await new Promise((done) => setTimeout(done, Math.max(0, Date.parse(now.until) - Date.now()) + 50))
  }
}

/** LED pages lamp by lamp: small ones enlarged without smoothing, so that one sees what the panel lights. */
const takeScreen = async (browser: Browser, server: Server, screen: Screen): Promise<Buffer> => {
  const { width, height } = screen
  const page = await browser.newPage({ viewport: { width, height }, locale: 'zh-CN' })
  await page.goto(`${server.origin}/display?viewer=${screen.id}`)
  await painted(page)
  const png = await page.screenshot()
  await page.close()
  const times = width >= 768 ? 1 : 4
  const large = await sharp(png)
    .resize(width * times, height * times, { kernel: 'nearest' })
    .png()
    .toBuffer()
  await keep(large, `led-${width}x${height}`)
  return large
}

/** The three smaller grids under each other, on the wall's colour. */
const takeSmall = async (pictures: readonly Buffer[]): Promise<void> => {
  const width = 1280
  const parts = await Promise.all(
    pictures.map((png) =>
      sharp(png).resize({ width, kernel: 'nearest' }).png().toBuffer({ resolveWithObject: true }),
    ),
  )
  let top = 0
  const layers = parts.map(({ data, info }) => {
    const layer = { input: data, left: 0, top }
    top += info.height + 24
    return layer
  })
  const wall = sharp({ create: { width, height: top - 24, channels: 3, background: '#151412' } })
  await keep(await wall.composite(layers).png().toBuffer(), 'led-small')
}

/** What runs this script marks each function by a helper of its own, which no page has. */
const NAMELESS = 'globalThis.__name = (f) => f'

const contextOf = async (browser: Browser, viewport: Size): Promise<BrowserContext> => {
  const context = await browser.newContext({ viewport, locale: 'zh-CN' })
  await context.addInitScript(NAMELESS)
  return context
}

const takeWall = async (browser: Browser, server: Server, size: Size, name: string): Promise<void> => {
  const context = await contextOf(browser, size)
  const page = await context.newPage()
  await page.goto(`${server.origin}/demo`)
  await page.locator('iframe').first().waitFor()
  for (const frame of page.frames().slice(1)) {
    // By the clock: a frame below the fold draws nothing that could be waited on.
    await frame.waitForFunction(
      () => performance.getEntriesByType('mark').some(({ name: mark }) => mark.startsWith('page:')),
      undefined,
      { polling: 200 },
    )
  }
  await settled(page)
  await keep(await page.screenshot(), name)
  await context.close()
}

const at = async (page: Page, url: string, name: string, fullPage = false): Promise<void> => {
  await page.goto(url)
  await settled(page)
  await keep(await page.screenshot({ fullPage }), name)
}

const takeDesk = async (
  browser: Browser,
  server: Server,
  api: Api,
  size: Size,
  suffix: string,
): Promise<void> => {
  const { author, reviewer } = server.people()
  if (!author || !reviewer) throw new Error('no author or reviewer')
  const writing = await contextOf(browser, size)
  const form = await writing.newPage()
  await signInAtDesk(form, server.origin, author)
  const context = await contextOf(browser, size)
  const page = await context.newPage()
  await signInAtDesk(page, server.origin, reviewer)
  await settled(page)
  await keep(await page.screenshot(), `today${suffix}`)
  const { docs: cases } = await api.get<Found>('/api/cases?depth=0&limit=1&sort=createdAt')
  await at(form, `${server.origin}/admin/collections/cases/${cases[0]?.id}`, `case-form${suffix}`)
  const { docs: sent } = await api.get<Found>(
    '/api/submissions?depth=0&limit=1&where[kind][equals]=technique&sort=-submittedAt',
  )
  await at(page, `${server.origin}/admin/collections/submissions/${sent[0]?.id}`, `submission${suffix}`)
  await writing.close()
  await context.close()
}

const main = async (): Promise<void> => {
  mkdirSync(OUT, { recursive: true })
  const server = await startServer()
  const browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS })
  try {
    const api = await signIn(
      server.origin,
      server.people()['administrator'] ?? { username: '', password: '' },
    )
    const { docs } = await api.get<Found<Screen>>('/api/screens?depth=0&limit=20&sort=-width')
    const [market] = docs
    if (!market) throw new Error('the demo town has no screen')
    await untilCaseTitle(api, market)
    const pictures = await Promise.all(
      docs.map(async (screen) => [screen.width, await takeScreen(browser, server, screen)] as const),
    )
    const small = [768, 320, 640].flatMap((width) =>
      pictures.filter(([w]) => w === width).map(([, png]) => png),
    )
    await takeSmall(small)
    await takeWall(browser, server, DESK, 'demo')
    await takeWall(browser, server, PHONE, 'demo-phone')
    await takeDesk(browser, server, api, DESK, '')
    await takeDesk(browser, server, api, PHONE, '-phone')
    await takePrint(browser, server, keep)
  } finally {
    await browser.close()
    await server.destroy()
  }
}

await main()
