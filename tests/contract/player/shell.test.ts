import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page as BrowserPage } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildDisplay } from '../../../scripts/build-display.mjs'
import { openProfile, type Profile } from '../../e2e/browser.ts'
import { buildSegment } from '../../builders/programme.ts'
import { colourPage, holds, kept, middle, onePage } from './browser.ts'
import { askForShell, keptShells, oneScriptBuild, otherBuild, withoutWorkers } from './shells.ts'
import { makeTown, startTownServer, type Town, type TownServer } from './town-server.ts'

const GREEN = colourPage('green', '#00FF00')
const RED = colourPage('red', '#FF0000')
const DAY = 86_400_000

/** Dark for the whole day. */
const dark = () =>
  onePage(GREEN, {
    segments: [buildSegment({ from: 0, until: Date.now() + DAY, loop: null, level: 'daily', dark: true })],
  })

describe('a shell of two scripts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'silver-shield-shell-'))
  const built = join(folder, 'built')
  const served = join(folder, 'served')
  let other: string
  let one: string
  let town: Town
  let server: TownServer
  let profile: Profile
  let screen: BrowserPage
  let port: number

  beforeAll(async () => {
    await buildDisplay({ outDir: built })
    other = otherBuild(built, join(folder, 'other'))
    one = oneScriptBuild(built, join(folder, 'one'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const lay = (from: string, ...names: readonly string[]): void => {
    if (names.length === 0) rmSync(served, { recursive: true, force: true })
    if (names.length === 0) cpSync(from, served, { recursive: true })
    for (const name of names) cpSync(join(from, name), join(served, name))
  }
  const start = async (): Promise<void> => {
    server = await startTownServer(town, served, port)
    port = Number(new URL(server.url).port)
  }
  beforeEach(async () => {
    lay(built)
    port = 0
    town = makeTown({ width: 160, height: 80 })
    await start()
    profile = await openProfile(640, 480)
    screen = await profile.context.newPage()
  })
  afterEach(async () => {
    await profile.close()
    await server.stop()
  })

  const isOnline = () => expect.poll(() => server.online(), { timeout: 30_000 }).toBe(true)
  const pairUp = async (): Promise<void> => {
    await screen.goto(`${server.url}/display`)
    await expect.poll(() => server.codes.size, { timeout: 15_000 }).toBe(1)
    server.pair([...server.codes.keys()][0] ?? '')
    await isOnline()
    server.publish(onePage(GREEN))
    await holds(screen, GREEN)
  }
  const isKept = () => screen.waitForFunction(() => navigator.serviceWorker.controller !== null)
  const scripts = (): Promise<readonly string[]> =>
    screen.evaluate(() =>
      performance.getEntriesByType('resource').flatMap(({ name }) => /\w+\.js$/.exec(name) ?? []),
    )

  test('PLY-33 I16 a paired player of one script goes on, takes the shell of two over in the dark, and starts from it', async () => {
    await server.stop()
    lay(one)
    await start()
    await pairUp()
    await isKept()
    const [before] = await keptShells(screen)
    const device = await kept(screen, 'device')
    // Only a page that began under a worker sees the next one come.
    await screen.reload()
    await isOnline()
    await server.stop()
    lay(built)
    await start()
    await isOnline()
    server.publish(onePage(RED))
    await holds(screen, RED)
    await expect
      .poll(() => server.receipts.map(({ sequence, stage }) => `${sequence} ${stage}`), { timeout: 15_000 })
      .toEqual(['2 notified', '2 fetched', '2 verified', '2 ready', '2 showing'])
    expect(await askForShell(screen)).toBe('activated')
    expect(await keptShells(screen)).toEqual([expect.not.stringContaining(before ?? '')])
    // Nobody sees the page load: that is for the dark.
    expect(await scripts()).not.toContain('link.js')
    expect(await middle(screen)).toBe('#ff0000')
    server.publish(dark())
    await screen.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/link.js')),
    )
    await isOnline()
    server.publish(onePage(GREEN))
    await holds(screen, GREEN)
    expect([...town.paired]).toHaveLength(1)
    expect(await kept(screen, 'device')).toEqual(device)
    await server.stop()
    screen = await (await profile.restart()).newPage()
    await screen.goto(`http://localhost:${port}/display`)
    await holds(screen, GREEN)
    await expect.poll(scripts).toContain('link.js')
    await start()
    await isOnline()
  })

  test('PLY-33 of a server that is renewed by halves nothing is kept; then all of it', async () => {
    await pairUp()
    await isKept()
    const before = await keptShells(screen)
    lay(other, 'index.html', 'player.js', 'diag.js', 'sw.js')
    expect(await askForShell(screen)).toBe('redundant')
    expect(await keptShells(screen)).toContain(before[0])
    server.publish(onePage(RED))
    await holds(screen, RED)
    lay(other, 'link.js')
    expect(await askForShell(screen)).toBe('activated')
    expect(await keptShells(screen)).toEqual([expect.stringContaining('0'.repeat(16))])
    const loaded = screen.waitForEvent('load', { timeout: 15_000 })
    server.publish(dark())
    await loaded
    await expect.poll(() => middle(screen)).toBe('#000000')
    server.publish(onePage(GREEN))
    await holds(screen, GREEN)
  })

  test('PLY-34 without the second script a screen plays what it has, and is on the line as soon as it comes', async () => {
    await withoutWorkers(screen)
    await pairUp()
    rmSync(join(served, 'link.js'))
    await screen.reload()
    await holds(screen, GREEN)
    await expect.poll(() => server.online()).toBe(false)
    lay(built, 'link.js')
    await isOnline()
    server.publish(onePage(RED))
    await holds(screen, RED)
  })

  test('PLY-34 a fresh panel says that it is connecting', async () => {
    await screen.addInitScript(() => {
      const texts: string[] = []
      Object.assign(window, { texts })
      const { fillText } = CanvasRenderingContext2D.prototype
      CanvasRenderingContext2D.prototype.fillText = function (text: string, ...rest: [number, number]) {
        texts.push(text)
        fillText.call(this, text, ...rest)
      }
    })
    rmSync(join(served, 'link.js'))
    await screen.goto(`${server.url}/display`)
    await expect
      .poll(() => screen.evaluate(() => (window as unknown as { texts: string[] }).texts.join()))
      .toContain('正在连接')
    lay(built, 'link.js')
    await expect.poll(() => server.codes.size, { timeout: 30_000 }).toBe(1)
  })

  test('PLY-33 PLY-34 another second script is not run; a page that plays goes on, and is not loaded anew from a network that nobody vouches for', async () => {
    await withoutWorkers(screen)
    await pairUp()
    writeFileSync(
      join(served, 'link.js'),
      'window.taken = true; window.silverShieldLink = () => ({ send() {} })',
    )
    let loads = 0
    screen.on('domcontentloaded', () => (loads += 1))
    let asked = 0
    screen.on('response', (answer) => (asked += answer.url().endsWith('/link.js') ? 1 : 0))
    await screen.reload()
    await holds(screen, GREEN)
    await expect.poll(() => asked, { timeout: 15_000 }).toBeGreaterThanOrEqual(4)
    expect(await screen.evaluate(() => 'taken' in window)).toBe(false)
    expect([loads, await server.online()]).toEqual([1, false])
    lay(built, 'link.js')
    await isOnline()
  })

  test('PLY-33 a page around which the shell was renewed is loaded anew and gets both, at most three times in ten minutes', async () => {
    await withoutWorkers(screen)
    lay(other, 'link.js')
    let loads = 0
    screen.on('domcontentloaded', () => (loads += 1))
    await screen.goto(`${server.url}/display`)
    await expect.poll(() => loads, { timeout: 15_000 }).toBe(4)
    const tries = (): Promise<number> =>
      screen.evaluate(() => performance.getEntriesByType('resource').length)
    const before = await tries()
    await expect.poll(tries, { timeout: 15_000 }).toBeGreaterThan(before + 1)
    expect(loads).toBe(4)
    expect(server.codes.size).toBe(0)
    lay(other)
    await screen.reload()
    await expect.poll(() => server.codes.size, { timeout: 15_000 }).toBe(1)
  })
})
