/**
 * The product in a real browser that obeys its policy: nothing of ours breaks it, nothing planted runs. That no page of the
 * desk breaks it is watched in `pages` too, which goes through all of them; here some are loaded, by `npm run prove -- pages` all.
 */
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sample } from '../builders/sample.ts'
import { signIn, type Api, type Found } from './api.ts'
import { BROWSER_FLAGS, executablePath } from './browser.ts'
import { standsStill } from './crawl.ts'
import { personOf, signInAtDesk } from './desk.ts'
import { sharedServer, type Serving } from './server.ts'
import { watch, type Watched } from './watch.ts'

const COLLECTIONS = [
  'cases',
  'techniques',
  'slogans',
  'media',
  'screens',
  'schedules',
  'playlists',
  'poster-templates',
  'releases',
  'audit',
]
const LOADED = process.env['PROVE'] === 'pages' ? COLLECTIONS : sample(COLLECTIONS, 2)

let server: Serving
let browser: Browser
let context: BrowserContext
let page: Page
let watched: Watched
let api: Api

const firstOf = async (collection: string): Promise<string> => {
  const { docs } = await api.get<Found>(`/api/${collection}?limit=1&depth=0`)
  return docs[0]?.id ?? ''
}

/** Opens a page of the desk and waits until it stands still. */
const open = async (path: string, ready: (shown: Page) => Promise<unknown>): Promise<void> => {
  await page.goto(server.origin + path)
  await ready(page)
  await standsStill(page)
  const naked = await page.evaluate(
    () => [...document.scripts].filter(({ nonce, src }) => !nonce && !src).length,
  )
  expect(naked, `${path}: inline scripts without a nonce`).toBe(0)
}

beforeAll(async () => {
  server = await sharedServer()
  browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS })
  context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1366, height: 768 } })
  context.setDefaultTimeout(100_000)
  watched = await watch(context)
  page = await context.newPage()
  api = await signIn(server.origin, personOf(server, 'administrator'))
  await signInAtDesk(page, server.origin, personOf(server, 'administrator'))
})
afterAll(async () => {
  await browser?.close()
})

describe('ADP-32 the desk', () => {
  it('ADP-32 signing in and the first page', async () => {
    await open('/admin', (shown) => shown.locator('h1').first().waitFor())
    expect(watched.take()).toEqual([])
  })

  it.each(LOADED)('ADP-32 the list and a form of %s', async (slug) => {
    await open(`/admin/collections/${slug}`, (shown) =>
      shown.locator('.collection-list, .ss-list, .ss-acts').waitFor(),
    )
    const id = await firstOf(slug)
    if (id)
      await open(`/admin/collections/${slug}/${id}`, (shown) =>
        shown.locator('h1').filter({ visible: true }).first().waitFor(),
      )
    expect(watched.take()).toEqual([])
  })

  it('ADP-32 a submission draws its pages with their fonts', async () => {
    const id = await firstOf('submissions')
    await open(`/admin/collections/submissions/${id}`, (shown) => shown.locator('canvas').first().waitFor())
    const fonts = () =>
      page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').length)
    await expect.poll(fonts, { timeout: 60_000 }).toBeGreaterThan(0)
    expect(watched.take()).toEqual([])
  })

  it('ADP-32 what is not there: a page for it, of the desk and of none', async () => {
    for (const path of ['/nothing', '/nothing/at/all', '/admin/collections/nothing']) {
      await open(path, (shown) => shown.locator('h1').first().waitFor())
      const told = watched.take().filter((line) => !/status of 404/.test(line))
      expect(told).toEqual([])
    }
  })
})

describe('ADP-32 printing', () => {
  it('ADP-32 the three steps, the preview and the file', async () => {
    await open('/print', (shown) => shown.getByRole('heading', { name: '印哪一条？' }).waitFor())
    const { contents } = await api.get<{ contents: { title: string; kind: string }[] }>(
      '/api/print/catalogue',
    )
    // Not the first: the posters' file withdraws that one.
    const content = contents.findLast(({ kind }) => kind === 'technique')
    await page.getByRole('button', { name: content?.title ?? '' }).click()
    await page.getByRole('heading', { name: '印成什么样？' }).waitFor()
    const drawn = () =>
      page
        .locator('img')
        .evaluateAll((all) => (all as HTMLImageElement[]).filter((image) => image.naturalWidth > 0).length)
    await expect.poll(drawn, { timeout: 60_000 }).toBeGreaterThan(1)
    const { templates } = await api.get<{ templates: { id: string; name_zh: string }[] }>(
      '/api/print/catalogue',
    )
    const template = templates.find(({ id }) => id === 'technique-a3')
    await page
      .getByRole('button', { name: template?.name_zh ?? '' })
      .first()
      .click()
    await page.getByRole('heading', { name: '在哪里印？' }).waitFor()
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: '做成 PDF' }).click()
    expect((await downloading).suggestedFilename()).toMatch(/\.pdf$/)
    await page.getByRole('link', { name: '登记张贴' }).click()
    await page.getByText('这张海报是真的').waitFor()
    expect(watched.take()).toEqual([])
  })

  it('ADP-32 what hangs, what must come down, and the page of a code', async () => {
    for (const path of ['/print/hung', '/print/recall', '/v'])
      await open(path, (shown) => shown.locator('h1, h2').first().waitFor())
    expect(watched.take()).toEqual([])
  })
})

describe('ADP-32 screens', () => {
  it('ADP-32 the player and its page of facts', async () => {
    for (const path of ['/display', '/display?diag'])
      await open(path, (shown) =>
        shown
          .locator(path === '/display' ? 'canvas:visible' : '.diag')
          .first()
          .waitFor(),
      )
    expect(watched.take()).toEqual([])
  })

  it('ADP-32 /demo frames four players, and all of them play', async () => {
    await page.goto(`${server.origin}/demo`)
    const playing = async (): Promise<number> => {
      const frames = page.frames().filter((frame) => frame.url().includes('/display?viewer'))
      const seen = frames.map((frame) => frame.locator('canvas:visible').count())
      return (await Promise.all(seen)).filter((canvases) => canvases > 0).length
    }
    await expect.poll(playing, { timeout: 60_000 }).toBe(4)
    expect(watched.take()).toEqual([])
  })
})

describe('ADP-32 what is planted does not run', () => {
  const PLANTED = '<script>window.planted = 1</script><img src="data:," onerror="window.planted = 2">'
  let bare: BrowserContext
  let broken: Watched['broken']
  beforeAll(async () => {
    // A worker would answer with the page as it was kept.
    bare = await browser.newContext({
      storageState: await context.storageState(),
      serviceWorkers: 'block',
    })
    ;({ broken } = await watch(bare))
  })

  it.each(['/admin', '/print', '/demo', '/nothing', '/display', '/v'])('ADP-32 in %s', async (path) => {
    const fresh = await bare.newPage()
    await fresh.route(server.origin + path, async (route) => {
      const answer = await route.fetch()
      const html = (await answer.text()).replace(/<\/body>|$/, `${PLANTED}$&`)
      await route.fulfill({ response: answer, body: html })
    })
    broken()
    await fresh.goto(server.origin + path, { waitUntil: 'load' })
    const seen = new Set<string>()
    const told = (): readonly string[] => {
      for (const directive of broken()) seen.add(directive)
      return [...seen].sort()
    }
    await expect.poll(told, { timeout: 20_000 }).toEqual(['script-src-attr', 'script-src-elem'])
    expect(await fresh.evaluate(() => (window as { planted?: number }).planted)).toBeUndefined()
    await fresh.close()
  })

  it('ADP-32 no policy lets markup or words become a script, and each visit has its own nonce', async () => {
    const policyOf = async (path: string): Promise<string> =>
      (
        await fetch(server.origin + path, {
          headers: {
            'content-security-policy': "script-src 'nonce-mine'",
            'content-security-policy-report-only': "script-src 'nonce-mine'",
          },
        })
      ).headers.get('content-security-policy') ?? ''
    for (const path of ['/admin/login', '/print', '/demo', '/nothing', '/display', '/display/sw.js', '/v']) {
      const policy = await policyOf(path)
      expect(policy, path).toMatch(/default-src '(?:self|none)'/)
      expect(policy, path).toContain("frame-ancestors 'self'")
      expect(policy.replace(/style-src [^;]*/, ''), path).not.toMatch(/unsafe|mine|\*/)
    }
    const nonces = await Promise.all(
      Array.from({ length: 5 }, async () => /'nonce-([^']+)'/.exec(await policyOf('/admin/login'))?.[1]),
    )
    expect(new Set(nonces).size).toBe(5)
  })
})
