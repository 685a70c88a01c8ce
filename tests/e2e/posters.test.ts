/** A village clerk with a phone: prints, posts, is told when it is void, takes it down. The product as it is served. */
import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { PDFDocument } from 'pdf-lib'
import { encodeQR } from 'qr'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signIn, type Api, type Doc, type Found } from './api.ts'
import { BROWSER_FLAGS, executablePath, foreignRequests } from './browser.ts'
import { decide, desksOf, personOf, type DeskOf } from './desk.ts'
import { sharedServer, type Serving } from './server.ts'

const PHONE = { width: 390, height: 844 }
const MM = 72 / 25.4

type Catalogue = {
  readonly contents: readonly { readonly release: string; readonly kind: string; readonly title: string }[]
  readonly templates: readonly { readonly id: string; readonly name_zh: string }[]
}
type Posting = Doc & { readonly photo: { readonly url: string }; readonly place: { readonly name: string } }
type Recall = { readonly items: readonly { readonly title: string; readonly why: string }[] }

let server: Serving
let deskOf: DeskOf
let browser: Browser
let phone: BrowserContext
let page: Page
let clerk: Api
let foreign: readonly string[] = []
const story = { release: '', title: '', code: '', place: '' }

/** As a phone takes it: large, sideways, with the place in its EXIF. */
const phonePhoto = (background: string): Promise<Buffer> =>
  sharp({ create: { width: 3000, height: 2250, channels: 3, background } })
    .withExif({ IFD0: { Make: 'Phone' }, IFD3: { GPSLatitude: '30/1 0/1 0/1', GPSLatitudeRef: 'N' } })
    .jpeg()
    .toBuffer()

const photoFile = async (background: string) => ({
  name: 'IMG_0001.jpg',
  mimeType: 'image/jpeg',
  buffer: await phonePhoto(background),
})

const tooWide = (shown: Page): Promise<number> =>
  shown.evaluate(() => document.documentElement.scrollWidth - innerWidth)

const stored = async (url: string): Promise<Buffer> => {
  const answer = await fetch(`${server.origin}${url}`, { headers: { cookie: clerk.cookie } })
  expect(answer.status).toBe(200)
  return Buffer.from(await answer.arrayBuffer())
}

beforeAll(async () => {
  server = await sharedServer()
  browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS })
  phone = await browser.newContext({ viewport: PHONE, hasTouch: true, isMobile: true, locale: 'zh-CN' })
  page = await phone.newPage()
  foreign = foreignRequests(page, server.origin)
  clerk = await signIn(server.origin, personOf(server, 'village'))
  deskOf = desksOf(browser, server.origin)
})

afterAll(async () => {
  await browser?.close()
})

describe('PPG-1 a clerk comes to the print page', () => {
  it('PPG-1 a stranger signs in first and comes back', async () => {
    await page.goto(`${server.origin}/print`)
    expect(page.url()).toContain('/admin/login')
    const { username, password } = personOf(server, 'village')
    await page.fill('input[name=username]', username)
    await page.fill('input[name=password]', password)
    await page.click('button[type=submit]')
    await page.getByRole('heading', { name: '印哪一条？' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/print')
  })

  it('PPG-5 a server that phones cannot reach says why there is no QR code', async () => {
    await page.getByText('没有印二维码').waitFor()
    expect(await tooWide(page)).toBeLessThanOrEqual(0)
  })
})

describe('PPG-2 PPG-4 an A3 poster on the office’s A4 printer', () => {
  it('PPG-2 content, then template as pictures of this content', async () => {
    const { contents } = await clerk.get<Catalogue>('/api/print/catalogue')
    const content = contents.find(({ kind }) => kind === 'technique')
    if (!content) throw new Error('no technique is released')
    Object.assign(story, { release: content.release, title: content.title })
    await page.getByRole('button', { name: content.title }).click()
    await page.getByRole('heading', { name: '印成什么样？' }).waitFor()
    const drawn = () =>
      page
        .locator('img')
        .evaluateAll((all) => (all as HTMLImageElement[]).filter((image) => image.naturalWidth > 0).length)
    // The first one waits for the engine to read its fonts.
    await expect.poll(drawn, { timeout: 30_000 }).toBeGreaterThan(1)
    expect(await tooWide(page)).toBeLessThanOrEqual(0)
  })

  it('PPG-1 the phone’s own back key goes one step back', async () => {
    await page.goBack()
    await page.getByRole('heading', { name: '印哪一条？' }).waitFor()
    await page.goForward()
    await page.getByRole('heading', { name: '印成什么样？' }).waitFor()
  })

  it('PPG-3 PPG-4 the sheet follows the typing; a number that is none is told at its field', async () => {
    const { templates } = await clerk.get<Catalogue>('/api/print/catalogue')
    const template = templates.find(({ id }) => id === 'technique-a3')
    await page
      .getByRole('button', { name: template?.name_zh ?? '' })
      .first()
      .click()
    await page.getByRole('heading', { name: '在哪里印？' }).waitFor()
    await page.locator('label', { hasText: 'A3' }).first().click()
    await page.fill('input[name=contact-number]', '12')
    await page.getByText('电话是 3 到 12 位数字').waitFor()
    expect(await page.getByRole('button', { name: '做成 PDF' }).isDisabled()).toBe(true)
    await page.fill('input[name=contact-name]', '陈桂芳')
    const asked = page.waitForRequest(
      (request) => request.url().includes('/preview') && (request.postData() ?? '').includes('13800000000'),
    )
    await page.fill('input[name=contact-number]', '138 0000 0000')
    await (await asked).response()
    expect(await tooWide(page)).toBeLessThanOrEqual(0)
  })

  it('PPG-2 PRT-17 放大贴满 on A4: the download has as many A4 sheets as the page says', async () => {
    const fill = page.locator('label', { has: page.locator('input[value=fill]') })
    await fill.click()
    // The sizes come with the picture of the sheet, which comes when it is made.
    const told = /(\d+) 张 A4，拼成 \d+×\d+ 毫米（\d+%）/
    await expect.poll(() => fill.textContent()).toMatch(told)
    const [, sheets] = told.exec((await fill.textContent()) ?? '') ?? []
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: '做成 PDF' }).click()
    const download = await downloading
    expect(download.suggestedFilename()).toMatch(/\.pdf$/)
    const pdf = await PDFDocument.load(readFileSync(await download.path()))
    expect(pdf.getPageCount()).toBe(Number(sheets))
    for (const { width, height } of pdf.getPages().map((sheet) => sheet.getSize())) {
      expect(Math.min(width, height)).toBeCloseTo(210 * MM, 0)
      expect(Math.max(width, height)).toBeCloseTo(297 * MM, 0)
    }
    await page.getByText('不要选“适应页面”').waitFor()
    expect(await tooWide(page)).toBeLessThanOrEqual(0)
  })
})

describe('PPG-6 PPG-7 it hangs', () => {
  it('PPG-7 the code page takes a photo, the place and the day', async () => {
    await page.getByRole('link', { name: '登记张贴' }).click()
    await page.getByText('这张海报是真的').waitFor()
    story.code = page.url().split('/').at(-1) ?? ''
    await page.setInputFiles('input[name=photo]', await photoFile('#7799bb'))
    const place = page.locator('fieldset label').first()
    story.place = (await place.textContent())?.trim() ?? ''
    await place.click()
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await page.getByText('已登记，谢谢！').waitFor()
    expect(await tooWide(page)).toBeLessThanOrEqual(0)
  })

  it('PPG-7 where it was taken is gone from the photo, also from one that came as the phone took it', async () => {
    const { places } = await clerk.get<{ places: readonly Doc[] }>(`/api/print/codes/${story.code}`)
    const form = new FormData()
    form.set(
      'photo',
      new Blob([(await phonePhoto('#88aa66')) as BlobPart], { type: 'image/jpeg' }),
      'IMG.jpg',
    )
    form.set('place', places.at(-1)?.id ?? '')
    form.set('until', '')
    const posted = await fetch(`${server.origin}/api/print/codes/${story.code}/postings`, {
      method: 'POST',
      headers: { cookie: clerk.cookie, origin: server.origin },
      body: form,
    })
    expect(posted.status).toBe(201)
    const { docs } = await clerk.get<Found<Posting>>('/api/postings?depth=1&limit=5&sort=-postedAt')
    for (const { photo } of docs.slice(0, 2)) {
      const bytes = await stored(photo.url)
      expect((await sharp(bytes).metadata()).exif).toBeUndefined()
      expect(bytes.includes('GPS')).toBe(false)
    }
  })

  it('PPG-8 the list says what hangs where', async () => {
    await page.goto(`${server.origin}/print/hung`)
    await page.getByText(story.place).first().waitFor()
    await page.getByText(story.title).first().waitFor()
    expect(await tooWide(page)).toBeLessThanOrEqual(0)
  })

  it('PPG-6 PPG-10 anybody reads the code page without a script, and calls with one touch', async () => {
    const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false, locale: 'zh-CN' })
    const stranger = await context.newPage()
    const asked = foreignRequests(stranger, server.origin)
    const kinds = new Set<string>()
    stranger.on('request', (request) => kinds.add(request.resourceType()))
    await stranger.goto(`${server.origin}/v?code=${story.code.toLowerCase().replace('-', ' ')}`)
    expect(new URL(stranger.url()).pathname).toBe(`/v/${story.code}`)
    await stranger.getByText('有效').first().waitFor()
    expect(await stranger.getByRole('heading', { name: story.title }).count()).toBe(1)
    expect(await stranger.locator('a[href^="tel:"]').count()).toBeGreaterThan(0)
    expect(await stranger.locator('input[type=file]').count()).toBe(0)
    expect(await context.cookies()).toEqual([])
    await stranger.goto(`${server.origin}/v/ZZZZ-ZZZZ`)
    await stranger.getByText('没有这个核验码').waitFor()
    expect(asked).toEqual([])
    expect([...kinds]).toEqual(['document'])
    await context.close()
  })
})

describe('PPG-6 a phone whose camera does not open codes', () => {
  it('PPG-6 a photo of the square opens the page; a square of somebody else leads nowhere', async () => {
    const photoOf = async (words: string): Promise<Buffer> => {
      const square = await sharp(Buffer.from(encodeQR(words, 'svg')))
        .resize(420, 420)
        .png()
        .toBuffer()
      return sharp({ create: { width: 1500, height: 2000, channels: 3, background: '#cfc9bb' } })
        .composite([{ input: square, left: 520, top: 900 }])
        .jpeg()
        .toBuffer()
    }
    const show = async (words: string): Promise<void> =>
      page.setInputFiles('input[name=square]', {
        name: 'IMG_0002.jpg',
        mimeType: 'image/jpeg',
        buffer: await photoOf(words),
      })
    await page.goto(`${server.origin}/v`)
    await show('https://elsewhere.example/win')
    await page.getByText('没有认出这里的二维码').waitFor()
    await show(`https://led.example/v/${story.code}`)
    await page.waitForURL(`${server.origin}/v/${story.code}`)
  })
})

describe('PPG-9 one for every village', () => {
  it('PPG-9 an operator gets one .zip with a PDF each, or stops it and nothing is left', async () => {
    const desk = await deskOf(personOf(server, 'operator'))
    await desk.goto(`${server.origin}/print?content=${story.release}&template=notice-a4`)
    await desk.getByLabel('给哪里印？').selectOption({ label: '全部村居（5 个，每处一份）' })
    await desk.getByRole('button', { name: '合成一个 PDF' }).click()
    await desk.getByRole('button', { name: '停下' }).click()
    await desk.getByText('已停下，没有留下文件。').waitFor()
    const downloading = desk.waitForEvent('download')
    await desk.getByRole('button', { name: '打成一个压缩包' }).click()
    const download = await downloading
    const files = unzipSync(readFileSync(await download.path()))
    expect(Object.keys(files).map((name) => name.slice(-4))).toEqual(Array(5).fill('.pdf'))
    expect(await tooWide(desk)).toBeLessThanOrEqual(0)
    await desk.close()
  })

  it('PPG-9 a network that fails is waited for, and who left the page finds the file when he comes back', async () => {
    const desk = await deskOf(personOf(server, 'operator'))
    const jobs = '**/api/print/jobs/*'
    const beginOffline = async () => {
      await desk.route(jobs, (route) => route.abort())
      await desk.goto(`${server.origin}/print?content=${story.release}&template=notice-a4`)
      await desk.getByLabel('给哪里印？').selectOption({ label: '全部村居（5 个，每处一份）' })
      await desk.getByRole('button', { name: '打成一个压缩包' }).click()
      await desk.getByText('网断了，还在等').waitFor()
      await desk.getByText('已做好 0 份，共 5 份').waitFor()
    }
    await beginOffline()
    const arriving = desk.waitForEvent('download')
    await desk.unroute(jobs)
    expect((await arriving).suggestedFilename()).toMatch(/\.zip$/)

    await beginOffline()
    await desk.goto(`${server.origin}/print/hung`)
    await desk.unroute(jobs)
    await desk.goto(`${server.origin}/print`)
    await desk.getByText(`全部村居：${story.title}`).waitFor()
    const fetching = desk.waitForEvent('download')
    await desk.getByRole('button', { name: '存到本机' }).click()
    const files = unzipSync(readFileSync(await (await fetching).path()))
    expect(Object.keys(files)).toHaveLength(5)
    await desk.goto(`${server.origin}/print`)
    await expect.poll(() => desk.getByText('选一条，点它').count()).toBe(1)
    expect(await desk.getByText('全部村居：').count()).toBe(0)
    await desk.close()
  })
})

describe('PPG-6 PPG-8 the content is withdrawn', () => {
  it('PPG-6 the code page says so, and since when', async () => {
    const desk = await deskOf(personOf(server, 'issuer'))
    const api = await signIn(server.origin, personOf(server, 'issuer'))
    const { submission } = await api.get<{ submission: string }>(`/api/releases/${story.release}?depth=0`)
    await decide(desk, `${server.origin}/admin/collections/submissions/${submission}`, '撤下', '演练撤下')
    await page.goto(`${server.origin}/v/${story.code}`)
    await page.getByText('这张海报已收回，以新海报为准；防骗的做法不变。').waitFor()
    await page.getByText(/自 \d{4}年/).waitFor()
    expect(await page.locator('input[type=file]').count()).toBe(0)
  })

  it('PPG-2 it is no longer offered for print', async () => {
    const { contents } = await clerk.get<Catalogue>('/api/print/catalogue')
    expect(contents.map(({ release }) => release)).not.toContain(story.release)
  })

  it('PST-11 the first page of the desk says which edition must come down in how many places', async () => {
    const desk = await deskOf(personOf(server, 'operator'))
    await desk.goto(`${server.origin}/admin`)
    await desk.getByText(`海报《${story.title}》第1版有2处已撤下，请取下`).waitFor()
    await desk.close()
  })

  it('PPG-8 the recall names both places; a photo of the bare place ticks one off', async () => {
    await page.goto(`${server.origin}/print/recall`)
    const items = page.locator('main li', { hasText: story.title })
    await expect.poll(() => items.count()).toBe(2)
    const mine = items.filter({ hasText: story.place }).first()
    await mine.locator('input[type=file]').setInputFiles(await photoFile('#ccbbaa'))
    await page.getByText('已登记取下').waitFor()
    const { items: left } = await clerk.get<Recall>('/api/print/recall')
    expect(left).toMatchObject([{ title: story.title, why: 'withdrawn' }])
    expect(await tooWide(page)).toBeLessThanOrEqual(0)
  })

  it('E2E-4 no page asked a foreign host for anything', () => {
    expect(foreign).toEqual([])
  })
})
