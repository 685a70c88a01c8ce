/** Passkeys in a real browser: an administrator's own, the issuer's at his first sign-in, a case issued by it, and a bare number. */
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apiOf, signIn, type Created, type Found } from './api.ts'
import { BROWSER_FLAGS, executablePath } from './browser.ts'
import { askAnewOnce, drawn, look, lookAtAll, PATIENCE, personOf, untilIssued } from './desk.ts'
import { ownServer, type Person, type Server } from './server.ts'

type Sent = { readonly submission: { readonly id: string } }

const CASE = {
  title: '高息返了两个月',
  fraudClass: 'care-investment',
  story: '刘阿姨听说有高息投资，头两个月按时返钱，她又投了三万八千元，公司随后搬空，电话停机。',
  lesson: '保本又高息，就是骗局',
}

describe('PPL-14 PPL-15 PPL-17 passkeys at the desk', () => {
  let server: Server
  let browser: Browser
  let submission = ''
  beforeAll(async () => {
    server = await ownServer()
    browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS })
    const author = await signIn(server.origin, personOf(server, 'author'))
    const { docs } = await author.get<Found>('/api/hotlines?limit=1&depth=0')
    const { doc } = await author.post<Created>('/api/cases?draft=true', { ...CASE, hotline: docs[0]?.id })
    submission = (await author.post<Sent>(`/api/cases/${doc.id}/submit`, {})).submission.id
    for (const name of ['reviewer', 'reviewer2']) {
      const reviewer = await signIn(server.origin, personOf(server, name))
      await reviewer.post(`/api/submissions/${submission}/approve`, {})
    }
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await server?.destroy()
  })

  /** A device that knows its owner by the finger: Chromium's own authenticator, without a finger. */
  const withDevice = async (page: Page): Promise<void> => {
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('WebAuthn.enable')
    await cdp.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
  }
  const open = async (origin: string, path: string, width: number, height: number) => {
    const page = await (await browser.newContext({ locale: 'zh-CN', viewport: { width, height } })).newPage()
    await withDevice(page)
    await page.goto(`${origin}/admin/login?redirect=${encodeURIComponent(path)}`)
    return page
  }
  const enter = async (page: Page, { username, password }: Person) => {
    await page.fill('input[name=username]', username)
    await page.fill('input[name=password]', password)
    await page.click('button[type=submit]')
  }
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
  const heading = (page: Page, name: string) =>
    page.getByRole('heading', { name, exact: true }).waitFor(PATIENCE)
  /** From the name on to the recovery codes. */
  const add = async (page: Page, name: string, called: string) => {
    await heading(page, '添加通行密钥')
    await page.getByLabel('给它起个名字').fill(called)
    await drawn(page)
    await look(page, `${name}-add`)
    await press(page, '添加')
    await heading(page, '抄下这 10 个恢复码')
    const recovery = await page.locator('.ss-recovery code').allInnerTexts()
    await page.getByText('我已抄好或打印好').click()
    await press(page, '继续')
    return recovery
  }

  it('PPL-14 PPL-15 an administrator adds one on his own page, signs in by it, then asks the town for it', async () => {
    const page = await open(server.origin, '/admin/second-factor', 1366, 768)
    const person = personOf(server, 'administrator')
    await enter(page, person)
    await page.getByText('没有设').waitFor(PATIENCE)
    await drawn(page)
    await look(page, 'passkey-none')
    await press(page, '添加通行密钥')
    await page.fill('input[name=password]', person.password)
    await look(page, 'passkey-password')
    await press(page, '下一步')
    const recovery = await add(page, 'passkey-own', '值班室电脑')
    await page.getByText('值班室电脑').waitFor(PATIENCE)
    await page.getByText('还没用过').waitFor(PATIENCE)
    await drawn(page)
    await look(page, 'passkey-has')

    await page.context().clearCookies()
    await page.goto(`${server.origin}/admin/login?redirect=${encodeURIComponent('/admin/second-factor')}`)
    await enter(page, person)
    await page.getByRole('button', { name: '用通行密钥登录' }).waitFor(PATIENCE)
    await drawn(page)
    await look(page, 'passkey-ask')
    await press(page, '用通行密钥登录')
    await page.getByText('最近用过').waitFor(PATIENCE)

    const [session] = (await page.context().cookies()).filter(({ name }) => name === 'payload-token')
    const api = apiOf(server.origin, `payload-token=${session?.value}`)
    const { name } = await api.get<{ name: string }>('/api/globals/town')
    await api.post('/api/globals/town', { name, secondFactor: 'required' })
    await page.goto(`${server.origin}/admin/collections/audit`)
    await page.getByText('添加了通行密钥').first().waitFor(PATIENCE)
    await drawn(page)
    await look(page, 'passkey-audit')
    await page.close()

    // The same town by a bare number: it says why, and a recovery code opens it.
    const bare = await open(server.origin.replace('localhost', '127.0.0.1'), '/admin/second-factor', 390, 844)
    await enter(bare, person)
    await bare.getByText('您的通行密钥在这个网址用不了').waitFor(PATIENCE)
    await drawn(bare)
    await look(bare, 'passkey-elsewhere')
    await bare.fill('input[name=code]', recovery[0] ?? '')
    await press(bare, '登录')
    await bare.getByText('通行密钥要有域名和 https 的网址才能用').waitFor(PATIENCE)
    expect(await bare.getByRole('button', { name: '添加通行密钥' }).count()).toBe(0)
    await drawn(bare)
    await look(bare, 'passkey-bare')
    await press(bare, '移除')
    await bare.fill('input[name=password]', person.password)
    await bare.fill('input[name=code]', recovery[1] ?? '')
    await press(bare, '下一步')
    await bare.getByText('本镇要求您用第二道验证，不能取消').waitFor(PATIENCE)
    await look(bare, 'passkey-required')
    await bare.close()
  }, 180_000)

  it('PPL-17 the issuer sets his up at the sign-in, and issues a case by it, keeping what he wrote', async () => {
    const page = await open(server.origin, `/admin/collections/submissions/${submission}`, 390, 844)
    await enter(page, personOf(server, 'issuer'))
    await heading(page, '先设第二道验证')
    await page.getByRole('button', { name: '用通行密钥' }).waitFor(PATIENCE)
    await drawn(page)
    await look(page, 'passkey-must')
    await press(page, '用通行密钥')
    await add(page, 'passkey-issuer', '郑签发的手机')
    await press(page, '用通行密钥登录')
    // The looks lie in a row on a wide page; on the phone they follow one another.
    await page.setViewportSize({ width: 1366, height: 768 })
    await lookAtAll(page)
    await page.locator('#ss-whole-comment').fill('字句都好')
    await askAnewOnce(page)
    await page.locator('.ss-decide button', { hasText: '签发' }).click()
    const dialog = page.locator('.ss-prove')
    await dialog.getByRole('button', { name: '用通行密钥验证' }).waitFor(PATIENCE)
    await drawn(page)
    await look(page, 'passkey-prove')
    await page.setViewportSize({ width: 390, height: 844 })
    await drawn(page)
    await look(page, 'passkey-prove')
    await dialog.getByRole('button', { name: '用通行密钥验证' }).click()
    await untilIssued(page, '字句都好')
  }, 180_000)
})
