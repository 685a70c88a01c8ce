/** An editor brings in a list of the office, and pastes a text of a colleague. */
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { xlsxOf } from '../builders/office.ts'
import { signIn, type Api, type Found } from './api.ts'
import { BROWSER_FLAGS, executablePath } from './browser.ts'
import { desksOf, look, PATIENCE, personOf, type DeskOf } from './desk.ts'
import { sharedServer, type Person, type Serving } from './server.ts'

const HEADINGS = ['案例名称', '诈骗类型', '案情简介', '涉案金额', '举报电话', '办案民警']
/** Titles of this file's own, in a town that others write in. */
const GOOD = ['领鸡蛋听课，丢了三万', '假民警来电，要转安全账户']
const BAD = '修房顶的先收了钱'

let server: Serving
let browser: Browser
let author: Api
let person: Person
let deskOf: DeskOf

beforeAll(async () => {
  server = await sharedServer()
  browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS })
  person = personOf(server, 'author')
  author = await signIn(server.origin, person)
  deskOf = desksOf(browser, server.origin)
})
afterAll(async () => {
  await browser?.close()
})

const listOf = (cells: readonly string[]) => [
  HEADINGS,
  [
    GOOD[0]!,
    '投资养老',
    '张大妈在公园领鸡蛋。跟去听课，投了三万。第三个月公司搬空。',
    '3万元',
    '96110',
    '李某',
  ],
  [GOOD[1]!, '冒充公检法', '李大爷接到来电，说他涉嫌洗钱。他打13812345678核实。', '未遂', '96110', '李某'],
  [BAD, ...cells],
]

const choose = async (page: Page, name: string, rows: readonly (readonly string[])[]): Promise<void> => {
  const buffer = Buffer.from(await xlsxOf({ name: '案例', rows }))
  await page.locator('input[name=import]').setInputFiles({ name, mimeType: '', buffer })
  await page.locator('.ss-import__summary').waitFor(PATIENCE)
}

describe('what offices bring in, at the desk', () => {
  it('IMP-30 IMP-31 a list is looked at, a fault keeps it out, the mended one becomes drafts', async () => {
    const page = await deskOf(person)
    await page.goto(`${server.origin}/admin/collections/cases`)
    await page.locator('#import').click()
    await page.locator('#import-file:enabled').waitFor(PATIENCE)
    await choose(page, '2026年案例台账.xlsx', listOf(['不知道', '钱收了，人没来。', '很多', '', '']))
    const text = await page.locator('.ss-import').innerText()
    for (const words of [
      '认出 3 件案例',
      '没有用到的列',
      '办案民警',
      'B4 格',
      'D4 格',
      '只导入没有错误的 2 行',
    ])
      expect(text).toContain(words)
    expect(await page.locator('#import-all').count()).toBe(0)
    await look(page, 'import')
    await choose(page, '2026年案例台账.xlsx', listOf(['其他', '钱收了，人没来。', '三千元', '', '']))
    await page.locator('#import-all').click()
    await page.getByText('导入了 3 件').waitFor(PATIENCE)
    await look(page, 'imported')
    for (const title of [...GOOD, BAD]) {
      const { totalDocs } = await author.get<Found & { totalDocs: number }>(
        `/api/cases?draft=true&where[title][equals]=${encodeURIComponent(title)}`,
      )
      expect([title, totalDocs]).toEqual([title, 1])
    }
    await choose(page, '2026年案例台账.xlsx', listOf(['其他', '钱收了，人没来。', '三千元', '', '']))
    expect(await page.locator('.ss-import').innerText()).toContain('已经有了，不再导入 3')
    expect(await page.locator('#import-all').count()).toBe(0)
  })

  it('IMP-30 on a phone nothing of it is wider than the screen', async () => {
    const page = await deskOf(person, 390, 844)
    await page.goto(`${server.origin}/admin/import?kind=cases`)
    await page.locator('#import-file:enabled').waitFor(PATIENCE)
    await choose(page, '台账.xlsx', listOf(['不知道', '钱收了，人没来。', '很多', '', '']))
    await page.locator('.ss-import__summary').scrollIntoViewIfNeeded()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await look(page, 'import')
  })

  it('IMP-22 a pasted text fills the form, each field marked until it is changed or checked', async () => {
    const page = await deskOf(person)
    await page.goto(`${server.origin}/admin/collections/cases/create`)
    await page.locator('form[data-form-ready="true"] #field-title').waitFor(PATIENCE)
    await page.locator('#paste-whole').click()
    await page
      .locator('.ss-paste__ask textarea')
      .fill(
        '典型案例：二十万养老钱，是这样没的\n来源：县反诈中心\n王奶奶在直播间抢到免费体检。客服加了微信，说投资养老项目保本高息。她共计被骗20万元。\n警方提醒：保本又高息，就是骗局。',
      )
    await page.locator('#paste-fill').click()
    await page.locator('.ss-proposed').first().waitFor(PATIENCE)
    expect(await page.locator('#field-story').inputValue()).toBe(
      '王奶奶在直播间抢到免费体检。\n客服加了微信，说投资养老项目保本高息。\n她共计被骗20万元。',
    )
    expect(await page.locator('#field-lesson').inputValue()).toBe('保本又高息，就是骗局。')
    const marks = page.locator('.ss-proposed:visible')
    const marked = await marks.count()
    await look(page, 'pasted')
    await marks.first().getByRole('button', { name: '核对过了' }).click()
    await expect.poll(() => marks.count(), PATIENCE).toBe(marked - 1)
    await page.locator('#field-lesson').fill('高息就是骗局。')
    await expect.poll(() => marks.count(), PATIENCE).toBe(marked - 2)
  })
})
