/** An old computer shows a page seconds before it answers to hands: its scripts come late, and somebody presses already. */
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BROWSER_FLAGS, executablePath } from './browser.ts'
import { desksOf, drawn, PATIENCE, personOf, type DeskOf } from './desk.ts'
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

/** The page as the server drew it; its scripts come when they are called for. */
const openAsleep = async (role: string, path: string): Promise<{ page: Page; wake: () => void }> => {
  const page = await deskOf(personOf(server, role))
  let wake = (): void => undefined
  const woken = new Promise<void>((done) => (wake = done))
  await page.route('**/_next/static/**/*.js', async (route) => {
    await woken
    await route.continue()
  })
  await page.goto(server.origin + path, { waitUntil: 'commit' })
  return { page, wake }
}

/** Where everything lies that can be pressed, by its words and the how manieth of them it is. */
const placesOf = (page: Page): Promise<[string, string][]> =>
  page.locator('button, a').evaluateAll((things) => {
    const seen = new Map<string, number>()
    return things
      .filter((thing) => thing.checkVisibility() && thing.textContent?.trim())
      .map((thing): [string, string] => {
        const words = thing.textContent?.trim() ?? ''
        seen.set(words, (seen.get(words) ?? 0) + 1)
        const { x, y } = thing.getBoundingClientRect()
        return [`${words} ${seen.get(words)}`, `${Math.round(x)},${Math.round(y)}`]
      })
  })

describe('DESK-94 pressed before the page is alive', () => {
  it('is pressed once the page is, once, however often', async () => {
    const { page, wake } = await openAsleep('operator', '/admin/second-factor')
    const begin = page.getByRole('button', { name: '开始设' })
    await begin.click(PATIENCE)
    await begin.click()
    expect(await page.locator('input[name=password]').count()).toBe(0)
    await page.evaluate(() => {
      const seen = window as unknown as { presses: number }
      seen.presses = 0
      addEventListener('click', ({ isTrusted }) => void (seen.presses += isTrusted ? 0 : 1), true)
    })
    wake()
    await page.locator('input[name=password]').waitFor(PATIENCE)
    expect(await page.evaluate(() => (window as unknown as { presses: number }).presses)).toBe(1)
    await page.close()
  })

  it('is not pressed where it is too long ago, or where the page does not let it be pressed any more', async () => {
    for (const why of ['late', 'disabled']) {
      const { page, wake } = await openAsleep('operator', '/admin/second-factor')
      const begin = page.getByRole('button', { name: '开始设' })
      await begin.click(PATIENCE)
      if (why === 'late')
        await page.evaluate(() => {
          const began = performance.now()
          performance.now = () => began + 10_100
        })
      else await begin.evaluate((button: HTMLButtonElement) => (button.disabled = true))
      wake()
      await page.waitForFunction(() => !('ssHear' in window), null, PATIENCE)
      await page.waitForLoadState('networkidle')
      await begin.evaluate((button: HTMLButtonElement) => (button.disabled = false))
      await drawn(page)
      expect(await page.locator('input[name=password]').count()).toBe(0)
      await page.close()
    }
  })

  it('is forgotten where the page heard it by itself, and nothing is pressed that nobody pressed', async () => {
    const { page, wake } = await openAsleep('operator', '/admin/second-factor')
    await page.getByRole('button', { name: '开始设' }).waitFor(PATIENCE)
    wake()
    await page.getByRole('button', { name: '添加通行密钥' }).waitFor(PATIENCE)
    expect(await page.locator('input[name=password]').count()).toBe(0)
    await page.getByRole('button', { name: '开始设' }).click()
    await page.locator('input[name=password]').waitFor(PATIENCE)
    await page.getByRole('button', { name: '先不办' }).click()
    await page.getByRole('button', { name: '开始设' }).waitFor(PATIENCE)
    expect(await page.locator('input[name=password]').count()).toBe(0)
    await page.close()
  })

  it.each([
    ['operator', '/admin'],
    ['reviewer', '/admin'],
    ['operator', '/admin/second-factor'],
    ['operator', '/admin/sessions'],
    ['author', '/admin/collections/cases'],
    ['operator', '/admin/collections/screens'],
    ['operator', '/admin/collections/releases'],
    ['administrator', '/admin/collections/users'],
  ])(
    'stays under the hand that presses it: nothing moves when the page wakes, as %s at %s',
    async (role, path) => {
      const { page, wake } = await openAsleep(role, path)
      await page.locator('.template-default').waitFor(PATIENCE)
      const asleep = await placesOf(page)
      wake()
      await page.waitForFunction(() => !('ssHear' in window), null, PATIENCE)
      await page.waitForLoadState('networkidle')
      await drawn(page)
      const alive = new Map(await placesOf(page))
      expect(asleep.length).toBeGreaterThan(0)
      const moved = asleep.filter(([name, place]) => alive.has(name) && alive.get(name) !== place)
      expect(moved.map(([name, place]) => `${name}: ${place} → ${alive.get(name)}`)).toEqual([])
      await page.close()
    },
  )
})
