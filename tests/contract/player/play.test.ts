import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page as BrowserPage } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildDisplay } from '../../../scripts/build-display.mjs'
import { openProfile, type Profile } from '../../e2e/browser.ts'
import { pageName } from '../../builders/programme.ts'
import { colourPage, holds, middle, onePage } from './browser.ts'
import { SCREEN, makeTown, startTownServer, type Town, type TownServer } from './town-server.ts'

const GREEN = colourPage('green', '#00FF00')
const RED = colourPage('red', '#FF0000')

/** A picture of one dot. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

describe('the player in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'silver-shield-player-'))
  const display = join(folder, 'display')
  let town: Town
  let server: TownServer
  let profile: Profile
  let screen: BrowserPage

  beforeAll(() => buildDisplay({ outDir: display }))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  beforeEach(async () => {
    town = makeTown({ width: 160, height: 80 })
    server = await startTownServer(town, display)
    profile = await openProfile(640, 480)
    screen = await profile.context.newPage()
  })
  afterEach(async () => {
    await profile.close()
    await server.stop()
  })

  const pairUp = async (): Promise<void> => {
    await screen.goto(`${server.url}/display`)
    await expect.poll(() => server.codes.size, { timeout: 15_000 }).toBe(1)
    server.pair([...server.codes.keys()][0] ?? '')
    await expect.poll(() => server.online(), { timeout: 15_000 }).toBe(true)
  }

  test('PLY-1 shows a code, is paired, plays what is published, and tells every stage once', async () => {
    await screen.goto(`${server.url}/display`)
    await expect.poll(() => server.codes.size, { timeout: 15_000 }).toBe(1)
    expect(await screen.evaluate(() => document.querySelectorAll('canvas').length)).toBe(2)
    server.pair([...server.codes.keys()][0] ?? '')
    await expect.poll(() => server.online()).toBe(true)
    server.publish(onePage(GREEN))
    await holds(screen, GREEN)
    expect(await middle(screen)).toBe('#00ff00')
    await expect
      .poll(() => server.receipts.map(({ sequence, stage }) => `${sequence} ${stage}`))
      .toEqual(['1 notified', '1 fetched', '1 verified', '1 ready', '1 showing'])
  })

  test('PLY-35 tells when the last byte had come and when the last check of it ended, not when all was ready', async () => {
    await pairUp()
    // A picture of one dot and 8 MB behind it, which take a while to hash and to store.
    const picture = Buffer.concat([DOT, Buffer.alloc(8 * 1024 * 1024)])
    const asset = server.put(picture)
    const page = colourPage('picture', '#00FF00', [{ op: 'image', x: 0, y: 0, w: 1, h: 1, asset }])
    server.publish(onePage(page, { assets: { [asset]: { bytes: picture.length, type: 'image/png' } } }))
    await holds(screen, page)
    await expect.poll(() => server.receipts.length, { timeout: 15_000 }).toBe(5)
    const at = Object.fromEntries(server.receipts.map((told) => [told.stage, told.at]))
    const { notified = 0, fetched = 0, verified = 0, ready = 0 } = at
    expect(fetched).toBeGreaterThanOrEqual(notified)
    expect(verified - fetched).toBeGreaterThanOrEqual(5)
    expect(ready).toBeGreaterThanOrEqual(verified)
    expect(Math.abs(Date.now() - ready)).toBeLessThan(60_000)
  })

  test('I4 plays on without the server, starts without it, and catches up when it is back', async () => {
    await pairUp()
    server.publish(onePage(GREEN))
    await holds(screen, GREEN)
    await screen.waitForFunction(() => navigator.serviceWorker.controller !== null)
    const port = Number(new URL(server.url).port)
    await server.stop()
    expect(await middle(screen)).toBe('#00ff00')
    await screen.reload()
    await holds(screen, GREEN)
    expect(await middle(screen)).toBe('#00ff00')
    const cold = await profile.restart()
    screen = await cold.newPage()
    await screen.goto(`${server.url}/display`)
    await holds(screen, GREEN)
    server = await startTownServer(town, display, port)
    server.publish(onePage(RED))
    await holds(screen, RED)
    expect(await middle(screen)).toBe('#ff0000')
  })

  test('I7 a withdrawal takes effect at once, though its programme cannot be had', async () => {
    await pairUp()
    const programme = onePage(GREEN)
    server.publish(programme)
    await holds(screen, GREEN)
    const release = programme.loops[0]?.[0]?.release
    server.publish(programme, { programme: 'f'.repeat(64) as never, revoked: release ? [release] : [] })
    await expect.poll(() => middle(screen)).toBe('#0000ff')
    await screen.reload()
    await expect.poll(() => middle(screen)).toBe('#0000ff')
  })

  test('I1 bytes that are not what their name says are never shown; the last good frame stays', async () => {
    await pairUp()
    server.publish(onePage(GREEN))
    await holds(screen, GREEN)
    const asked = screen.waitForResponse(/\/screens\/programmes\//)
    const head = server.publish(onePage(RED))
    town.objects.set(head.programme, new TextEncoder().encode('{}'))
    await asked
    await screen.waitForResponse(/\/screens\/programmes\//)
    expect(await middle(screen)).toBe('#00ff00')
  })

  test('I4 a page that cannot even run its script, or whose disk is silent, is not blank', async () => {
    await screen.addInitScript(() => {
      // A disk that opens never.
      Object.assign(IDBFactory.prototype, { open: () => ({}) })
    })
    await screen.goto(`${server.url}/display`)
    await screen.waitForTimeout(1_700)
    const card = await screen.evaluate(() => {
      const words = document.querySelector('#panel p')!
      return { text: words.textContent, opacity: getComputedStyle(words).opacity }
    })
    expect(card).toMatchObject({ text: expect.stringContaining('96110'), opacity: '1' })
  })

  test('I4 a programme whose picture was lost shows a card, fetches it again and plays', async () => {
    await pairUp()
    const asset = server.put(DOT)
    const page = colourPage('picture', '#00FF00', [{ op: 'image', x: 0, y: 0, w: 1, h: 1, asset }])
    server.publish(onePage(page, { assets: { [asset]: { bytes: DOT.length, type: 'image/png' } } }))
    await holds(screen, page)
    await screen.evaluate(
      (name) =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open('silver-shield')
          opening.onsuccess = () => {
            const transaction = opening.result.transaction('objects', 'readwrite')
            transaction.objectStore('objects').delete(name)
            transaction.oncomplete = () => resolve()
          }
        }),
      asset,
    )
    town.objects.delete(asset)
    await screen.reload()
    await expect.poll(() => middle(screen)).not.toMatch(/nothing|#00ff00/)
    town.objects.set(asset, DOT)
    await holds(screen, page)
    expect(await middle(screen)).toBe('#00ff00')
  })

  test('PLY-2 a viewer sees what the screen sees, obeys the cable of its parent page, and leaves no receipt', async () => {
    await screen.goto(`${server.url}/wall`)
    server.publish(onePage(GREEN))
    await screen.evaluate((id) => {
      const told: unknown[] = []
      Object.assign(window, { told })
      window.addEventListener('message', (event) => told.push(event.data))
      document.querySelector('iframe')!.src = `/display?viewer=${id}`
    }, SCREEN)
    const state = (): Promise<{ page?: string; online?: boolean; cut?: boolean }> =>
      screen.evaluate(() => (window as unknown as { told: never[] }).told.at(-1) ?? {})
    await expect
      .poll(state, { timeout: 15_000 })
      .toMatchObject({ page: pageName(GREEN), online: true, cut: false })
    const cable = (cut: boolean): Promise<void> =>
      screen.evaluate(
        (wanted) => frames[0]!.postMessage({ type: 'silver-shield:cable', cut: wanted }, location.origin),
        cut,
      )
    await cable(true)
    await expect.poll(state).toMatchObject({ online: false, cut: true })
    server.publish(onePage(RED))
    await cable(false)
    await expect.poll(state).toMatchObject({ page: pageName(RED), online: true, cut: false })
    expect(server.receipts).toEqual([])
    expect(await server.online()).toBe(false)
  })

  test('PLY-3 the page for people on the ladder says in words when the window is too small', async () => {
    await pairUp()
    server.publish(onePage(GREEN))
    await holds(screen, GREEN)
    await screen.setViewportSize({ width: 100, height: 60 })
    await screen.goto(`${server.url}/display?diag`)
    await expect.poll(() => screen.textContent('body'), { timeout: 15_000 }).toContain('窗口比屏小')
    expect(await screen.textContent('body')).toContain('菜市场东门')
  })
})
