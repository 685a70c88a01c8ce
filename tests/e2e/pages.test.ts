/**
 * Every page that links lead to, as somebody with all roles and as a village: nothing of ours breaks the policy of the page,
 * axe finds nothing serious, and nobody is shown what only a program reads. `npm run prove -- pages` goes as every role, on
 * a phone as well.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { employ, signIn } from './api.ts'
import { BROWSER_FLAGS, executablePath } from './browser.ts'
import { crawl } from './crawl.ts'
import { bringSession, personOf } from './desk.ts'
import { sharedServer, type Person, type Serving } from './server.ts'
import { strangeIn } from './strange.ts'
import { watch } from './watch.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const EVERYTHING: Person = {
  role: 'all',
  name: '样样都管',
  username: 'everything',
  password: 'correct horse battery',
}
const ROLES = ['author', 'reviewer', 'issuer', 'operator', 'administrator']
const STARTS = ['/admin', '/admin/account', '/admin/collections/nothing', '/print', '/demo']
/** Told to strangers of any language. */
const BILINGUAL = new Set(['/nothing'])

type Fault = {
  readonly id: string
  readonly impact: string
  readonly nodes: readonly { readonly html: string }[]
}
type Axe = { readonly run: (options: unknown) => Promise<{ readonly violations: readonly Fault[] }> }

let server: Serving
let browser: Browser

const textOf = async (page: Page): Promise<string> => {
  const text = () => page.evaluate(() => document.body.innerText)
  // Cells of days come a moment after their row.
  await expect.poll(text, { timeout: 60_000 }).not.toContain('加载中')
  return text()
}

const serious = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const { axe } = globalThis as unknown as { readonly axe: Axe }
    const { violations } = await axe.run({ resultTypes: ['violations'] })
    return violations
      .filter(({ impact }) => impact === 'critical' || impact === 'serious')
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
  })

/** All faults of all pages this person comes to. */
const walk = async (person: Person, width: number, height: number) => {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width, height } })
  context.setDefaultTimeout(100_000)
  await context.addInitScript(AXE)
  await bringSession(context, server.origin, person)
  const watched = await watch(context)
  const page = await context.newPage()
  const faults: string[] = []
  const pages = await crawl(page, server.origin, STARTS, async (kind) => {
    const text = await textOf(page)
    const complaints = watched.take().filter((line) => !/status of 404/.test(line))
    const strange = BILINGUAL.has(kind) ? [] : strangeIn(text)
    faults.push(...[...complaints, ...strange, ...(await serious(page))].map((fault) => `${kind} ${fault}`))
  })
  await context.close()
  return { pages, faults }
}

beforeAll(async () => {
  server = await sharedServer()
  browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS })
  const administrator = await signIn(server.origin, personOf(server, 'administrator'))
  await employ(server.origin, administrator, { ...EVERYTHING, roles: ROLES })
})
afterAll(async () => {
  await browser?.close()
})

describe('every page', () => {
  it('DESK-80 DESK-81 ADP-32 of somebody who holds all roles', async () => {
    const { pages, faults } = await walk(EVERYTHING, 1366, 768)
    expect(faults).toEqual([])
    expect(pages.length).toBeGreaterThan(50)
  })

  it('DESK-80 DESK-81 ADP-32 of a village', async () => {
    const { pages, faults } = await walk(personOf(server, 'village'), 390, 844)
    expect(faults).toEqual([])
    expect(pages.length).toBeGreaterThan(3)
  })

  it
    .runIf(process.env['PROVE'] === 'pages')
    .each([...ROLES, 'village'].flatMap((role) => [1366, 390].map((width) => [role, width] as const)))(
    'DESK-80 DESK-81 of the role %s, %i wide',
    async (role, width) => {
      expect((await walk(personOf(server, role), width, 800)).faults).toEqual([])
    },
  )

  it('DESK-80 the first press of Tab offers the way past the menu', async () => {
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1366, height: 768 } })
    await bringSession(context, server.origin, EVERYTHING)
    const page = await context.newPage()
    await page.goto(`${server.origin}/admin/collections/cases/create`)
    await page.locator('form[data-form-ready="true"] #field-title').waitFor()
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文')
    await page.keyboard.press('Enter')
    const reached = () => page.evaluate(() => document.activeElement?.id ?? '')
    let presses = 2
    while ((await reached()) !== 'field-title' && presses < 30) {
      await page.keyboard.press('Tab')
      presses++
    }
    expect(presses).toBeLessThanOrEqual(10)
    await context.close()
  })
})
