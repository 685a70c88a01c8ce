/** Every form that is saved by hand, while another writes the same row: nobody's words vanish (DESK-23). */
import { chromium, type Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sample } from '../builders/sample.ts'
import { employ, made, ownPassword, signIn, type Api, type Found } from './api.ts'
import { BROWSER_FLAGS, executablePath } from './browser.ts'
import { desksOf, dialogsOn, drawn, openForm, PATIENCE, personOf, pressSave, type DeskOf } from './desk.ts'
import { sharedServer, type Person, type Serving } from './server.ts'

/** Forms that are saved by hand: who writes there, and a field that is written in. */
const HAND_SAVED = [
  ['places', 'operator', 'name'],
  ['playlists', 'operator', 'name'],
  ['schedules', 'operator', 'name'],
  ['hotlines', 'administrator', 'label'],
  ['screens', 'administrator', 'responsible'],
  ['units', 'administrator', 'name'],
  ['users', 'administrator', 'name'],
  ['media', 'author', 'credit'],
] as const
const OPENED = process.env['PROVE'] === 'forms' ? HAND_SAVED : sample(HAND_SAVED, 2)

const SECOND: Person = {
  role: 'author',
  name: '周编写',
  username: 'beside',
  password: 'correct horse battery',
}

let server: Serving
let browser: Browser
let deskOf: DeskOf
let administrator: Api
/** Rows of this file's own, where others make and change rows of that kind at the same time. */
const own: Record<string, string> = {}

const person = (role: string): Person => personOf(server, role)

beforeAll(async () => {
  server = await sharedServer()
  browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS })
  deskOf = desksOf(browser, server.origin)
  administrator = await signIn(server.origin, person('administrator'))
  const { name, username, password } = SECOND
  own['users'] = await employ(server.origin, administrator, { name, username, password, roles: ['author'] })
  own['places'] = await made(administrator, 'places', { name: '人民广场', placeType: 'square' })
  own['hotlines'] = await made(administrator, 'hotlines', {
    number: '96111',
    label: '备用专线',
    prompt: '拿不准？先打',
    scope: '劝阻、咨询',
    source: '公安机关',
    verifiedOn: '2026-11-23T04:00:00.000Z',
  })
})

afterAll(async () => {
  await browser?.close()
})

const rowOf = async (collection: string, api: Api): Promise<string> =>
  own[collection] ??
  (await api.get<Found>(`/api/${collection}?limit=1&depth=0&sort=-createdAt`)).docs[0]?.id ??
  ''

describe('a form that is saved by hand', () => {
  it.each(OPENED)(
    'DESK-23 a form of %s keeps what is typed and puts both texts side by side',
    async (slug, role, field) => {
      const api = await signIn(server.origin, person(role))
      const id = await rowOf(slug, api)
      const page = await deskOf(person(role))
      await openForm(page, `${server.origin}/admin/collections/${slug}/${id}`, field)
      await api.patch(`/api/${slug}/${id}`, { [field]: '别处写的' })
      await page.fill(`#field-${field}`, '这里写的')
      await pressSave(page)
      const panel = page.locator('.ss-conflict')
      await panel.waitFor()
      const told = await panel.innerText()
      for (const words of ['两个人都改了', `${person(role).name}在`, '别处写的', '这里写的'])
        expect(told).toContain(words)
      expect(await dialogsOn(page)).toBe(0)
      expect(await page.inputValue(`#field-${field}`)).toBe('这里写的')
      await panel.getByRole('button', { name: '用我的' }).click()
      await panel.waitFor({ state: 'detached' })
      await expect
        .poll(() => api.get<Record<string, unknown>>(`/api/${slug}/${id}?depth=0`), PATIENCE)
        .toMatchObject({ [field]: '这里写的' })
      await page.close()
    },
  )

  it('DESK-23 a page closed before it was saved: its words are offered back, and the key stores them', async () => {
    const id = await rowOf('units', administrator)
    const url = `${server.origin}/admin/collections/units/${id}`
    const page = await deskOf(person('administrator'))
    await openForm(page, url, 'name')
    await page.fill('#field-name', '没有存的名称')
    await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain('没有存的名称')
    const again = await page.context().newPage()
    await page.close()
    await openForm(again, url, 'name')
    await again.getByRole('button', { name: '找回未保存的文字' }).click()
    await expect.poll(() => again.inputValue('#field-name'), PATIENCE).toBe('没有存的名称')
    await pressSave(again)
    await expect
      .poll(() => administrator.get<Record<string, unknown>>(`/api/units/${id}?depth=0`), PATIENCE)
      .toMatchObject({ name: '没有存的名称' })
    await again.close()
  })

  it('DESK-23 a password goes with a form of which another changed a name meanwhile', async () => {
    const id = await rowOf('users', administrator)
    const page = await deskOf(person('administrator'))
    await openForm(page, `${server.origin}/admin/collections/users/${id}`, 'name')
    await administrator.patch(`/api/users/${id}`, { name: '周新名' })
    await page.locator('#change-password').click()
    await page.fill('#field-password', 'another good password')
    // Payload asks the server about a password a moment after it was typed, and sends nothing before the answer.
    const looked = page.waitForResponse((answer) => answer.request().method() === 'POST')
    await page.fill('#field-confirm-password', 'another good password')
    await looked
    await drawn(page)
    const stored = page.waitForResponse((answer) => answer.request().method() === 'PATCH')
    await pressSave(page)
    expect((await stored).status()).toBe(200)
    await expect.poll(() => page.inputValue('#field-name'), PATIENCE).toBe('周新名')
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('another good password')
    // It is stored, and he makes it his own, as with every password that was given.
    await ownPassword(server.origin, SECOND.username, {
      given: 'another good password',
      own: SECOND.password,
    })
    await administrator.patch(`/api/users/${id}`, { name: SECOND.name })
    await page.close()
  })

  it('DESK-23 the name of the town, sent as the Enter key sends a form, is put to a choice too', async () => {
    type Town = { readonly name: string }
    const town = (): Promise<Town> => administrator.get<Town>('/api/globals/town?depth=0')
    const { name } = await town()
    const page = await deskOf(person('administrator'))
    await openForm(page, `${server.origin}/admin/globals/town`, 'name')
    await administrator.post('/api/globals/town', { name: '别处镇' })
    await page.fill('#field-name', '这里镇')
    await page.locator('form:has(#field-name)').evaluate((form: HTMLFormElement) => form.requestSubmit())
    const panel = page.locator('.ss-conflict')
    await panel.waitFor()
    expect(await panel.innerText()).toContain('别处镇')
    expect(await dialogsOn(page)).toBe(0)
    expect([await page.inputValue('#field-name'), (await town()).name]).toEqual(['这里镇', '别处镇'])
    await panel.getByRole('button', { name: '用对方的' }).click()
    await expect.poll(() => page.inputValue('#field-name'), PATIENCE).toBe('别处镇')
    await administrator.post('/api/globals/town', { name })
    await page.close()
  })
})
