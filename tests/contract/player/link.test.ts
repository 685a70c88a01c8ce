import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page as BrowserPage } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildDisplay } from '../../../scripts/build-display.mjs'
import { openProfile, type Profile } from '../../e2e/browser.ts'
import { colourPage, holds, middle, onePage } from './browser.ts'
import { ANYTHING_ELSE, NONCE, startIntruder, type Intruder } from './intruder.ts'
import { makeTown, startTownServer, type Town, type TownServer } from './town-server.ts'

const GREEN = colourPage('green', '#00FF00')
const RED = colourPage('red', '#FF0000')

/** What came into browsers after Chrome 52 and is named anywhere in a script of the player, or easily would be. */
const likeChrome52 = (): void => {
  const without: readonly (readonly [unknown, string])[] = [
    [
      window,
      'globalThis BigInt BigInt64Array AbortController AbortSignal ResizeObserver IntersectionObserver',
    ],
    [window, 'structuredClone queueMicrotask OffscreenCanvas WebTransport'],
    [Crypto.prototype, 'randomUUID subtle'],
    [Promise, 'allSettled any try withResolvers'],
    [Promise.prototype, 'finally'],
    [Object, 'entries values fromEntries getOwnPropertyDescriptors hasOwn groupBy'],
    [Array, 'fromAsync'],
    [Array.prototype, 'flat flatMap at findLast findLastIndex toSorted toReversed with'],
    [String.prototype, 'at replaceAll matchAll padStart padEnd trimStart trimEnd'],
    [Element.prototype, 'replaceChildren append prepend toggleAttribute'],
    [Blob.prototype, 'arrayBuffer text'],
  ]
  for (const [holder, names] of without)
    for (const name of names.split(' ')) delete (holder as { [name: string]: unknown })[name]
}

describe('the link of the player', () => {
  const folder = mkdtempSync(join(tmpdir(), 'silver-shield-link-'))
  const display = join(folder, 'display')
  let town: Town
  let server: TownServer
  let intruder: Intruder | null
  let profile: Profile
  let screen: BrowserPage

  beforeAll(() => buildDisplay({ outDir: display }))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  beforeEach(async () => {
    intruder = null
    town = makeTown({ width: 160, height: 80 })
    server = await startTownServer(town, display)
    profile = await openProfile(640, 480)
    screen = await profile.context.newPage()
  })
  afterEach(async () => {
    await profile.close()
    await intruder?.stop()
    await server.stop()
  })

  const pairUp = async (): Promise<void> => {
    await screen.goto(`${server.url}/display`)
    await expect.poll(() => server.codes.size, { timeout: 15_000 }).toBe(1)
    server.pair([...server.codes.keys()][0] ?? '')
    await expect.poll(() => server.online(), { timeout: 15_000 }).toBe(true)
    server.publish(onePage(GREEN))
  }

  test('PLY-5 with nothing younger than Chrome 52 around them both scripts run: paired, played, told', async () => {
    const faults: string[] = []
    screen.on('pageerror', (error) => faults.push(error.message))
    await screen.addInitScript(likeChrome52)
    await pairUp()
    await expect
      .poll(() => server.receipts.map(({ stage }) => stage), { timeout: 15_000 })
      .toEqual(['notified', 'fetched', 'verified', 'ready', 'showing'])
    expect(faults).toEqual([])
  })

  test('PLY-22 what is no message on the line changes nothing, whatever it is; a broken packet ends that line alone', async () => {
    await pairUp()
    await holds(screen, GREEN)
    const port = Number(new URL(server.url).port)
    await server.stop()
    const challenge = { type: 'challenge', nonce: NONCE }
    const said = (type: string): number => intruder?.heard.filter((one) => one.type === type).length ?? 0
    intruder = await startIntruder({
      display,
      port,
      answer: ({ type }, say, socket) => {
        if (type === 'hello') say(challenge)
        if (type !== 'prove' || said('prove') > 1) return
        socket.emit('other', ANYTHING_ELSE)
        socket.emit('m', Buffer.from(JSON.stringify(ANYTHING_ELSE)))
        socket.emit('m', { ...ANYTHING_ELSE, nonce: Buffer.alloc(24) })
        socket.emit('m')
        // As an event of another namespace, as one that is cut off in the middle.
        for (const packet of [`2/other,${JSON.stringify(['m', ANYTHING_ELSE])}`, '2["m",{"type":"chal'])
          socket.conn.write(packet)
      },
    })
    // One proof for each line: nothing of all that was taken for a challenge, and the line came back by itself.
    await expect.poll(() => said('prove'), { timeout: 30_000 }).toBe(2)
    expect(said('hello')).toBe(2)
    expect(await middle(screen)).toBe('#00ff00')
    await intruder.stop()
    intruder = null
    server = await startTownServer(town, display, port)
    await expect.poll(() => server.online(), { timeout: 15_000 }).toBe(true)
    server.publish(onePage(RED))
    await holds(screen, RED)
  })
})
