/** A town begins to ask for second factors: its administrator's phone, the issuer's, and a case issued by both. */
import { Secret, TOTP } from 'otpauth'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apiOf, signIn, type Created, type Found } from './api.ts'
import { BROWSER_FLAGS, executablePath } from './browser.ts'
import { askAnewOnce, drawn, look, lookAtAll, PATIENCE, personOf, untilIssued } from './desk.ts'
import { ownServer, type Person, type Server } from './server.ts'

type Sent = { readonly submission: { readonly id: string } }

const MINUTE = 60_000

describe('PPL-8 PPL-12 a second factor at the desk', () => {
  let server: Server
  let browser: Browser
  let submission = ''
  beforeAll(async () => {
    server = await ownServer()
    browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS })
    const author = await signIn(server.origin, personOf(server, 'author'))
    const { docs } = await author.get<Found>('/api/hotlines?limit=1&depth=0')
    const { doc } = await author.post<Created>('/api/slogans?draft=true', {
      title: '先问子女再转账',
      text: '先问子女\n再谈转账',
      hotline: docs[0]?.id,
    })
    submission = (await author.post<Sent>(`/api/slogans/${doc.id}/submit`, {})).submission.id
    const reviewer = await signIn(server.origin, personOf(server, 'reviewer'))
    await reviewer.post(`/api/submissions/${submission}/approve`, {})
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await server?.destroy()
  })

  const open = async (path: string, width: number, height: number) => {
    const page = await (await browser.newContext({ locale: 'zh-CN', viewport: { width, height } })).newPage()
    await page.goto(`${server.origin}/admin/login?redirect=${encodeURIComponent(path)}`)
    await page.locator('input[name=username]').waitFor()
    return page
  }
  const enter = async (page: Page, { username, password }: Person) => {
    await page.fill('input[name=username]', username)
    await page.fill('input[name=password]', password)
    await page.click('button[type=submit]')
  }
  /** From the QR code on: the secret as somebody types it who cannot scan. */
  const setUp = async (page: Page, name: string) => {
    await page.getByRole('heading', { name: '在手机上设第二道验证' }).waitFor(PATIENCE)
    await drawn(page)
    await look(page, `${name}-enrol`)
    await page.getByText('手工输入密钥').click()
    const secret = (await page.locator('.ss-enrol__secret').innerText()).replaceAll(' ', '')
    const phone = new TOTP({ secret: Secret.fromBase32(secret) })
    await page.fill('input[name=code]', '000000')
    await page.getByRole('button', { name: '设好了' }).click()
    await page.getByText('这个验证码不对').waitFor(PATIENCE)
    await page.fill('input[name=code]', phone.generate())
    await page.getByRole('button', { name: '设好了' }).click()
    await page.getByRole('heading', { name: '抄下这 10 个恢复码' }).waitFor(PATIENCE)
    const recovery = await page.locator('.ss-recovery code').allInnerTexts()
    await look(page, `${name}-recovery`)
    expect(await page.getByRole('button', { name: '继续' }).isDisabled()).toBe(true)
    await page.getByText('我已抄好或打印好').click()
    await page.getByRole('button', { name: '继续' }).click()
    return { recovery, next: () => phone.generate({ timestamp: Date.now() + MINUTE / 2 }) }
  }

  it('PPL-8 PPL-11 an administrator sets his up, then asks the town for it', async () => {
    const page = await open('/admin/second-factor', 1366, 768)
    const person = personOf(server, 'administrator')
    await enter(page, person)
    await page.getByText('没有设').waitFor(PATIENCE)
    await drawn(page)
    await look(page, 'own-none')
    await page.getByRole('button', { name: '开始设' }).click()
    await page.fill('input[name=password]', person.password)
    await page.getByRole('button', { name: '下一步' }).click()
    await setUp(page, 'own')
    await page.getByText('已设好').first().waitFor(PATIENCE)
    await drawn(page)
    await look(page, 'own-has')
    const [session] = (await page.context().cookies()).filter(({ name }) => name === 'payload-token')
    const api = apiOf(server.origin, `payload-token=${session?.value}`)
    const { name } = await api.get<{ name: string }>('/api/globals/town')
    await api.post('/api/globals/town', { name, secondFactor: 'required' })
    await page.goto(`${server.origin}/admin/globals/town`)
    await page.getByText('签发人和管理员必须用').first().waitFor(PATIENCE)
    await drawn(page)
    await look(page, 'town')
    await page.goto(`${server.origin}/admin/collections/users?limit=20`)
    await page.getByRole('cell', { name: person.name, exact: true }).waitFor(PATIENCE)
    await drawn(page)
    await look(page, 'people')
  }, 120_000)

  it('PPL-8 PPL-12 PPL-13 the issuer sets his up at the sign-in, and proves it in place, keeping what he wrote', async () => {
    const page = await open(`/admin/collections/submissions/${submission}`, 390, 844)
    await enter(page, personOf(server, 'issuer'))
    await page.getByRole('heading', { name: '先设第二道验证' }).waitFor(PATIENCE)
    await look(page, 'must-enrol')
    await page.getByRole('button', { name: '用手机验证码' }).click()
    const phone = await setUp(page, 'issuer')
    await page.getByRole('heading', { name: '第二道验证' }).waitFor(PATIENCE)
    await look(page, 'ask-code')
    await page.fill('input[name=code]', phone.next())
    await page.click('button[type=submit]')
    // The looks lie in a row on a wide page; on the phone they follow one another.
    await page.setViewportSize({ width: 1366, height: 768 })
    await lookAtAll(page)
    await page.setViewportSize({ width: 390, height: 844 })
    await askAnewOnce(page)
    await page.locator('#ss-whole-comment').fill('字句都好')
    await page.locator('.ss-decide button', { hasText: '签发' }).click()
    const dialog = page.locator('.ss-prove')
    await dialog.getByRole('heading', { name: '请再验证一次' }).waitFor(PATIENCE)
    await look(page, 'prove-again')
    await dialog.locator('input[name=code]').fill(phone.recovery[0] ?? '')
    await dialog.getByRole('button', { name: '接着办' }).click()
    await untilIssued(page, '字句都好')
  }, 120_000)
})
