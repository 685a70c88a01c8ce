/** One town, read and written in a browser that thinks it is in New York or on Kiritimati; the proof takes both, and China. */
import { chromium, type Browser, type Locator, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sample } from '../builders/sample.ts'
import { signIn, type Api, type Created, type Doc, type Found } from './api.ts'
import { BROWSER_FLAGS, executablePath } from './browser.ts'
import { desksOf, personOf, type DeskOf } from './desk.ts'
import { sharedServer, type Serving } from './server.ts'

const ZONES = ['America/New_York', 'Pacific/Kiritimati', 'Asia/Shanghai'] as const
type Zone = (typeof ZONES)[number]

/** `npm run prove -- zones` goes through all in each. */
const IN_ALL = process.env['ZONES'] === 'all'
/** A day slips one way west of the town and the other way east of it; in the town's own zone no fault would show. */
const HERE: readonly Zone[] = IN_ALL ? ZONES : sample(['America/New_York', 'Pacific/Kiritimati'], 1)

type Hotline = Doc & { readonly verifiedOn: string; readonly label: string; readonly updatedAt: string }
type Times = Doc & { readonly updatedAt: string; readonly createdAt: string }
type Version = { readonly updatedAt: string }

/** A loaded machine draws late; nothing here measures time. */
const PATIENCE = { timeout: 60_000 }

let server: Serving
let browser: Browser
let admin: Api
let operator: Api
let author: Api
let hotline: string
const desksIn = new Map<Zone, DeskOf>()
const desks = new Map<string, Page>()

const person = (role: string) => personOf(server, role)

/** The desk of this person in a browser of this zone; signed in once. */
const deskIn = async (zone: Zone, role: string): Promise<Page> => {
  const known = desks.get(`${zone} ${role}`)
  if (known) return known
  const deskOf = desksIn.get(zone) ?? desksOf(browser, server.origin, { timezoneId: zone })
  desksIn.set(zone, deskOf)
  const page = await deskOf(person(role), 1440, 900)
  desks.set(`${zone} ${role}`, page)
  return page
}

const go = async (page: Page, path: string): Promise<void> => {
  await page.goto(`${server.origin}/admin/collections/${path}`)
}

/** What a clock on the wall of the town says, counted here without the product: Shanghai is eight hours ahead. */
const inTown = (iso: string) => new Date(Date.parse(iso) + 8 * 3_600_000)
const dayWords = (iso: string): string => {
  const at = inTown(iso)
  return `${at.getUTCFullYear()}年${at.getUTCMonth() + 1}月${at.getUTCDate()}日`
}
const timeWords = (iso: string): string => `${dayWords(iso)} ${inTown(iso).toISOString().slice(11, 16)}`
const dayOf = (iso: string): string => inTown(iso).toISOString().slice(0, 10)

const setDay = (verifiedOn: string) => admin.patch(`/api/hotlines/${hotline}`, { verifiedOn })
const hotlineRow = () => admin.get<Hotline>(`/api/hotlines/${hotline}?depth=0`)
const dayInput = (page: Page, name: string): Locator => page.locator(`#field-${name} input`)

const openHotline = async (page: Page): Promise<Locator> => {
  await go(page, `hotlines/${hotline}`)
  const input = dayInput(page, 'verifiedOn')
  await input.waitFor()
  return input
}

/** Opens the calendar; a press while the form is coming alive is nobody's. */
const openCalendar = async (page: Page, input: Locator): Promise<void> => {
  const calendar = page.locator('.react-datepicker')
  const opened = async (): Promise<boolean> => {
    if (!(await calendar.isVisible())) await input.click()
    return calendar.isVisible()
  }
  await expect.poll(opened, PATIENCE).toBe(true)
}

type Way = (page: Page, input: Locator, day: string) => Promise<void>
const WAYS: Readonly<Record<'typed' | 'clicked', Way>> = {
  typed: async (page, input, day) => {
    await openCalendar(page, input)
    await input.fill(dayWords(`${day}T12:00:00.000Z`))
    await input.press('Tab')
  },
  clicked: async (page, input, day) => {
    await openCalendar(page, input)
    const number = day.slice(-2)
    await page
      .locator(`.react-datepicker__day--0${number}:not(.react-datepicker__day--outside-month)`)
      .first()
      .click()
  },
}

const save = async (page: Page, path: string): Promise<void> => {
  const stored = page.waitForResponse(
    (answer) => answer.request().method() === 'PATCH' && answer.url().includes(`/api/${path}`),
  )
  await page.locator('#action-save:enabled').click()
  expect((await stored).status()).toBe(200)
}

beforeAll(async () => {
  server = await sharedServer()
  browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS })
  admin = await signIn(server.origin, person('administrator'))
  operator = await signIn(server.origin, person('operator'))
  author = await signIn(server.origin, person('author'))
  hotline = (await admin.get<Found>('/api/hotlines?limit=1&depth=0&sort=number')).docs[0]?.id ?? ''
})

afterAll(async () => {
  await browser?.close()
})

describe.each(HERE)('days in a browser in %s', (zone) => {
  it.each([
    '2026-08-31T12:00:00.000Z',
    // As other programs send the first of September: the town's own midnight.
    '2026-08-31T16:00:00.000Z',
  ])(
    'TIM-5 the day stored as %s stands in list and form, and stays as it is when another field is saved',
    async (stored) => {
      await setDay(stored)
      const page = await deskIn(zone, 'administrator')
      await go(page, 'hotlines?limit=100')
      const words = dayWords(stored)
      const listed = page.locator('tr', { hasText: (await hotlineRow()).label }).locator('.cell-verifiedOn')
      await expect.poll(() => listed.first().innerText(), PATIENCE).toBe(words)
      const input = await openHotline(page)
      await expect.poll(() => input.inputValue(), PATIENCE).toBe(words)
      await page.fill('#field-confirmBy', `${zone} ${stored}`)
      await save(page, 'hotlines')
      expect(await hotlineRow()).toMatchObject({ verifiedOn: stored, confirmBy: `${zone} ${stored}` })
    },
  )

  it('TIM-5 days that are clicked and typed are stored as those days of the town', async () => {
    await setDay('2026-08-10T12:00:00.000Z')
    const page = await deskIn(zone, 'administrator')
    const input = await openHotline(page)
    await expect.poll(() => input.inputValue(), PATIENCE).toBe('2026年8月10日')
    // Both ends of a month, each from either side; a calendar opens at the month of the day that stands there.
    for (const [way, day] of [
      ['clicked', '2026-08-31'],
      ['typed', '2026-09-01'],
      ['typed', '2026-08-31'],
      ['typed', '2026-09-30'],
      ['clicked', '2026-09-01'],
    ] as const) {
      await WAYS[way](page, input, day)
      await expect.poll(() => input.inputValue(), PATIENCE).toBe(dayWords(`${day}T12:00:00.000Z`))
      await save(page, 'hotlines')
      const { verifiedOn } = await hotlineRow()
      expect([dayOf(verifiedOn), verifiedOn], `${way} ${day}`).toEqual([day, `${day}T12:00:00.000Z`])
    }
  })

  it('TIM-5 a schedule runs on the days that were picked, and one day can be emptied', async () => {
    type Schedule = Doc & { readonly fromDate: string; readonly untilDate: string | null }
    const { docs } = await operator.get<Found<Schedule>>('/api/schedules?limit=1&depth=0&sort=createdAt')
    const id = docs[0]?.id ?? ''
    await operator.patch(`/api/schedules/${id}`, {
      fromDate: '2026-08-10T12:00:00.000Z',
      untilDate: '2026-12-31T12:00:00.000Z',
    })
    const page = await deskIn(zone, 'operator')
    await go(page, `schedules/${id}`)
    await expect.poll(() => dayInput(page, 'untilDate').inputValue(), PATIENCE).toBe('2026年12月31日')
    await WAYS.clicked(page, dayInput(page, 'fromDate'), '2026-08-31')
    await page.locator('#field-untilDate .date-time-picker__clear-button').click()
    await save(page, 'schedules')
    const { fromDate, untilDate } = await operator.get<Schedule>(`/api/schedules/${id}?depth=0`)
    expect([dayOf(fromDate), untilDate]).toEqual(['2026-08-31', null])
  })
})

describe.each(HERE)('days elsewhere on the desk in a browser in %s', (zone) => {
  it('TIM-5 a content is valid until the day that was picked', async () => {
    const { doc } = await author.post<Created>('/api/slogans?draft=true', { text: '写到月底' })
    const path = `/api/slogans/${doc.id}?draft=true&depth=0`
    const page = await deskIn(zone, 'author')
    await go(page, `slogans/${doc.id}`)
    await page.locator('#action-submit:enabled').waitFor()
    await WAYS.typed(page, dayInput(page, 'validUntil'), '2026-08-31')
    await expect
      .poll(() => author.get<{ validUntil?: string }>(path), PATIENCE)
      .toMatchObject({ validUntil: '2026-08-31T12:00:00.000Z' })
    await page.reload()
    await expect.poll(() => dayInput(page, 'validUntil').inputValue(), PATIENCE).toBe('2026年8月31日')
  })

  it('TIM-5 a list is asked for a day of the town, and says so', async () => {
    await setDay('2026-08-31T12:00:00.000Z')
    const page = await deskIn(zone, 'administrator')
    await go(page, 'hotlines?limit=100&where[or][0][and][0][verifiedOn][equals]=2026-08-10T12:00:00.000Z')
    const input = page.locator('.condition-value-date input')
    const unfolded = async (): Promise<boolean> => {
      if (!(await input.isVisible())) await page.locator('#toggle-list-filters').click()
      return input.isVisible()
    }
    await expect.poll(unfolded, PATIENCE).toBe(true)
    expect(await input.inputValue()).toBe('2026年8月10日')
    // What is typed while the list is coming alive is nobody's; it asks a moment after the last key.
    const asked = async (): Promise<string> => {
      if (!page.url().includes('2026-08-31')) await input.fill('2026年8月31日')
      return decodeURIComponent(page.url())
    }
    await expect.poll(asked, { ...PATIENCE, interval: 3_000 }).toContain('2026-08-31T12:00:00.000Z')
    const { label } = await hotlineRow()
    await page.locator('tr', { hasText: label }).first().waitFor()
    expect(await input.inputValue()).toBe('2026年8月31日')
  })
})

describe.each(HERE)('times in a browser in %s', (zone) => {
  it('DESK-4 lists tell when a row was changed and made in the town’s time', async () => {
    const page = await deskIn(zone, 'administrator')
    const { label, updatedAt, createdAt } = (await hotlineRow()) as Hotline & Times
    await go(page, `hotlines?limit=100&columns=${encodeURIComponent('["label","updatedAt","createdAt"]')}`)
    const row = page.locator('tr', { hasText: label })
    await expect
      .poll(() => row.locator('.cell-updatedAt').first().innerText(), PATIENCE)
      .toBe(timeWords(updatedAt))
    expect(await row.locator('.cell-createdAt').first().innerText()).toBe(timeWords(createdAt))
  })

  it('DESK-4 the head of a form tells when it was changed and made in the town’s time', async () => {
    const page = await deskIn(zone, 'administrator')
    await openHotline(page)
    const { updatedAt, createdAt } = (await hotlineRow()) as Hotline & Times
    const told = page.locator('.doc-controls__meta .doc-controls__value-wrap .doc-controls__value')
    await expect
      .poll(() => told.allInnerTexts(), PATIENCE)
      .toEqual([timeWords(updatedAt), timeWords(createdAt)])
  })

  it('DESK-4 a time the server wrote stands in list and form in the town’s time', async () => {
    type Release = Doc & { readonly releasedAt: string }
    const page = await deskIn(zone, 'administrator')
    const { docs } = await admin.get<Found<Doc & { at: string }>>('/api/approvals?limit=1&depth=0&sort=-at')
    const [found] = docs
    await go(page, `approvals/${found?.id}`)
    await expect
      .poll(() => page.locator('#field-at').inputValue(), PATIENCE)
      .toContain(timeWords(found?.at ?? ''))
    const releases = await admin.get<Found<Release>>('/api/releases?limit=1&depth=0&sort=-releasedAt')
    await go(page, 'releases?limit=1&sort=-releasedAt')
    await expect
      .poll(() => page.locator('.cell-releasedAt').first().innerText(), PATIENCE)
      .toBe(timeWords(releases.docs[0]?.releasedAt ?? ''))
  })

  it('DESK-4 versions of a content are listed, named and compared in the town’s time', async () => {
    const made = await author.post<Created>('/api/slogans?draft=true', {
      text: '先做的',
      validUntil: '2026-08-31T12:00:00.000Z',
    })
    const id = made.doc.id
    await author.patch(`/api/slogans/${id}?draft=true`, {
      text: '后改的',
      validUntil: '2026-09-01T12:00:00.000Z',
    })
    const { docs } = await author.get<Found<Version>>(
      `/api/slogans/versions?where[parent][equals]=${id}&depth=0&sort=-updatedAt`,
    )
    const page = await deskIn(zone, 'author')
    await go(page, `slogans/${id}/versions`)
    const listed = page.locator('.cell-updatedAt a')
    await expect
      .poll(() => listed.allInnerTexts(), PATIENCE)
      .toEqual(docs.map(({ updatedAt }) => timeWords(updatedAt)))
    await go(page, `slogans/${id}/versions/${docs[0]?.id}`)
    const words = timeWords(docs[0]?.updatedAt ?? '')
    await expect
      .poll(() => page.locator('.version-pill-label').allInnerTexts(), PATIENCE)
      .toContainEqual(expect.stringContaining(words))
    const compared = page.locator('.date-diff')
    await expect.poll(() => compared.first().innerText(), PATIENCE).toContain('2026年9月1日')
    // Drawn by the server, which stands in another zone too.
    expect(await page.locator('.step-nav').innerText()).toContain(words)
  })
})
