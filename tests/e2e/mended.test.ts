/** What a person types is put right as he leaves the field, told there, and put back on a press. */
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signIn, type Api, type Created } from './api.ts'
import { BROWSER_FLAGS, executablePath } from './browser.ts'
import { desksOf, look, PATIENCE, personOf } from './desk.ts'
import { sharedServer, type Serving } from './server.ts'

type Row = Readonly<Record<string, unknown>>

let server: Serving
let browser: Browser
let author: Api
let page: Page

beforeAll(async () => {
  server = await sharedServer()
  browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS })
  const person = personOf(server, 'author')
  author = await signIn(server.origin, person)
  page = await desksOf(browser, server.origin)(person)
})
afterAll(async () => {
  await browser?.close()
})

const open = async (collection: string): Promise<string> => {
  const { doc } = await author.post<Created>(`/api/${collection}?draft=true`, {})
  await page.goto(`${server.origin}/admin/collections/${collection}/${doc.id}`)
  await page.locator('#action-submit:enabled').waitFor()
  return doc.id
}
const untilStands = (path: string, wanted: Row): Promise<void> =>
  expect
    .poll(() => author.get<Row>(`/api/${path}?draft=true&depth=0`), PATIENCE)
    .toMatchObject(wanted) as Promise<void>

describe('typing put right in a form', () => {
  it('MEND-6 words are left alone under the caret, put right on leaving, put back on a press, and stay so', async () => {
    const id = await open('cases')
    const title = page.locator('#field-title')
    await title.fill('免费鸡蛋!!骗走２万')
    await untilStands(`cases/${id}`, { title: '免费鸡蛋!!骗走２万' })
    expect(await title.inputValue()).toBe('免费鸡蛋!!骗走２万')
    await page.locator('#field-lesson').focus()
    const told = page.locator('.ss-mended')
    await told.waitFor()
    expect(await told.innerText()).toContain('已替您改了 2 处')
    await look(page, 'mended')
    await untilStands(`cases/${id}`, { title: '免费鸡蛋！！骗走2万' })
    await told.getByRole('button', { name: '撤销' }).click()
    await expect.poll(() => title.inputValue(), PATIENCE).toBe('免费鸡蛋!!骗走２万')
    expect(await told.innerText()).toContain('已放回您写的样子')
    await title.focus()
    await page.keyboard.press('End')
    await page.keyboard.type(',快走')
    await page.locator('#field-lesson').focus()
    await untilStands(`cases/${id}`, { title: '免费鸡蛋!!骗走２万，快走' })
    // A save that is asked for leaves them too.
    await title.focus()
    await page.keyboard.press('End')
    await page.keyboard.type('吧')
    await page.keyboard.press('Control+s')
    await untilStands(`cases/${id}`, { title: '免费鸡蛋!!骗走２万，快走吧' })
  })

  it('MEND-6 a save that is asked for with the caret in the field shows what the server put right', async () => {
    const id = await open('cases')
    await page.locator('#field-lesson').focus()
    await page.keyboard.type('别信!!')
    await page.keyboard.press('Control+s')
    await expect.poll(() => page.locator('#field-lesson').inputValue(), PATIENCE).toBe('别信！！')
    await page.locator('.ss-mended').waitFor()
    await untilStands(`cases/${id}`, { lesson: '别信！！' })
  })
})
