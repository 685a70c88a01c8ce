/** Pictures of the village's pages: the templates as pictures, the sheet before it is printed, the code page. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { signIn } from '../../tests/e2e/api.ts'
import type { Server } from '../../tests/e2e/server.ts'

type Keep = (png: Uint8Array, name: string) => Promise<void>
type Size = { readonly width: number; readonly height: number }

type Catalogue = {
  readonly contents: readonly {
    readonly release: string
    readonly kind: string
    readonly templates: readonly { readonly id: string; readonly fits: boolean }[]
  }[]
  readonly own: string | null
}

const DESK = { width: 1366, height: 768 }
const PHONE = { width: 390, height: 844 }
const TEMPLATE = 'technique-a3'

const drawn = (page: Page, least: number): Promise<unknown> =>
  page.waitForFunction(
    (count) => [...document.images].filter((image) => image.naturalWidth > 0).length >= count,
    least,
  )

const openSigned = async (browser: Browser, server: Server, viewport: Size): Promise<BrowserContext> => {
  const { village } = server.people()
  if (!village) throw new Error('nobody prints for a village')
  const context = await browser.newContext({ viewport, locale: 'zh-CN' })
  const page = await context.newPage()
  await page.goto(`${server.origin}/print`)
  await page.fill('input[name=username]', village.username)
  await page.fill('input[name=password]', village.password)
  await page.click('button[type=submit]')
  await page.waitForURL(/\/print$/)
  await page.close()
  return context
}

type Shown = { readonly release: string; readonly code: string }

/** A technique that fits the poster, and the code of one that was printed. */
const prepare = async (server: Server): Promise<Shown> => {
  const clerk = await signIn(server.origin, server.people()['village'] ?? { username: '', password: '' })
  const { contents, own } = await clerk.get<Catalogue>('/api/print/catalogue')
  const content = contents.find(({ templates }) => templates.some(({ id, fits }) => fits && id === TEMPLATE))
  if (!content) throw new Error('nothing fits the poster')
  const answer = await fetch(`${server.origin}/api/print/pdf`, {
    method: 'POST',
    headers: { cookie: clerk.cookie, origin: server.origin, 'content-type': 'application/json' },
    body: JSON.stringify({
      release: content.release,
      template: TEMPLATE,
      size: 'a3',
      way: 'office',
      tiling: 'true-size',
      unit: own,
      contact: null,
    }),
  })
  if (!answer.ok) throw new Error(`no PDF: ${await answer.text()}`)
  return { release: content.release, code: answer.headers.get('x-print-code') ?? '' }
}

const takeSize = async (
  browser: Browser,
  server: Server,
  { release, code }: Shown,
  { viewport, suffix, keep }: { readonly viewport: Size; readonly suffix: string; readonly keep: Keep },
): Promise<void> => {
  const context = await openSigned(browser, server, viewport)
  const page = await context.newPage()
  await page.goto(`${server.origin}/print?content=${release}`)
  await drawn(page, viewport === PHONE ? 4 : 8)
  await keep(await page.screenshot(), `print-templates${suffix}`)
  await page.goto(`${server.origin}/print?content=${release}&template=${TEMPLATE}`)
  await drawn(page, 1)
  await keep(await page.screenshot(), `print${suffix}`)
  await context.close()
  const anybody = await browser.newPage({ viewport, locale: 'zh-CN' })
  await anybody.goto(`${server.origin}/v/${code}`)
  if (viewport === PHONE) await keep(await anybody.screenshot(), `print-code${suffix}`)
  await anybody.close()
}

export const takePrint = async (browser: Browser, server: Server, keep: Keep): Promise<void> => {
  const shown = await prepare(server)
  await takeSize(browser, server, shown, { viewport: DESK, suffix: '', keep })
  await takeSize(browser, server, shown, { viewport: PHONE, suffix: '-phone', keep })
}
