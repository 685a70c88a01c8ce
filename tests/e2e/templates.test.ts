import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GOOD, goodFiles, withSource, zipOf, type Files } from '../integration/gate.ts'
import { BROWSER_FLAGS, executablePath } from './browser.ts'
import { bringSession, personOf } from './desk.ts'
import { sharedServer, type Serving } from './server.ts'

let server: Serving
let browser: Browser
let page: Page

beforeAll(async () => {
  server = await sharedServer()
  browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS })
  page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
  await bringSession(page.context(), server.origin, personOf(server, 'administrator'))
  await page.goto(`${server.origin}/admin/collections/poster-templates`)
  await page.getByRole('heading', { name: '现在能用的模板' }).waitFor()
})
afterAll(async () => {
  await browser?.close()
})

const choose = async (files: Files): Promise<void> => {
  await page.getByRole('button', { name: '装入新模板' }).waitFor()
  await page.setInputFiles('input[name=template]', {
    name: 'template.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from(zipOf(files)),
  })
}

const OWN = ['慢慢看，慢慢想', '遇事多商量']
const worded = `${GOOD}\n#place(top)[${OWN[0]}]\n#place(bottom)[${OWN[1]}]`

describe('TPL-26 TPL-24 a template is put in by somebody who has read it', () => {
  it('TPL-24 a fault is a Chinese sentence under the button', async () => {
    await choose(withSource('#let d = json(bytes(sys.inputs.sheet))'))
    await page.getByText('内容请用 sheet-data').waitFor()
  })

  it('TPL-26 its look and its own words first, then 装入; 不装 leaves nothing', async () => {
    const files = { ...goodFiles(1, { name_zh: '本镇提醒', standing: OWN }), 'template.typ': worded }
    await choose(files)
    const asked = page.locator('.ss-judged')
    for (const words of OWN) await asked.getByText(words).waitFor()
    const drawn = await asked.locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth)
    expect(drawn).toBe(320)
    await asked.getByRole('button', { name: '不装' }).click()
    await asked.waitFor({ state: 'detached' })
    await page.reload()
    expect(await page.getByText('本镇提醒').count()).toBe(0)
    await choose(files)
    await page.getByRole('button', { name: '装入', exact: true }).click()
    await page.getByText('《本镇提醒》第1版装好了').waitFor()
  })

  it('TPL-26 they stand on its record and beside its name from then on', async () => {
    await page.reload()
    // By its address: a click while the list is coming alive is nobody's.
    const record = await page.locator('table').getByRole('link', { name: '本镇提醒' }).getAttribute('href')
    await page.goto(new URL(record ?? '', server.origin).href)
    await page.getByText(OWN[1] ?? '').waitFor()
    await page.goBack()
    const its = page.locator('.ss-template', { hasText: '本镇提醒' })
    const words = its.getByText(OWN[0] ?? '')
    const unfolded = async (): Promise<boolean> => {
      if (!(await words.isVisible())) await its.getByText('自己固定的字 2 处').click()
      return words.isVisible()
    }
    await expect.poll(unfolded, { timeout: 30_000 }).toBe(true)
  })
})
