/** A writer sees his words on the screen of choice while he writes them, and what is still to be mended. */
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Preview } from '../../cms/workflow/preview.ts'
import { signIn, type Api, type Created, type Found } from './api.ts'
import { BROWSER_FLAGS, executablePath } from './browser.ts'
import { desksOf, look, PATIENCE, personOf, type DeskOf } from './desk.ts'
import { sharedServer, type Serving } from './server.ts'

const STORY = ['头两个月准时返息。', '张阿姨在超市门口做了免费体检。', '第三个月，公司搬空。']

let server: Serving
let browser: Browser
let author: Api
let hotline: string
let deskOf: DeskOf

beforeAll(async () => {
  server = await sharedServer()
  browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS })
  deskOf = desksOf(browser, server.origin)
  author = await signIn(server.origin, personOf(server, 'author'))
  hotline = (await author.get<Found>('/api/hotlines?limit=1&depth=0')).docs[0]?.id ?? ''
})

afterAll(async () => {
  await browser?.close()
})

const WORDS = {
  title: '高息返了两个月',
  fraudClass: 'care-investment',
  story: STORY.join('\n'),
  lesson: '保本又高息，就是骗局',
}
const begun = async (): Promise<string> =>
  (await author.post<Created>('/api/cases?draft=true', { ...WORDS, hotline })).doc.id

const open = async (id: string, width = 1366, height = 768): Promise<Page> => {
  const page = await deskOf(personOf(server, 'author'), width, height)
  await page.goto(`${server.origin}/admin/collections/cases/${id}`)
  await page.locator('.ss-film li').first().waitFor({ state: 'attached' })
  return page
}
const caption = (page: Page): Promise<string> => page.locator('.ss-live__caption').innerText()
const words = (page: Page): Promise<string | null> =>
  page.locator('.ss-live__page canvas').getAttribute('aria-label')
const pageOf = (page: Page, wanted: string): Promise<void> =>
  expect.poll(() => words(page), PATIENCE).toContain(wanted) as Promise<void>
/** Whether the canvas holds more than its ground. */
const isLit = (page: Page): Promise<boolean> =>
  page.locator('.ss-live__page canvas').evaluate((node) => {
    const canvas = node as HTMLCanvasElement
    const dots = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
    return dots.some((value, i) => i % 4 !== 3 && value > 128)
  })

describe('the page beside the form', () => {
  it.each([
    [1366, 768],
    [1920, 1080],
  ])('DESK-71 it follows the cursor, and what is typed stands on it (%i wide)', async (width, height) => {
    const page = await open(await begun(), width, height)
    await page.locator('#field-story').click()
    await page.keyboard.press('Control+End')
    await pageOf(page, '公司搬空')
    expect(await caption(page)).toMatch(/^第 4 页，共 5 页 · 字高 \d+ 毫米，\d+ 米外看得清 · 停 15 秒/)
    await page.keyboard.type('电话停机。')
    await expect.poll(async () => (await words(page))?.replaceAll(' ', ''), PATIENCE).toContain('电话停机')
    await expect.poll(() => isLit(page), PATIENCE).toBe(true)
    await look(page, 'live')
    await page.locator('#field-title').click()
    await pageOf(page, '高息')
    await page.locator('.ss-film li:last-child button').click()
    await pageOf(page, '就是骗局')
    await page.close()
  })

  it('DESK-70 the screens of the town are there by name, and its pages are those of the screen that is chosen', async () => {
    const id = await begun()
    const page = await open(id)
    const draft = await author.get<object>(`/api/cases/${id}?draft=true&depth=0`)
    const { grids } = await author.post<Preview>('/api/cases/preview', { draft })
    expect(await page.locator('.ss-live__screens button').count()).toBe(grids.length)
    const strip = grids.at(-1)
    await page.locator('.ss-live__screens button').last().click()
    const { pages } = await author.post<Preview>('/api/cases/preview', { draft, grid: strip?.key })
    await expect.poll(() => page.locator('.ss-film li').count(), PATIENCE).toBe(pages.length)
    expect(await page.locator('.ss-live__page canvas').getAttribute('width')).toBe(String(pages[0]?.width))
    await look(page, 'live-strip')
    await page.close()
  })

  it('DESK-72 a long beat is offered shorter, and one press takes it', async () => {
    const id = await begun()
    const page = await open(id)
    const offer = page.locator('.ss-shorter')
    await offer.waitFor()
    expect(await offer.innerText()).toContain('第 2 拍 14 个字，大屏最好不超过 12 个字')
    expect(await offer.locator('del').allInnerTexts()).toEqual(['在超市门口'])
    await look(page, 'live-shorter')
    await offer.getByRole('button', { name: '改短' }).click()
    const wanted = [STORY[0], '张阿姨做了免费体检。', STORY[2]].join('\n')
    expect(await page.inputValue('#field-story')).toBe(wanted)
    await expect
      .poll(() => author.get<object>(`/api/cases/${id}?draft=true&depth=0`), PATIENCE)
      .toMatchObject({ story: wanted })
    await offer.waitFor({ state: 'detached' })
    await page.close()
  })

  it('DESK-74 what is wrong is a sentence, marks its page in the strip, and 送审 says why it is grey', async () => {
    const page = await open(await begun())
    await page.locator('.ss-why--ready').waitFor()
    await page.fill('#field-accent', '没有的词')
    const why = page.locator('#submit-why')
    await expect.poll(() => why.innerText(), PATIENCE).toContain('还有 1 处要改')
    expect(await page.locator('#action-submit').getAttribute('aria-disabled')).toBe('true')
    expect(await page.locator('.ss-faults li').count()).toBe(1)
    await page.fill('#field-accent', '两个月')
    await page.locator('.ss-why--ready').waitFor()
    await page.fill('#field-story', '长'.repeat(61))
    await expect.poll(() => page.locator('.ss-film .ss-sign--stop').count(), PATIENCE).toBeGreaterThan(0)
    await look(page, 'live-fault')
    await page.close()
  })

  it('CNT-6 DESK-74 what may stay empty is folded away; a fault in it is told, and its sentence opens it at the field', async () => {
    const id = await begun()
    await author.patch(`/api/cases/${id}?draft=true`, { lawNote: '长'.repeat(81) })
    const page = await open(id)
    expect(await page.locator('#field-lawNote').isVisible()).toBe(false)
    await page.locator('.ss-finding').getByRole('button', { name: '以案说法' }).click()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id), PATIENCE).toBe('field-lawNote')
    await page.fill('#field-lawNote', '骗老人的钱，要判刑。')
    await page.locator('#field-status input').first().click()
    await page.locator('.rs__option', { hasText: '侦查中' }).click()
    await look(page, 'live-more')
    await expect
      .poll(() => author.get<object>(`/api/cases/${id}?draft=true&depth=0`), PATIENCE)
      .toMatchObject({ lawNote: '骗老人的钱，要判刑。', status: 'investigated' })
    await page.close()
  })

  it('DESK-70 on a phone it is folded above the form, and one press opens it', async () => {
    const page = await open(await begun(), 390, 844)
    expect(await page.locator('.ss-live__page').isVisible()).toBe(false)
    await look(page, 'live-folded')
    await page.locator('.ss-live__fold').click()
    await page.locator('.ss-live__page canvas').waitFor()
    await look(page, 'live-open')
    await page.close()
  })
})

describe('a form for a new content', () => {
  type Count = { readonly totalDocs: number }
  const mine = (): Promise<Count> =>
    author.get<Count>(
      `/api/slogans?draft=true&limit=0&depth=0&where[text][like]=${encodeURIComponent('没人写过')}`,
    )
  const all = async (): Promise<number> =>
    (await author.get<Count>('/api/slogans?draft=true&limit=0&depth=0')).totalDocs

  it('DESK-73 opening it makes no row, its first word does, and the form goes on as that row’s', async () => {
    const page = await deskOf(personOf(server, 'author'))
    const before = await all()
    await page.goto(`${server.origin}/admin/collections/slogans/create`)
    await page.locator('#action-submit:enabled').waitFor()
    await page.locator('#submit-why', { hasText: '还缺：标语' }).waitFor()
    expect(await all()).toBe(before)
    await look(page, 'live-new')
    await page.locator('#field-text').click()
    await page.keyboard.type('没人写过的标语')
    await page.waitForURL(/\/slogans\/(?!create)[\w-]+$/)
    const id = page.url().split('/').at(-1)
    await page.keyboard.type('接着写')
    await page.keyboard.press('Enter')
    await expect
      .poll(() => author.get<object>(`/api/slogans/${id}?draft=true&depth=0`), PATIENCE)
      .toMatchObject({ text: '没人写过的标语接着写' })
    expect((await mine()).totalDocs).toBe(1)
    await page.reload()
    await page.locator('#action-submit:enabled').waitFor()
    expect(await page.inputValue('#field-text')).toBe('没人写过的标语接着写')
    await page.close()
  })

  it('DESK-73 a picture that is being chosen as the row is made is chosen on', async () => {
    const page = await deskOf(personOf(server, 'author'))
    let opened = (): void => undefined
    const isOpen = new Promise<void>((done) => (opened = done))
    await page.route(/\/api\/cases\?draft=true/, async (route) => {
      if (route.request().method() === 'POST') await isOpen
      await route.continue()
    })
    await page.goto(`${server.origin}/admin/collections/cases/create`)
    const made = page.waitForResponse(
      (answer) => answer.request().method() === 'POST' && /\/api\/cases\?draft=true/.test(answer.url()),
    )
    await page.fill('#field-title', '照片选到一半')
    await page.locator('#field-photo .upload__createNewToggler').click()
    const drawer = page.locator('.drawer--is-open')
    await drawer.locator('#field-alt').fill('体检摊')
    opened()
    const { doc } = (await (await made).json()) as { readonly doc: { readonly id: string } }
    await page.locator('.ss-head__saved', { hasText: '已自动保存' }).waitFor()
    expect(await drawer.locator('#field-alt').inputValue()).toBe('体检摊')
    expect(new URL(page.url()).pathname).toMatch(/\/create$/)
    await drawer.locator('.doc-drawer__header-close, .drawer__close').first().click()
    await page.waitForURL(`**/cases/${doc.id}`)
    await page.close()
  })

  it('DESK-73 a picture that begins to be chosen while the address changes is chosen on', async () => {
    const page = await deskOf(personOf(server, 'author'))
    await page.goto(`${server.origin}/admin/collections/cases/create`)
    await page.locator('form[data-form-ready="true"] #field-title').waitFor()
    // The press comes after the address is new and before the page hears of it.
    await page.evaluate(() => {
      const replace = window.history.replaceState
      window.history.replaceState = function (...given) {
        replace.apply(this, given)
        if (/\/cases\/(?!create)/.test(String(given[2])))
          document.querySelector<HTMLElement>('#field-photo .upload__createNewToggler')?.click()
      }
    })
    await page.fill('#field-title', '照片刚要选')
    await page.waitForURL(/\/cases\/(?!create)/)
    await page.locator('.ss-head__saved', { hasText: '已自动保存' }).waitFor()
    await page.locator('.drawer--is-open #field-alt').fill('体检摊')
    expect(await page.locator('.drawer--is-open #field-alt').inputValue()).toBe('体检摊')
    await page.close()
  })

  it('DESK-75 a hotline is chosen by its number', async () => {
    const page = await deskOf(personOf(server, 'author'))
    await page.goto(`${server.origin}/admin/collections/slogans/create`)
    await page.locator('#action-submit:enabled').waitFor()
    await page.locator('#field-hotline input').first().click()
    expect(await page.locator('.rs__option').allInnerTexts()).toContain('96110 反诈专线')
    await page.close()
  })
})
