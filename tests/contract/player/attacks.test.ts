import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page as BrowserPage } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildDisplay } from '../../../scripts/build-display.mjs'
import type { Sha256 } from '../../../src/model/ids.ts'
import type { Head, Programme } from '../../../src/model/programme.ts'
import { canonicalJson } from '../../../src/programme/canonical.ts'
import type { FromDevice } from '../../../src/protocol/messages.ts'
import { openProfile, type Profile } from '../../e2e/browser.ts'
import { buildItem, buildSegment, pageName } from '../../builders/programme.ts'
import { sha256Of } from '../../fakes/device-key.ts'
import { colourPage, holds, kept, middle, onePage } from './browser.ts'
import { ANYTHING_ELSE, NONCE, startIntruder, type Intruder } from './intruder.ts'
import {
  GROUP,
  SCREEN,
  makeTown,
  makeTownKeys,
  signHead,
  startTownServer,
  type Town,
  type TownKeys,
  type TownServer,
} from './town-server.ts'

const GREEN = colourPage('green', '#00FF00')
const RED = colourPage('red', '#FF0000')
const HOUR = 3_600_000
const DAY = 24 * HOUR

const named = (programme: Programme) => {
  const bytes = new TextEncoder().encode(canonicalJson(programme))
  return { bytes, name: sha256Of(bytes) as Sha256 }
}
const welcomeOf = (keys: TownKeys) => ({
  type: 'welcome',
  screen: { id: SCREEN, name: '菜市场东门', width: 160, height: 80 },
  town: { name: '五间镇', key: keys.text },
  now: Date.now(),
})
const headOf = (keys: TownKeys, programme: Sha256, part: Partial<Head> = {}) => ({
  type: 'head',
  head: signHead(keys, {
    town: '五间镇',
    group: GROUP,
    sequence: 1,
    programme,
    activateAt: Date.now(),
    leaseUntil: Date.now() + 30 * DAY,
    revoked: [],
    ...part,
  }),
})

/** Green now; within hours red, then dark. */
const tomorrow = (): Programme => {
  const plain = onePage(GREEN)
  const from = Date.now()
  return {
    ...plain,
    pages: { ...plain.pages, [pageName(RED)]: RED },
    loops: [...plain.loops, [buildItem('二', RED)]],
    segments: [
      buildSegment({ from: from - DAY, until: from + HOUR, loop: 0, level: 'daily' }),
      buildSegment({ from: from + HOUR, until: from + 3 * HOUR, loop: 1, level: 'daily' }),
      buildSegment({ from: from + 3 * HOUR, until: from + 40 * DAY, loop: null, dark: true }),
    ],
  }
}

describe('a player whose line is in other hands', () => {
  const folder = mkdtempSync(join(tmpdir(), 'silver-shield-attack-'))
  const display = join(folder, 'display')
  let town: Town
  let server: TownServer
  let intruder: Intruder | null
  let profile: Profile
  let screen: BrowserPage
  let port: number

  beforeAll(() => buildDisplay({ outDir: display }))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  beforeEach(async () => {
    town = makeTown({ width: 160, height: 80 })
    server = await startTownServer(town, display)
    port = Number(new URL(server.url).port)
    intruder = null
    profile = await openProfile(640, 480)
    screen = await profile.context.newPage()
    await screen.addInitScript(() => {
      const texts: string[] = []
      Object.assign(window, { texts })
      const { fillText } = CanvasRenderingContext2D.prototype
      CanvasRenderingContext2D.prototype.fillText = function (text: string, ...rest: [number, number]) {
        texts.push(text)
        fillText.call(this, text, ...rest)
      }
    })
  })
  afterEach(async () => {
    await profile.close()
    await intruder?.stop()
    await server.stop()
  })

  const texts = (): Promise<readonly string[]> =>
    screen.evaluate(() => (window as unknown as { texts: string[] }).texts)
  const pairUp = async (programme = onePage(GREEN)): Promise<void> => {
    await screen.goto(`${server.url}/display`)
    await screen.waitForFunction(() =>
      (window as unknown as { texts: string[] }).texts.some((text) => /^.{4}-.{4}$/.test(text)),
    )
    server.pair([...server.codes.keys()][0] ?? '')
    await expect.poll(() => server.online(), { timeout: 15_000 }).toBe(true)
    server.publish(programme)
    await holds(screen, GREEN)
  }
  const intrude = async (
    options: Omit<Parameters<typeof startIntruder>[0], 'display' | 'port'>,
  ): Promise<Intruder> => {
    await server.stop()
    intruder = await startIntruder({ display, port, ...options })
    return intruder
  }
  const giveBack = async (): Promise<void> => {
    await intruder?.stop()
    intruder = null
    server = await startTownServer(town, display, port)
  }
  const proofs = (): number => intruder?.heard.filter(({ type }) => type === 'prove').length ?? 0
  /** Says all this at the first proof, and then asks for another. */
  const saying =
    (...all: readonly object[]) =>
    (message: FromDevice, say: (message: object) => void): void => {
      if (message.type === 'hello') say({ type: 'challenge', nonce: NONCE })
      if (message.type === 'prove' && proofs() === 1) [...all, ANYTHING_ELSE].forEach(say)
    }
  const takenIn = () => expect.poll(proofs, { timeout: 15_000 }).toBe(2)

  test('PLY-10 a paired screen is not paired anew by messages, and its own town is heard when it is back', async () => {
    await pairUp()
    const evil = makeTownKeys()
    const { bytes, name } = named(onePage(RED))
    const taken = await intrude({
      objects: new Map([[name, bytes]]),
      answer: saying(
        {
          type: 'pairing',
          code: 'BCDF-GHJK',
          fingerprint: 'DEAD BEEF',
          expiresAt: Date.now() + 600_000,
          town: welcomeOf(evil).town,
        },
        welcomeOf(evil),
        headOf(evil, name),
      ),
    })
    await takenIn()
    expect(await kept(screen, 'town')).toMatchObject({ town: { key: town.keys.text } })
    expect(taken.asked).toEqual([])
    expect(await middle(screen)).toBe('#00ff00')
    await giveBack()
    const next = colourPage('yellow', '#FFFF00')
    await expect.poll(() => server.online(), { timeout: 15_000 }).toBe(true)
    server.publish(onePage(next))
    await holds(screen, next)
  })

  test('PLY-10 a screen that knows no town yet believes no bare welcome', async () => {
    const evil = makeTownKeys()
    await intrude({ answer: saying(welcomeOf(evil)) })
    await screen.goto(`${server.url}/display`)
    await takenIn()
    expect(await kept(screen, 'town')).toBeUndefined()
    await giveBack()
    await pairUp()
    expect(await middle(screen)).toBe('#00ff00')
  })

  test('PLY-28 a head signed with the stolen key takes no screen for years', async () => {
    await pairUp()
    const { bytes, name } = named(onePage(RED))
    await intrude({
      objects: new Map([[name, bytes]]),
      answer: saying(
        welcomeOf(town.keys),
        headOf(town.keys, name, { sequence: Number.MAX_SAFE_INTEGER }),
        headOf(town.keys, name, { sequence: 2, leaseUntil: Date.UTC(2100, 0) }),
      ),
    })
    await takenIn()
    expect(await kept(screen, 'pending')).toBeUndefined()
    expect(intruder?.asked).toEqual([])
    expect(await middle(screen)).toBe('#00ff00')
  })

  test.each(['a key pressed', '/display?pair opened'])(
    'PLY-27 pairing by a code that a hand asks for (%s) wins a screen back from a thief of the key',
    async (hand) => {
      await pairUp()
      const { bytes, name } = named(onePage(RED))
      await intrude({
        objects: new Map([[name, bytes]]),
        answer: saying(welcomeOf(town.keys), headOf(town.keys, name, { sequence: 900_000 })),
      })
      await holds(screen, RED)
      town.paired.clear()
      await giveBack()
      server.publish(onePage(GREEN))
      await expect.poll(() => server.codes.size, { timeout: 15_000 }).toBe(1)
      expect(await middle(screen)).toBe('#ff0000')
      if (hand === 'a key pressed') await screen.keyboard.press('Space')
      else await screen.goto(`${server.url}/display?pair`)
      await expect
        .poll(async () => (await texts()).at(-1), { timeout: 15_000 })
        .toContain('Type the code under Screens')
      expect(screen.url()).not.toContain('pair')
      const [[key, code] = ['', '']] = server.codes
      expect(await texts()).toContain(code)
      server.pair(key)
      await expect.poll(() => middle(screen), { timeout: 15_000 }).toBe('#00ff00')
      await screen.reload()
      await expect.poll(() => middle(screen), { timeout: 15_000 }).toBe('#00ff00')
    },
  )

  test('PLY-29 no clock without the town’s signature makes a panel dark, or shows what is not due yet', async () => {
    await pairUp(tomorrow())
    let answered = 0
    await intrude({
      answer: (message, say) => {
        if (message.type === 'hello') say({ type: 'challenge', nonce: NONCE })
        if (message.type === 'prove' && proofs() === 1) say(welcomeOf(town.keys))
        if (message.type !== 'clock') return
        const now = Date.now() + (answered % 2 === 0 ? 2 : 5) * HOUR
        say({ type: 'clock', sent: message.sent, now, signature: 'A'.repeat(86) })
        say({ type: 'clock', sent: message.sent, now })
        answered += 1
        if (answered === 8) say(ANYTHING_ELSE)
      },
    })
    await takenIn()
    expect(await middle(screen)).toBe('#00ff00')
  })

  test('PLY-29 the clock of its own town sets the time of a screen by hours', async () => {
    await pairUp(tomorrow())
    await server.stop()
    server = await startTownServer(town, display, port, () => Date.now() + 2 * HOUR)
    await holds(screen, RED)
    expect(await middle(screen)).toBe('#ff0000')
  })

  test('PLY-31 PLY-13 no code and no words of a stranger come onto a playing panel', async () => {
    await pairUp()
    const offer = { type: 'pairing', fingerprint: 'DEAD BEEF', expiresAt: Date.now() + 600_000 }
    await intrude({
      answer: saying(
        { type: 'clock', sent: 1, now: Date.now() + 31 * DAY },
        { ...offer, code: 'GOV-IS-CORRUPT', town: welcomeOf(town.keys).town },
        { ...offer, code: 'ZXWV-TSRQ', town: welcomeOf(town.keys).town },
      ),
    })
    await takenIn()
    expect((await texts()).join()).not.toMatch(/GOV|ZXWV|DEAD/)
    expect(await middle(screen)).toBe('#00ff00')
  })

  test('PLY-31 a fresh panel draws refusals in its own words', async () => {
    await intrude({
      answer: saying({
        type: 'refused',
        refusal: { code: 'GOV_IS_CORRUPT', message_zh: '打倒某某', message_en: 'down with' },
      }),
    })
    await screen.goto(`${server.url}/display`)
    await takenIn()
    await expect.poll(texts).toContain('服务器没有接受本机，稍后再试')
    expect((await texts()).join()).not.toMatch(/GOV|打倒|down/)
  })

  test('PLY-30 a body without end is cut at 16 MB, and one whose length a signed programme names at that', async () => {
    await pairUp()
    const hint = { type: 'hint', sequence: 2, programme: 'f'.repeat(64) }
    const most = 400 * 1024 * 1024
    const first = await intrude({ most, answer: saying(welcomeOf(town.keys), hint) })
    await expect.poll(() => first.asked.length, { timeout: 30_000 }).toBeGreaterThan(1)
    // What the kernel and the browser hold ready on the way comes on top.
    expect(first.poured()).toBeLessThan(120 * 1024 * 1024)
    await giveBack()
    const asset = 'e'.repeat(64)
    const picture = colourPage('picture', '#00FF00', [
      { op: 'image', x: 0, y: 0, w: 1, h: 1, asset: asset as Sha256 },
    ])
    const { bytes, name } = named(onePage(picture, { assets: { [asset]: { bytes: 70, type: 'image/png' } } }))
    const second = await intrude({
      most,
      objects: new Map([[name, bytes]]),
      answer: saying(welcomeOf(town.keys), headOf(town.keys, name, { sequence: 3 })),
    })
    await expect
      .poll(() => second.asked.filter((one) => one === asset).length, { timeout: 30_000 })
      .toBeGreaterThan(1)
    expect(second.poured()).toBeLessThan(60 * 1024 * 1024)
    expect(await middle(screen)).toBe('#00ff00')
  })
})
