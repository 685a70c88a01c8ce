/** Who writes for a village names in his case a technique that the town released, and whoever reviews it reads the same. */
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { made, signIn, type Api, type Found } from './api.ts'
import { AXE, seriousOn } from './axe.ts'
import { BROWSER_FLAGS, executablePath } from './browser.ts'
import { desksOf, look, PATIENCE, personOf, type DeskOf } from './desk.ts'
import { sharedServer, type Serving } from './server.ts'

const RELEASED = '代领补贴先交手续费的套路'
const OWN = '石桥村自己记的套路'
const FIELD = '#field-techniques'

let server: Serving
let browser: Browser
let deskOf: DeskOf
let writer: Api
let hotline: string
let release: string

const as = (role: string): Promise<Api> => signIn(server.origin, personOf(server, role))
const techniqueOf = (title: string) => ({
  title,
  fraudClass: 'care-investment',
  steps: [{ heSays: '补贴到账了，先交手续费', youDo: '领钱不交钱，先问村里' }],
  hotline,
})

beforeAll(async () => {
  server = await sharedServer()
  browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS })
  deskOf = desksOf(browser, server.origin)
  writer = await as('village-author')
  const author = await as('author')
  hotline = (await writer.get<Found>('/api/hotlines?limit=1&depth=0')).docs[0]?.id ?? ''
  const id = await made(author, 'techniques?draft=true', techniqueOf(RELEASED))
  const { submission } = await author.post<{ submission: { id: string } }>(`/api/techniques/${id}/submit`, {})
  const path = `/api/submissions/${submission.id}/approve`
  for (const role of ['reviewer', 'reviewer2']) await (await as(role)).post(path, {})
  release = (await (await as('issuer')).post<{ release: string }>(path, {})).release
  await made(writer, 'techniques?draft=true', techniqueOf(OWN))
})
afterAll(() => browser?.close())

const caseWith = (techniques: readonly string[] = []): Promise<string> =>
  made(writer, 'cases?draft=true', {
    title: '代领补贴，先交三百',
    fraudClass: 'care-investment',
    story: '有人说能代领高龄补贴。\n先交三百手续费。\n钱交了，人没了。',
    hotline,
    techniques,
  })
const withdraw = async (issued: string): Promise<unknown> =>
  (await as('issuer')).post(`/api/releases/${issued}/withdraw`, { reason: '说错了一句' })
const open = async (page: Page, id: string): Promise<void> => {
  await page.goto(`${server.origin}/admin/collections/cases/${id}`)
  await page.locator('#action-submit:enabled').waitFor()
  // Payload remembers of each person what he unfolded.
  const folded = page.locator('.ss-more .collapsible__toggle--collapsed')
  await folded
    .or(page.locator(`${FIELD} .rs__control:visible`))
    .first()
    .waitFor()
  if (await folded.isVisible()) await folded.click()
  await page.locator(`${FIELD} .rs__control`).scrollIntoViewIfNeeded()
}
const chosen = (page: Page) => page.locator(`${FIELD} .rs__multi-value`)
const untilNamed = (page: Page, ...titles: readonly string[]): Promise<void> =>
  expect.poll(() => chosen(page).allInnerTexts(), PATIENCE).toEqual(titles) as unknown as Promise<void>
const untilLinked = (id: string, count: number): Promise<void> =>
  expect
    .poll(
      async () =>
        (await writer.get<{ techniques?: readonly string[] }>(`/api/cases/${id}?draft=true&depth=0`))
          .techniques?.length,
      PATIENCE,
    )
    .toBe(count) as unknown as Promise<void>

describe('who writes for a village', () => {
  it('CMS-99 DESK-85 names by keys what the town released and what he wrote, and both stand after he comes back', async () => {
    const page = await deskOf(personOf(server, 'village-author'))
    await page.addInitScript(AXE)
    const id = await caseWith()
    await open(page, id)
    const field = page.locator(`${FIELD} input`).first()
    await field.focus()
    await page.keyboard.press('ArrowDown')
    const menu = page.locator(`${FIELD} .rs__menu`)
    await menu.getByText('镇里已发布的').waitFor()
    expect(await menu.innerText()).toContain(`${OWN}（没有在发布）`)
    await look(page, 'techniques-offered')
    expect(await seriousOn(page)).toEqual([])
    await field.pressSequentially('代领补贴')
    await expect.poll(() => page.locator('.rs__option').allInnerTexts(), PATIENCE).toEqual([RELEASED])
    await page.keyboard.press('Enter')
    await untilNamed(page, RELEASED)
    await field.pressSequentially('没有这样的')
    await menu.getByText('没有找到').waitFor()
    await field.fill('石桥村自己')
    await page.locator('.rs__option', { hasText: OWN }).click()
    await untilLinked(id, 2)
    await open(page, id)
    await untilNamed(page, RELEASED, `${OWN}（没有在发布）`)
    await look(page, 'techniques-chosen')
    await page.close()
  })

  it('DESK-81 reads the name of whoever of the town wrote on his case, and no id', async () => {
    const id = await caseWith()
    await (await as('author')).patch(`/api/cases/${id}?draft=true`, { lesson: '领钱不交钱' })
    const page = await deskOf(personOf(server, 'village-author'))
    await open(page, id)
    const wrote = page.locator('#field-contributors')
    await wrote
      .getByText(`${personOf(server, 'village-author').name}、${personOf(server, 'author').name}`)
      .waitFor()
    expect(await wrote.innerText()).not.toMatch(/ID|[0-9a-f]{8}/)
    await wrote.scrollIntoViewIfNeeded()
    await look(page, 'contributors')
    await page.close()
  })

  it('CMS-99 DESK-85 PPL-21 on a phone what was withdrawn meanwhile is told beside the field, and taken out', async () => {
    const { contents } = await writer.get<{ contents: readonly { id: string }[] }>(
      `/api/techniques/choices?words=${encodeURIComponent(RELEASED)}`,
    )
    const id = await caseWith(contents.map((one) => one.id))
    const page = await deskOf(personOf(server, 'village-author'), 390, 844)
    await open(page, id)
    await untilNamed(page, RELEASED)
    const { submission } = await writer.post<{ submission: { id: string } }>(`/api/cases/${id}/submit`, {})
    const reviewer = await deskOf(personOf(server, 'reviewer'))
    await reviewer.goto(`${server.origin}/admin/collections/submissions/${submission.id}`)
    await reviewer.locator('.ss-about a', { hasText: RELEASED }).waitFor()
    await look(reviewer, 'techniques-reviewed')
    await reviewer.close()
    await page.goto(`${server.origin}/admin/collections/submissions/${submission.id}`)
    await page.locator('.ss-about span', { hasText: RELEASED }).waitFor()

    // And in every state that it comes to (PPL-21).
    const path = `/api/submissions/${submission.id}/approve`
    for (const role of ['reviewer', 'reviewer2']) await (await as(role)).post(path, {})
    const issued = await (await as('issuer')).post<{ release: string }>(path, {})
    await page.reload()
    await page.locator('.ss-submission', { hasText: '还没排到任何屏' }).waitFor()
    await withdraw(issued.release)
    await page.reload()
    await page.locator('.ss-submission', { hasText: '说错了一句' }).waitFor()
    await look(page, 'submission-withdrawn')

    await withdraw(release)
    await open(page, id)
    await untilNamed(page, '不再发布的一件')
    await page.locator(FIELD).getByText('有 1 件已经撤下、到期或删除').waitFor()
    await look(page, 'technique-gone')
    await page.locator(`${FIELD} .multi-value-remove`).click()
    await untilLinked(id, 0)
    expect(await page.locator(FIELD).innerText()).not.toContain('已经撤下')
    await page.locator(`${FIELD} .rs__control`).click()
    await page.locator('.rs__option', { hasText: OWN }).waitFor()
    expect(await page.locator('.rs__option', { hasText: RELEASED }).count()).toBe(0)
    await look(page, 'techniques-offered')
    await page.close()
  })
})
