/** The menu goes with the window it stands in. */
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BROWSER_FLAGS, executablePath } from './browser.ts'
import { desksOf, look, PATIENCE, personOf, type DeskOf } from './desk.ts'
import { sharedServer, type Serving } from './server.ts'

let server: Serving
let browser: Browser
let deskOf: DeskOf
beforeAll(async () => {
  server = await sharedServer()
  browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS })
  deskOf = desksOf(browser, server.origin)
})
afterAll(() => browser?.close())

type Seen = { readonly width: number; readonly opacity: string; readonly left: number }

/** Notes in every frame how the menu and the page stand to each other, from the first on that has another width. */
const noteFrames = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const seen: Seen[] = []
    Object.assign(window, { seen })
    const before = innerWidth
    const note = (): void => {
      const nav = document.querySelector('.nav')
      const wrap = document.querySelector('.template-default__wrap')
      if (innerWidth !== before && nav && wrap)
        seen.push({
          width: innerWidth,
          opacity: getComputedStyle(nav).opacity,
          left: wrap.getBoundingClientRect().left,
        })
      requestAnimationFrame(note)
    }
    note()
  })
const framesOf = (page: Page): Promise<readonly Seen[]> =>
  page.evaluate(() => (window as unknown as { seen: readonly Seen[] }).seen)

/** Some frames after the window got this width, and whatever was to be drawn then is. */
const settled = (page: Page): Promise<void> =>
  expect
    .poll(async () => (await framesOf(page)).length, PATIENCE)
    .toBeGreaterThan(20) as unknown as Promise<void>

const resized = async (page: Page, width: number, height: number): Promise<readonly Seen[]> => {
  await noteFrames(page)
  await page.setViewportSize({ width, height })
  await settled(page)
  return framesOf(page)
}

describe('a window that grows narrow or wide', () => {
  it.each([
    [1366, 390],
    [1366, 1023],
    [1600, 390],
  ])(
    'DESK-84 from %i to %i pixels: the menu is off the page in the first frame, and in all after it',
    async (from, to) => {
      const page = await deskOf(personOf(server, 'author'), from)
      await page.goto(`${server.origin}/admin/collections/cases`)
      await page.locator('.nav--nav-open.nav--nav-hydrated').waitFor()
      const seen = await resized(page, to, 844)
      await look(page, 'menu-narrowed')
      expect([...new Set(seen.map((one) => JSON.stringify(one)))]).toEqual([
        JSON.stringify({ width: to, opacity: '0', left: 0 }),
      ])
      // It is there for who asks for it.
      await page.locator('.nav-toggler:visible').first().click()
      await page.locator('.nav--nav-open').waitFor()
      await look(page, 'menu-asked-for')
      await page.close()
    },
  )

  it('DESK-84 from 390 to 1366 pixels and by 1024 to 800: it comes back beside the page, and goes again', async () => {
    const page = await deskOf(personOf(server, 'author'), 390, 844)
    await page.goto(`${server.origin}/admin/collections/cases`)
    await page.locator('.nav--nav-hydrated:not(.nav--nav-open)').waitFor({ state: 'attached' })
    for (const [width, opacity] of [
      [1366, '1'],
      [1024, '1'],
      [800, '0'],
      [1440, '1'],
      [390, '0'],
    ] as const) {
      const seen = await resized(page, width, 768)
      if (width === 1366) await look(page, 'menu-widened')
      const menu = opacity === '1' ? ((await page.locator('.nav').boundingBox())?.width ?? 0) : 0
      expect(seen.at(-1), `${width}`).toEqual({ width, opacity, left: menu })
    }
    await page.close()
  })
})
