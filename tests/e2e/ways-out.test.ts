/** One release out for newspapers and WeChat, and the audit out for an inspector, as people press it. */
import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signIn, type Found } from './api.ts'
import { BROWSER_FLAGS, executablePath, foreignRequests } from './browser.ts'
import { desksOf, look, personOf, type DeskOf } from './desk.ts'
import { sharedServer, type Serving } from './server.ts'

let server: Serving
let browser: Browser
let deskOf: DeskOf
let folder: string
beforeAll(async () => {
  server = await sharedServer()
  browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS })
  deskOf = desksOf(browser, server.origin)
  folder = mkdtempSync(join(tmpdir(), 'silver-shield-out-'))
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

const saved = async (
  page: Page,
  press: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> => {
  const downloading = page.waitForEvent('download')
  await page.locator(press).click()
  const download = await downloading
  return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) }
}

describe('ways out', () => {
  it('PACK-1 PACK-5 a village packs a case at /print, an operator at its release', async () => {
    const api = await signIn(server.origin, personOf(server, 'operator'))
    const { docs } = await api.get<
      Found<{ readonly kind: string; readonly title: string; readonly state: string }>
    >('/api/releases?depth=0&limit=50&where[kind][equals]=case')
    const release = docs.find(({ state }) => state === 'released')
    if (!release) throw new Error('no case is released')

    const village = await deskOf(personOf(server, 'village'), 390, 844)
    await village.goto(`${server.origin}/print?content=${release.id}`)
    await village.locator('[data-pack=idle]').scrollIntoViewIfNeeded()
    await look(village, 'pack-print')
    const mine = await saved(village, '[data-pack=idle]')
    await village.locator('[data-pack=saved]').waitFor()
    await village.close()

    const desk = await deskOf(personOf(server, 'operator'))
    await desk.goto(`${server.origin}/admin/collections/releases/${release.id}`)
    await desk.locator('[data-pack=idle]').scrollIntoViewIfNeeded()
    await look(desk, 'pack-release')
    const { name, bytes } = await saved(desk, '[data-pack=idle]')
    await desk.close()
    expect(name).toMatch(/打包稿\.zip$/)
    expect(Buffer.compare(bytes, mine.bytes)).toBe(0)
    const files = unzipSync(bytes)
    expect(strFromU8(files['正文.txt'] ?? new Uint8Array())).toContain(release.title)
    expect(Object.keys(files)).toContain('图片/公众号封面-900x383.jpg')
    expect(Object.keys(files).some((path) => path.startsWith('图片/大屏画面/'))).toBe(true)
  })

  it('AUD-1 AUD-3 a supervisor exports the audit; a stranger gives the file to /v/report and is told, and is told of a changed byte', async () => {
    const desk = await deskOf(personOf(server, 'supervisor'))
    await desk.goto(`${server.origin}/admin/collections/audit?of=units`)
    await look(desk, 'audit')
    const { name, bytes } = await saved(desk, '[data-signed-pdf]')
    expect(name).toMatch(/^操作记录-(?:[0-9A-Z]{4}-?){3}\.pdf$/)
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-')
    await desk.setViewportSize({ width: 390, height: 844 })
    await desk.reload()
    await desk.locator('[data-signed-pdf]').scrollIntoViewIfNeeded()
    await look(desk, 'audit')
    await desk.close()

    const page = await browser.newPage({ locale: 'zh-CN' })
    const foreign = foreignRequests(page, server.origin)
    const give = async (file: string, content: Uint8Array): Promise<void> => {
      writeFileSync(join(folder, file), content)
      await page.goto(`${server.origin}/v/report`)
      await page.locator('.report input').setInputFiles(join(folder, file))
    }
    await give('whole.pdf', bytes)
    await page.getByText('一个字节都没改').waitFor()
    await look(page, 'report-whole')
    await page.setViewportSize({ width: 390, height: 844 })
    await look(page, 'report-whole')
    await give(
      'changed.pdf',
      Uint8Array.from(bytes, (byte, i) => (i === 900 ? byte ^ 1 : byte)),
    )
    await page.getByText('文件被改过').waitFor()
    await look(page, 'report-changed')
    const code = /操作记录-(.+)\.pdf/.exec(name)?.[1] ?? ''
    await page.goto(`${server.origin}/v`)
    await page.fill('input[name=code]', code.toLowerCase().replaceAll('-', ''))
    await page.getByRole('button', { name: '查一查' }).click()
    await page.getByText('本镇导出过这一份').waitFor()
    await look(page, 'report-known')
    expect(foreign).toEqual([])
    await page.close()
  })
})
