/** A case goes from an editor's form to two screens on the square, and off again. Found by reading pixels. */
import { createHash } from 'node:crypto'
import { chromium, type Browser, type Page as BrowserPage } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from '../../src/model/page.ts'
import { canonicalJson } from '../../src/programme/index.ts'
import { signIn, type Api, type Found } from './api.ts'
import { BROWSER_FLAGS, executablePath, foreignRequests } from './browser.ts'
import { countPresses, decide, desksOf, pairAtDesk, personOf, writeCase, type DeskOf } from './desk.ts'
import { openDisplay, type Display } from './display.ts'
import { expected, lit, seen, untilGone, untilShown, type Pixels } from './pixels.ts'
import { ownServer, type Server } from './server.ts'

const TEXT = {
  title: '免费体检查出大病，三万买回一箱糖水',
  accent: '三万',
  story: '张阿姨在超市门口做了免费体检。\n“专家”说她病得很重，要马上吃药。\n三万元的药，化验出来是糖水。',
  lesson: '看病去医院，别信摆摊的专家。',
  alt: '超市门口的体检摊',
}

/** A photo as a phone takes it: 12 megapixels, sideways, with the place in its EXIF. */
const phonePhoto = (): Promise<Buffer> =>
  sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#7799bb' } })
    .composite([
      {
        input: { create: { width: 1800, height: 1800, channels: 3, background: '#dd8833' } },
        left: 300,
        top: 500,
      },
    ])
    .withExif({ IFD3: { GPSLatitude: '30/1 0/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 90 })
    .toBuffer()

/** Nothing here measures time: how soon is what `npm run bench -- first-picture` says. */
const PATIENCE_MS = 60_000

/** A picture of a screen costs as much as a page of the desk: none is taken before the player says that it drew this one. */
const untilFirstShown = async (
  display: Display,
  { pixels: [first], marks: [mark] }: Frozen,
): Promise<void> => {
  if (!first || !mark) throw new Error('nothing was frozen')
  const isDrawn = (name: string): boolean => performance.getEntriesByName(name, 'mark').length > 0
  await display.page().waitForFunction(isDrawn, mark, { timeout: PATIENCE_MS, polling: 100 })
  await untilShown(display.page(), first, PATIENCE_MS)
}

type Screen = { readonly id: string; readonly name: string; readonly width: number; readonly height: number }
type Submission = { readonly pages: string; readonly content: { readonly value: string } }
type Playlist = {
  readonly name: string
  readonly entries: readonly { readonly relationTo: string; readonly value: string }[]
}

let server: Server
let browser: Browser
let market: Display
let square: Display
let admin: Api
let deskOf: DeskOf
const foreign: (readonly string[])[] = []
const story: Record<'case' | 'submission', string> = { case: '', submission: '' }
let onMarket: Frozen = { pixels: [], marks: [] }
let onSquare: Frozen = { pixels: [], marks: [] }

const desk = async (role: string): Promise<BrowserPage> => {
  const page = await deskOf(personOf(server, role))
  foreign.push(foreignRequests(page, server.origin))
  return page
}

const screenOf = async (width: number): Promise<Screen> => {
  const { docs } = await admin.get<Found<Screen>>('/api/screens?depth=0&limit=20')
  const found = docs.find((screen) => screen.width === width)
  if (!found) throw new Error(`no screen is ${width} wide`)
  return found
}

const apiOf = (role: string): Promise<Api> => signIn(server.origin, personOf(server, role))

/** What the timeline says this screen shows now, drawn by the painter. */
const named = async (width: number): Promise<{ digest: string; until: number }> => {
  const { id } = await screenOf(width)
  const { pageDigest, until } = await admin.get<{ pageDigest: string; until: string }>(
    `/api/screens/${id}/timeline`,
  )
  return { digest: pageDigest, until: Date.parse(until) }
}

type Frozen = { readonly pixels: readonly Pixels[]; readonly marks: readonly string[] }

const markOf = (page: Page): string =>
  `page:${createHash('sha256').update(canonicalJson(page)).digest('hex')}`

const frozenPages = async (width: number): Promise<Frozen> => {
  const { pages } = await admin.get<Submission>(`/api/submissions/${story.submission}?depth=0`)
  const grids = JSON.parse(pages) as Record<string, readonly Page[]>
  const grid = Object.keys(grids).find((key) => key.startsWith(`${width}x`)) ?? ''
  const laidOut = grids[grid] ?? []
  const pixels = await Promise.all(laidOut.map((page) => expected(page, server.origin)))
  return { pixels, marks: laidOut.map(markOf) }
}

beforeAll(async () => {
  server = await ownServer()
  browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS })
  deskOf = desksOf(browser, server.origin)
  market = await openDisplay(server.origin, 1280, 720)
  square = await openDisplay(server.origin, 320, 160)
  admin = await apiOf('administrator')
})

afterAll(async () => {
  await market?.profile.close()
  await square?.profile.close()
  await browser?.close()
  await server?.destroy()
})

describe('E2E-1 a case goes from an editor’s form to the square', () => {
  it('E2E-1 two screens are paired: code typed, fingerprints compared', async () => {
    const page = await desk('administrator')
    for (const [display, width] of [
      [market, 1280],
      [square, 320],
    ] as const) {
      const { id } = await screenOf(width)
      await pairAtDesk(page, `${server.origin}/admin/collections/screens/${id}`, await display.offer)
    }
    for (const display of [market, square]) {
      await expect
        .poll(() => display.page().evaluate(() => performance.getEntriesByType('mark').length), {
          timeout: 10_000,
        })
        .toBeGreaterThan(0)
    }
  })

  it('E2E-1 DESK-92 an editor writes it with a photo in nine clicks and sends it', async () => {
    const page = await desk('author')
    const presses = await countPresses(page)
    story.case = await writeCase(page, server.origin, TEXT, await phonePhoto())
    // One more in the window of the computer that offers its files.
    expect(presses() + 1).toBeLessThanOrEqual(9)
    const operator = await apiOf('operator')
    const { docs } = await operator.get<Found<Playlist>>('/api/playlists?depth=0&limit=20')
    const campaign = docs.find(({ name }) => name.startsWith('宣传发动'))
    // A short loop, so that the case is on most of the time; two slogans, so that pages change without it too.
    const slogans = (campaign?.entries ?? []).filter(({ relationTo }) => relationTo === 'slogans')
    const entries = [{ relationTo: 'cases', value: story.case }, ...slogans.slice(0, 2)]
    await operator.patch(`/api/playlists/${campaign?.id}`, { entries })
    const { docs: sent } = await admin.get<Found<Submission>>(
      '/api/submissions?depth=0&sort=-submittedAt&limit=1',
    )
    story.submission = sent[0]?.id ?? ''
    expect(sent[0]?.content.value).toBe(story.case)
  })

  it('E2E-1 two reviewers pass it, an issuer signs, and both screens show it', async () => {
    const url = `${server.origin}/admin/collections/submissions/${story.submission}`
    await decide(await desk('reviewer'), url, '通过')
    // The second does on his page what the first did on his (CMS-11 in `review`).
    await (await apiOf('reviewer2')).post(`/api/submissions/${story.submission}/approve`, {})
    const issuer = await desk('issuer')
    onMarket = await frozenPages(1280)
    onSquare = await frozenPages(320)
    await decide(issuer, url, '签发')
    await Promise.all([untilFirstShown(market, onMarket), untilFirstShown(square, onSquare)])
  })
})

/** Marks of pages since this page was loaded, in order. */
const marks = (display: Display): Promise<readonly string[]> =>
  display.page().evaluate(() =>
    performance
      .getEntriesByType('mark')
      .map(({ name }) => name)
      .filter((name) => name.startsWith('page:')),
  )

const newest = async (display: Display): Promise<string> => (await marks(display)).at(-1) ?? ''

describe('I4 E2E-2 without the server it plays on', () => {
  it('I4 the server is killed: both go on to their next page', async () => {
    await server.kill()
    for (const display of [market, square]) {
      const before = (await marks(display)).length
      await expect
        .poll(async () => (await marks(display)).length, { timeout: 60_000, interval: 200 })
        .toBeGreaterThan(before)
    }
    expect(lit(await seen(market.page(), 1280, 720))).toBeGreaterThan(0.005)
    expect(lit(await seen(square.page(), 320, 160))).toBeGreaterThan(0.005)
  })

  it('I4 the box is switched off and on with the server dead: the released case still comes', async () => {
    await market.restart()
    await square.restart()
    for (const [display, { marks: wanted }] of [
      [market, onMarket],
      [square, onSquare],
    ] as const) {
      await expect
        .poll(async () => (await marks(display)).some((mark) => wanted.includes(mark)), {
          timeout: 90_000,
          interval: 200,
        })
        .toBe(true)
    }
  })

  it('E2E-2 the server is back: the page shown is the one the timeline names', async () => {
    await server.start()
    admin = await apiOf('administrator')
    await expect
      .poll(
        async () => {
          const { digest, until } = await named(1280)
          if (until - Date.now() < 1_500) return 'too near the end of a page to tell'
          const last = await newest(market)
          return last === `page:${digest}` ? 'same' : `${last} instead of ${digest}`
        },
        { timeout: 30_000, interval: 500 },
      )
      .toBe('same')
  })
})

describe('I7 E2E-3 what is withdrawn is off', () => {
  it('I7 撤下 takes it off both screens while it stands there, and it does not come back', async () => {
    const url = `${server.origin}/admin/collections/submissions/${story.submission}`
    const issuer = await desk('issuer')
    await expect
      .poll(
        async () => {
          const { digest, until } = await named(1280)
          return onMarket.marks.includes(`page:${digest}`) && until - Date.now() > 6_000
        },
        { timeout: 90_000, interval: 250 },
      )
      .toBe(true)
    expect(onMarket.marks).toContain(await newest(market))
    await decide(issuer, url, '撤下', '演练撤下')
    await untilGone(market.page(), onMarket.pixels, PATIENCE_MS)
    await untilGone(square.page(), onSquare.pixels, PATIENCE_MS)
    // Counted from here: before the word was given, a loop on a slow machine may have come round once more.
    const before = [(await marks(market)).length, (await marks(square)).length] as const
    // The next page comes too, and none of what came since is of the case.
    await expect
      .poll(async () => (await marks(market)).length, { timeout: 60_000, interval: 200 })
      .toBeGreaterThan(before[0] + 1)
    const since = [...(await marks(market)).slice(before[0]), ...(await marks(square)).slice(before[1])]
    expect(since.filter((mark) => [...onMarket.marks, ...onSquare.marks].includes(mark))).toEqual([])
  })

  it('E2E-4 no page asked a foreign host for anything', () => {
    expect(foreign.flat()).toEqual([])
  })
})
