/** The list of contents and the first page, by author, reviewer and operator: whose turn it is, and the next press. */
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sample } from '../builders/sample.ts'
import { employ, made, signIn, type Api, type Found } from './api.ts'
import { BROWSER_FLAGS, executablePath } from './browser.ts'
import { desksOf, look, personOf, type DeskOf } from './desk.ts'
import { sharedServer, type Person, type Serving } from './server.ts'

/** A writer of this file's own, so that what others write meanwhile is not his. */
const WRITER: Person = {
  role: 'author',
  name: '林编写',
  username: 'lists',
  password: 'correct horse battery',
}
/** One who can do all but decide for himself, to see the whole menu. */
const ROLES = [
  'author',
  'reviewer',
  'law-reviewer',
  'issuer',
  'operator',
  'administrator',
  'village-author',
  'village',
] as const

let server: Serving
let browser: Browser
let deskOf: DeskOf
let writer: Api
let hotline: string
const ids: Record<string, string> = {}

const draft = (title: string): Promise<string> =>
  made(writer, 'cases?draft=true', {
    title,
    fraudClass: 'house-pension',
    story: '孙大爷听说签个合同，每月能领钱。\n合同里写的是抵押。\n半年后，房子没了。',
    lesson: '白纸黑字，先问儿女',
    hotline,
  })
const sent = async (id: string): Promise<string> =>
  (await writer.post<{ submission: { id: string } }>(`/api/cases/${id}/submit`, {})).submission.id
const as = (role: string): Promise<Api> => signIn(server.origin, personOf(server, role))

beforeAll(async () => {
  server = await sharedServer()
  browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS })
  deskOf = desksOf(browser, server.origin)
  const administrator = await as('administrator')
  const { name, username, password } = WRITER
  await employ(server.origin, administrator, { name, username, password, roles: ['author'] })
  writer = await signIn(server.origin, WRITER)
  hotline = (await writer.get<Found>('/api/hotlines?limit=1&depth=0')).docs[0]?.id ?? ''
  ids['draft'] = await draft('代办社保，三万白交')
  ids['waits'] = await draft('专家来电，四十分钟没了')
  await sent(ids['waits'])
  ids['back'] = await draft('签了养老合同，房子没了')
  const back = await sent(ids['back'])
  await (await as('reviewer')).post(`/api/submissions/${back}/return`, { comment: '第 2 句请写明是抵押' })
  ids['issued'] = await draft('银行门口，白送的鸡蛋')
  const issued = await sent(ids['issued'])
  for (const name of ['reviewer', 'reviewer2'])
    await (await as(name)).post(`/api/submissions/${issued}/approve`, {})
  await (await as('issuer')).post(`/api/submissions/${issued}/approve`, {})
})

afterAll(async () => {
  await browser?.close()
})

const rowOf = (page: Page, title: string) => page.locator('.ss-content').filter({ hasText: title })

describe('the list of cases', () => {
  it('DESK-41 a writer sees his turn first, each with its picture, its state in words and the next press', async () => {
    const page = await deskOf(WRITER)
    await page.goto(`${server.origin}/admin/collections/cases`)
    await expect.poll(() => page.locator('.ss-chip[aria-current]').innerText()).toBe('我写的 4')
    const groups = await page.locator('.ss-contents').allInnerTexts()
    expect(groups[0]).toMatch(/^要您动手 2/)
    expect(groups[1]).toMatch(/^不用您动手 2/)
    expect(await rowOf(page, '签了养老合同').innerText()).toContain('第 2 句请写明是抵押')
    expect(await rowOf(page, '专家来电').innerText()).toContain('等审核人，今天送到')
    expect(await rowOf(page, '银行门口').innerText()).toContain('还没排到屏上')
    // Every face is painted, of frozen pages and of the draft alike: not one of them is all black.
    await expect
      .poll(() =>
        page.locator('.ss-face canvas').evaluateAll((all) =>
          all.map((one) => {
            const canvas = one as HTMLCanvasElement
            const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {}
            return (data ?? []).some((value, i) => i % 4 < 3 && value > 200)
          }),
        ),
      )
      .toEqual([true, true, true, true])
    await look(page, 'list')
    await rowOf(page, '签了养老合同').getByRole('link', { name: '看意见去改' }).click()
    await page.waitForURL(new RegExp(`/cases/${ids['back'] ?? ''}`))
    await page.close()
  })

  it('DESK-41 words, initials of any reading and chips narrow it; what is not there says so', async () => {
    const page = await deskOf(WRITER)
    const titles = () => page.locator('.ss-content__title').allInnerTexts()
    await page.goto(`${server.origin}/admin/collections/cases`)
    await page.getByRole('searchbox').fill('yhmk')
    await page.getByRole('button', { name: '找', exact: true }).click()
    await expect.poll(titles).toEqual(['银行门口，白送的鸡蛋'])
    await page.getByRole('searchbox').fill('代办')
    await page.keyboard.press('Enter')
    await expect.poll(titles).toEqual(['代办社保，三万白交'])
    await page.getByRole('searchbox').fill('没有这样的')
    await page.keyboard.press('Enter')
    await page.getByText('没有找到“没有这样的”').waitFor()
    await page.goto(`${server.origin}/admin/collections/cases`)
    await page.getByRole('link', { name: '退回 1' }).click()
    await expect.poll(titles).toEqual(['签了养老合同，房子没了'])
    await page.close()
  })

  it('DESK-41 on a phone each content is a card, and nothing is wider than the page', async () => {
    const page = await deskOf(WRITER, 390, 844)
    await page.goto(`${server.origin}/admin/collections/cases`)
    await rowOf(page, '签了养老合同').waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await look(page, 'list')
    await page.close()
  })
})

describe('lists of what was written down', () => {
  it.each([1366, 390])('DESK-83 each row names what it leads to, %i wide', async (width) => {
    const page = await deskOf(personOf(server, 'administrator'), width, 844)
    await page.goto(`${server.origin}/admin/collections/approvals?limit=50`)
    const names = page.locator('td.cell-submission, td.cell-by')
    await expect
      .poll(async () => (await names.allInnerTexts()).filter((name) => !/[\u4e00-\u9fff]{2}/.test(name)))
      .toEqual([])
    expect(await names.count()).toBeGreaterThan(20)
    await page.goto(`${server.origin}/admin/collections/approvals`)
    await page.locator('td.cell-submission a').first().click()
    await page.waitForURL(/approvals\/[\w-]+/)
    await page.close()
  })
})

describe('the first page', () => {
  /** Where the menu leads that the server wrote into a page. */
  const menuIn = (html: string): readonly string[] =>
    [...html.matchAll(/<a class="nav__link[^>]* href="([^"]+)"/g)].map(([, href]) => href ?? '')
  const lineOf = (page: Page, name: string) => page.locator(`.ss-tasks li[data-line="${name}"]`)

  it('DESK-42 each is told what he can do now, with one press that leads there', async () => {
    const own = await deskOf(WRITER)
    await own.goto(`${server.origin}/admin`)
    expect(await lineOf(own, 'returned').innerText()).toContain('第 2 句请写明是抵押')
    expect(await lineOf(own, 'drafts').innerText()).toContain('代办社保')
    await look(own, 'today-author')
    await lineOf(own, 'new').getByRole('link', { name: '写一件案例' }).click()
    await own.waitForURL(/cases\//)
    await own.close()

    const reviewer = await deskOf(personOf(server, 'reviewer'))
    await reviewer.goto(`${server.origin}/admin`)
    expect(await lineOf(reviewer, 'waiting').innerText()).toMatch(/\d+ 件等您审/)
    await look(reviewer, 'today-reviewer')
    await lineOf(reviewer, 'waiting').getByRole('link', { name: '去审' }).click()
    await reviewer.waitForURL(/submissions\/[\w-]+/)
    await reviewer.close()

    const operator = await deskOf(personOf(server, 'operator'))
    await operator.goto(`${server.origin}/admin`)
    expect(await lineOf(operator, 'unscheduled').innerText()).toMatch(/还没排到屏 \d+ 件/)
    await look(operator, 'today-operator')
    await operator.close()
  })

  it.each(ROLES)('DESK-43 the menu of %s leads to pages that open, each lit once', async (role) => {
    const { cookie } = await as(role)
    const sent = async (path: string): Promise<string> => {
      const answer = await fetch(`${server.origin}${path}`, { headers: { cookie } })
      expect([path, answer.status]).toEqual([path, 200])
      return answer.text()
    }
    const first = await sent('/admin')
    expect(first).not.toMatch(/class="(?:[^"]* )?nav-group[ "]/)
    const hrefs = menuIn(first)
    expect(hrefs.length).toBeGreaterThan(1)
    expect(hrefs.length).toBeLessThanOrEqual(15)
    for (const href of hrefs) {
      const html = await sent(href)
      if (href.startsWith('/admin')) expect(html.match(/<a class="nav__link ss-here"/g)).toHaveLength(1)
    }
  })

  it.each(process.env['LOOKS'] ? ROLES : sample(ROLES, 1))(
    'DESK-43 the menu of %s is drawn as it was sent',
    async (role) => {
      const page = await deskOf(personOf(server, role))
      const answer = await page.goto(`${server.origin}/admin`)
      const links = page.locator('.nav .ss-nav-group a.nav__link')
      await links.first().waitFor()
      expect(await page.locator('.nav .nav-group').count()).toBe(0)
      const hrefs = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
      expect(hrefs).toEqual(menuIn((await answer?.text()) ?? ''))
      await look(page, `menu-${role}`)
      await page.close()
    },
  )

  it('DESK-43 what is set once and what was written down stands on one page', async () => {
    const page = await deskOf(personOf(server, 'administrator'))
    await page.goto(`${server.origin}/admin/manage`)
    for (const name of ['人员', '单位', '审核意见', '回执', '操作记录'])
      await page
        .getByRole('main')
        .or(page.locator('.ss-view'))
        .getByRole('link', { name, exact: true })
        .first()
        .waitFor()
    await look(page, 'manage')
    await page.close()
  })

  it('DESK-80 the first press of Tab offers the way past the menu', async () => {
    const page = await deskOf(personOf(server, 'administrator'))
    await page.goto(`${server.origin}/admin/collections/units`)
    await page.locator('[role=main]').waitFor()
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文')
    await page.keyboard.press('Enter')
    const isInPage = () => page.evaluate(() => document.activeElement?.closest('[role=main]') !== null)
    expect(await isInPage()).toBe(true)
    await page.close()
  })

  it.each([
    [
      'units',
      [
        ['td input[type=checkbox]', /^选中“.+”$/],
        ['th input[type=checkbox]', /^全选这一页$/],
        ['.clickable-arrow--left', /^上一页$/],
      ],
    ],
    ['hotlines/create', [['.date-time-picker input', /^核对日期$/]]],
  ] as const)('DESK-80 what Payload draws without a name has one: on %s', async (path, named) => {
    const page = await deskOf(personOf(server, 'administrator'))
    await page.goto(`${server.origin}/admin/collections/${path}`)
    for (const [sign, name] of named) {
      const drawn = page.locator(sign).first()
      await drawn.waitFor({ state: 'attached', timeout: 30_000 })
      await expect.poll(() => drawn.getAttribute('aria-label'), { timeout: 30_000 }).toMatch(name)
    }
    await page.close()
  })
})
