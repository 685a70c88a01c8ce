/** How people come in, and what they see of their own account; a town of its own, for its first person changes a password. */
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BROWSER_FLAGS, executablePath } from './browser.ts'
import { drawn, look, PATIENCE, personOf } from './desk.ts'
import { startServer, type Server } from './server.ts'

const OWN = 'two old locust trees 8'

describe('PPL-2 the first sign-in of a real town', () => {
  let server: Server
  let browser: Browser
  beforeAll(async () => {
    server = await startServer({ SEED: 'none' })
    browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS })
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await server?.destroy()
  })

  const open = async (width: number, height: number) => {
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width, height } })
    const page = await context.newPage()
    await page.goto(`${server.origin}/admin/login?redirect=%2Fadmin%2Fsessions`)
    await page.locator('input[name=username]').waitFor()
    return page
  }
  const enter = async (page: Page, username: string, password: string) => {
    await page.fill('input[name=username]', username)
    await page.fill('input[name=password]', password)
    await page.click('button[type=submit]')
  }

  it('PPL-2 PPL-3 PPL-4 a given password is changed with its rules beside it, then the page that was asked for opens', async () => {
    const { username, password } = personOf(server, 'administrator')
    const page = await open(390, 844)
    await look(page, 'sign-in')
    await enter(page, username, 'wrong password')
    await page.getByText('登录名或密码不对').waitFor(PATIENCE)
    await enter(page, username, password)
    await page.getByRole('heading', { name: '先换成自己的密码' }).waitFor(PATIENCE)
    await page.fill('input[name=own]', 'admin12345')
    expect(await page.locator('.ss-rules [data-kept=false]').count()).toBe(2)
    await drawn(page)
    await look(page, 'own-password')
    expect(await page.locator('button[type=submit]').isDisabled()).toBe(true)
    await page.fill('input[name=own]', OWN)
    expect(await page.locator('.ss-rules [data-kept=false]').count()).toBe(0)
    await page.fill('input[name=again]', OWN)
    await page.click('button[type=submit]')
    await page.getByRole('heading', { name: '登录过的设备' }).waitFor(PATIENCE)
    await page.getByText('别处没有登录。').waitFor(PATIENCE)

    const other = await open(1366, 768)
    await look(other, 'sign-in')
    await enter(other, username, OWN)
    await other.getByText('现在这台').waitFor(PATIENCE)
    expect(await other.locator('.ss-sessions__one').count()).toBe(2)
    await look(other, 'sessions')
    await page.reload()
    await page.getByText('现在这台').waitFor(PATIENCE)
    await look(page, 'sessions')
    await page.getByRole('button', { name: '结束其他所有登录' }).click()
    await page.getByText('别处没有登录。').waitFor(PATIENCE)
    await other.reload()
    await other.locator('input[name=username]').waitFor(PATIENCE)
  })
})
