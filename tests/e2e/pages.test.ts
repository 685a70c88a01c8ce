/**
 * Every page that links lead to, as somebody with all roles of the desk and as a village: nothing of ours breaks the policy of
 * the page, axe finds nothing serious, nobody is shown what only a program reads, and the keyboard gets to the first field; a
 * part of them is read in English too. `npm run prove -- pages` goes as every role, on a phone as well, and reads all in
 * English.
 */
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROLES } from '../../src/model/people.ts'
import { sample } from '../builders/sample.ts'
import { employ, signIn } from './api.ts'
import { AXE, seriousOn } from './axe.ts'
import { BROWSER_FLAGS, executablePath } from './browser.ts'
import { crawl, open } from './crawl.ts'
import { bringSession, personOf } from './desk.ts'
import { keysOn } from './keys.ts'
import { saidOn } from './said.ts'
import { ownServer, type Person, type Server } from './server.ts'
import { chineseIn, englishIn, machineIn } from './strange.ts'
import { watch } from './watch.ts'

const WHOLE = process.env['PROVE'] === 'pages'
const EVERYTHING: Person = {
  role: 'all',
  name: '样样都管',
  username: 'everything',
  password: 'correct horse battery',
}
/** A supervisor's own pages, and those of villages, show less than these together. */
const TOGETHER = ['author', 'reviewer', 'law-reviewer', 'issuer', 'operator', 'administrator']
const STARTS = [
  '/admin',
  '/admin/account',
  '/admin/collections/nothing',
  '/admin/collections/cases/00000000',
  '/print',
  '/demo',
  '/nothing',
]
/** Told to strangers of any language. */
const BILINGUAL: ReadonlySet<string> = new Set(['/nothing'])
/** The choices there are places of the town, by the names they have. */
const CHINESE_CHOICES: ReadonlySet<string> = new Set(['/nothing', '/v/:code'])
/** The form of a new row has the fields of that of a row there is, which is visited. */
const isTwin = (kind: string): boolean =>
  !WHOLE && /\/(?:create|versions(?:\/.*)?)$/.test(kind) && !/cases/.test(kind)

/** How many of the pages a run reads in English. */
const IN_ENGLISH = WHOLE ? Infinity : 12

let server: Server
let browser: Browser

type View = { readonly language: 'zh' | 'en'; readonly width: number; readonly tabs?: number }

const withTabs = async <Value>(
  person: Person,
  { language, width, tabs = 2 }: View,
  act: (pages: readonly Page[], context: BrowserContext) => Promise<Value>,
): Promise<Value> => {
  const context = await browser.newContext({
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    viewport: { width, height: width < 500 ? 844 : 768 },
  })
  context.setDefaultTimeout(100_000)
  await bringSession(context, server.origin, person)
  await context.addCookies([{ name: 'payload-lng', value: language, url: server.origin }])
  const pages: Page[] = []
  for (let tab = 0; tab < tabs; tab += 1) pages.push(await context.newPage())
  const value = await act(pages, context)
  await context.close()
  return value
}

/** Payload writes names of its own whenever it draws anew, and ours stand again a moment later: a fault is what stays. */
const staying = async (read: () => Promise<readonly string[]>): Promise<readonly string[]> => {
  let found = await read()
  const isClean = async () => (found = await read()).length === 0
  if (found.length > 0)
    await expect
      .poll(isClean, { timeout: 5_000 })
      .toBe(true)
      .catch(() => undefined)
  return found
}

/** All faults of all pages this person comes to, in Chinese; and the pages. */
const walk = (person: Person, width: number) =>
  withTabs(person, { language: 'zh', width }, async (pages, context) => {
    await context.addInitScript(AXE)
    const watched = await watch(context)
    const faults: string[] = []
    const reached = await crawl(pages, {
      origin: server.origin,
      starts: STARTS,
      passes: isTwin,
      visit: async (page, kind) => {
        const strange = await staying(async () => {
          const { all, names } = await saidOn(page)
          return BILINGUAL.has(kind) ? [] : [...machineIn(all), ...englishIn(all, names)]
        })
        const found = [...strange, ...(await seriousOn(page)), ...(await keysOn(page, '跳到正文'))]
        faults.push(...found.map((fault) => `${kind} ${fault}`))
      },
    })
    // Two of the addresses are of nothing.
    faults.push(...watched.take().filter((line) => !/status of 404/.test(line)))
    return { reached, faults }
  })

/** What an English reader would stumble over on the same pages: no axe, no keys, which are the same in every language. */
const readInEnglish = (person: Person, paths: ReadonlyMap<string, string>): Promise<readonly string[]> =>
  withTabs(person, { language: 'en', width: 1366 }, async (pages) => {
    const faults: string[] = []
    const ahead = [...paths]
    const goOn = async (page: Page): Promise<void> => {
      for (let next = ahead.shift(); next; next = ahead.shift()) {
        const [kind, path] = next
        await open(page, server.origin, path)
        const strange = await staying(async () => {
          const { all, own } = await saidOn(page)
          return [...machineIn(all), ...(CHINESE_CHOICES.has(kind) ? [] : chineseIn(own))]
        })
        faults.push(...strange.map((fault) => `${kind} ${fault}`))
      }
    }
    await Promise.all(pages.map(goOn))
    return faults
  })

beforeAll(async () => {
  server = await ownServer()
  browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS })
  const administrator = await signIn(server.origin, personOf(server, 'administrator'))
  await employ(server.origin, administrator, { ...EVERYTHING, roles: TOGETHER })
})
afterAll(async () => {
  await browser?.close()
  await server?.destroy()
})

describe('every page', () => {
  it('DESK-80 DESK-81 ADP-32 of somebody who holds all roles of the desk, and some in English', async () => {
    const { reached, faults } = await walk(EVERYTHING, 1366)
    expect(faults).toEqual([])
    expect(reached.size).toBeGreaterThan(45)
    const read = sample([...reached].toSorted(), IN_ENGLISH)
    expect(await readInEnglish(EVERYTHING, new Map(read))).toEqual([])
  })

  it('DESK-80 DESK-81 ADP-32 of a village on a phone', async () => {
    const { reached, faults } = await walk(personOf(server, 'village'), 390)
    expect(faults).toEqual([])
    expect(reached.size).toBeGreaterThan(3)
  })

  it.runIf(WHOLE).each(ROLES.flatMap((role) => [1366, 390].map((width) => [role, width] as const)))(
    'DESK-80 DESK-81 of the role %s, %i wide',
    async (role, width) => {
      expect((await walk(personOf(server, role), width)).faults).toEqual([])
    },
  )
})
