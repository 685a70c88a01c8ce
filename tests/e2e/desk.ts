/** What people do in the admin, by the labels they read. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { signIn } from './api.ts'
import type { Person, Serving } from './server.ts'

const LOOKS = process.env['LOOKS']
/** A loaded machine draws late; nothing here measures time. */
export const PATIENCE = { timeout: 20_000 }

export const personOf = (server: Serving, role: string): Person => {
  const found = server.people()[role]
  if (!found) throw new Error(`nobody is ${role}`)
  return found
}

/** A picture for people to look at, where one is asked for. */
export const look = async (page: Page, name: string): Promise<void> => {
  if (!LOOKS) return
  mkdirSync(LOOKS, { recursive: true })
  const { width } = page.viewportSize() ?? { width: 0 }
  await page.screenshot({ path: join(LOOKS, `${name}-${width}.png`) })
}

export const signInAtDesk = async (page: Page, origin: string, person: Person): Promise<void> => {
  await page.goto(`${origin}/admin`)
  await page.fill('input[name=username]', person.username)
  await page.fill('input[name=password]', person.password)
  await page.click('button[type=submit]')
  await page.getByRole('heading', { name: `${person.name}，您好` }).waitFor()
}

/**
 * How often a person pressed the mouse, or the glass, on this page and all it leads to. Keys are not counted: from one
 * field to the next goes Tab.
 */
export const countPresses = async (page: Page): Promise<() => number> => {
  let presses = 0
  await page.exposeFunction('notePress', () => void (presses += 1))
  await page.addInitScript(() =>
    addEventListener(
      'pointerdown',
      ({ isTrusted }) => isTrusted && (window as unknown as { notePress: () => void }).notePress(),
      true,
    ),
  )
  return () => presses
}

export type CaseText = {
  readonly title: string
  readonly accent: string
  readonly story: string
  readonly lesson: string
  readonly alt: string
}

const choose = async (page: Page, field: string, option: string): Promise<void> => {
  await page.locator(`#field-${field} input`).first().click()
  await page.locator('.rs__option').filter({ hasText: option }).first().click()
}

/** From 今天: fills the form, uploads the photo, sends it for review; answers the id of the case. */
export const writeCase = async (
  page: Page,
  origin: string,
  text: CaseText,
  photo: Buffer,
): Promise<string> => {
  await page.goto(`${origin}/admin`)
  await page.getByRole('link', { name: '写一件案例' }).click()
  await page.locator('form[data-form-ready="true"] #field-title').waitFor()
  await page.fill('#field-title', text.title)
  await page.fill('#field-accent', text.accent)
  await choose(page, 'fraudClass', '投资')
  await page.fill('#field-story', text.story)
  await page.fill('#field-lesson', text.lesson)
  await choose(page, 'hotline', '反诈专线')
  await page.locator('#field-photo .upload__createNewToggler').click()
  const drawer = page.locator('.drawer--is-open').last()
  await drawer
    .locator('input[type=file]')
    .setInputFiles({ name: '现场照片.jpg', mimeType: 'image/jpeg', buffer: photo })
  await drawer.locator('#field-alt').fill(text.alt)
  await drawer.locator('#action-save').click()
  await drawer.waitFor({ state: 'detached' })
  await page.waitForURL(/\/cases\/(?!create)[\w-]+/)
  const id = page.url().match(/\/cases\/([\w-]+)/)?.[1] ?? ''
  await page.locator('#action-submit:enabled').click()
  await page.getByText('已送审').first().waitFor()
  return id
}

/** Opens one look after the other and stays until it counts as seen (DESK-61). */
export const lookAtAll = async (page: Page): Promise<void> => {
  await page.locator('.ss-meter').waitFor()
  const looks = page.locator('.ss-strip button')
  for (let n = 0; n < (await looks.count()); n++) {
    await looks.nth(n).click()
    await page.locator('.ss-meter i').nth(n).and(page.locator('.ss-here')).waitFor()
    await page.locator(`.ss-strip__look--looked:nth-child(${n + 1})`).waitFor(PATIENCE)
  }
}

/** Opens a submission and presses the one button that is meant: 通过, 签发, 退回, or 撤下 with its reason. */
export const decide = async (page: Page, url: string, verb: string, comment = ''): Promise<void> => {
  await page.goto(url)
  if (verb === '通过' || verb === '签发') await lookAtAll(page)
  if (comment) await page.locator('.ss-bar__reason textarea, #ss-whole-comment').first().fill(comment)
  const answered = page.waitForResponse(
    (answer) => answer.request().method() === 'POST' && /\/api\/(submissions|releases)\//.test(answer.url()),
  )
  await page.locator('.ss-decide button', { hasText: verb }).click()
  await answered
  await page.waitForLoadState('load')
}

/** Types the code the screen shows, compares the fingerprints, confirms. */
export const pairAtDesk = async (
  page: Page,
  url: string,
  shown: { code: string; fingerprint: string },
): Promise<void> => {
  await page.goto(url)
  await page.fill('.ss-code', shown.code)
  await page.getByRole('button', { name: '下一步' }).click()
  const told = await page.locator('.ss-fingerprint').textContent()
  if (told?.trim() !== shown.fingerprint)
    throw new Error(`the desk says ${told}, the screen ${shown.fingerprint}`)
  await page.getByRole('button', { name: '一致，确认配对' }).click()
  await page.getByText('已配对。').waitFor()
}

/** Makes this person the one who is signed in there; how people do that by the form is proved once (ADP-32, PPG-1). */
export const bringSession = async (
  context: BrowserContext,
  origin: string,
  person: Pick<Person, 'username' | 'password'>,
): Promise<void> => {
  const { cookie } = await signIn(origin, person)
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url: origin }])
}

export type DeskOf = (who: Person, width?: number, height?: number) => Promise<Page>

/** Gives out pages on which somebody is signed in; those of one person share a browser of his own, and what it keeps. */
export const desksOf = (browser: Browser, origin: string, options: BrowserContextOptions = {}): DeskOf => {
  const browsers = new Map<string, Promise<BrowserContext>>()
  const open = async (who: Person): Promise<BrowserContext> => {
    const context = await browser.newContext({ locale: 'zh-CN', ...options })
    context.setDefaultTimeout(100_000)
    await bringSession(context, origin, who)
    return context
  }
  return async (who, width = 1366, height = 768) => {
    const known = browsers.get(who.username) ?? open(who)
    browsers.set(who.username, known)
    const page = await (await known).newPage()
    await page.setViewportSize({ width, height })
    return page
  }
}

/** Opens a form that is saved by hand, and waits until it can be written in. */
export const openForm = async (page: Page, url: string, field: string): Promise<void> => {
  await page.goto(url)
  await page.locator(`form[data-form-ready="true"] #field-${field}`).waitFor()
}

export const pressSave = (page: Page): Promise<void> => page.locator('#action-save:enabled').click()

/** What was answered is on the page: two frames after the one that took it up. */
export const drawn = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  )

/** How many of Payload's own dialogs stand there, which take a form out of a person's hands. */
export const dialogsOn = (page: Page): Promise<number> =>
  page.locator('.document-stale-data, .document-locked, .document-take-over').count()

/** The next 签发 is answered as a quarter of an hour after the second factor: the refusal itself a contract test proves. */
export const askAnewOnce = async (page: Page): Promise<void> => {
  const stale = { code: 'FACTOR_NOT_FRESH', message_zh: '请再验证一次', message_en: 'Prove it once more' }
  await page.route(
    '**/api/submissions/*/approve',
    (route) => route.fulfill({ status: 403, json: { ...stale, errors: [stale] } }),
    { times: 1 },
  )
}

/** It is issued, and what was written with it stands there. */
export const untilIssued = async (page: Page, comment: string): Promise<void> => {
  for (const there of [page.locator('.ss-tag--done', { hasText: '已签发' }), page.getByText(comment)])
    await there.first().waitFor({ ...PATIENCE, state: 'attached' })
}
