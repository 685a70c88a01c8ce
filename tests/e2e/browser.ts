import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from 'playwright-core'

/** Flags for a closed network: no background chatter, no GPU, one canvas pixel a device pixel. */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-device-scale-factor=1',
]

export const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'

export type Profile = {
  readonly folder: string
  readonly context: BrowserContext
  /** Closes the browser, keeps its profile, opens it again: a box that was switched off and on. */
  readonly restart: () => Promise<BrowserContext>
  readonly close: () => Promise<void>
}

/** A browser with a profile of its own on disk, as a screen's box has. */
export const openProfile = async (width: number, height: number): Promise<Profile> => {
  const folder = mkdtempSync(join(tmpdir(), 'silver-shield-browser-'))
  const open = (): Promise<BrowserContext> =>
    chromium.launchPersistentContext(folder, {
      executablePath,
      headless: true,
      args: BROWSER_FLAGS,
      viewport: { width, height },
      deviceScaleFactor: 1,
      locale: 'zh-CN',
    })
  const profile = {
    folder,
    context: await open(),
    restart: async () => {
      await profile.context.close()
      profile.context = await open()
      return profile.context
    },
    close: async () => {
      await profile.context.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return profile
}

/** Requests to any host but our own are a fault of the product (E2E-4). */
export const foreignRequests = (page: Page, origin: string): readonly string[] => {
  const seen: string[] = []
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(origin) && !/^(data|blob|about):/.test(url)) seen.push(url)
  })
  return seen
}
