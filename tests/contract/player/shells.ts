import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Page as BrowserPage } from 'playwright-core'

const digest = (text: string, as: 'hex' | 'base64'): string => createHash('sha256').update(text).digest(as)

/** Another whole build beside `display`: as it, but for a last line in each script. */
export const otherBuild = (display: string, folder: string): string => {
  cpSync(display, folder, { recursive: true })
  const change = (name: string, edit: (text: string) => string): { was: string; is: string } => {
    const was = readFileSync(join(folder, name), 'utf8')
    const is = edit(was)
    writeFileSync(join(folder, name), is)
    return { was, is }
  }
  const named =
    (...pairs: readonly { was: string; is: string }[]) =>
    (text: string): string =>
      pairs.reduce(
        (now, { was, is }) =>
          (['hex', 'base64'] as const).reduce((t, as) => t.replaceAll(digest(was, as), digest(is, as)), now),
        text,
      )
  const link = change('link.js', (text) => `${text}//\n`)
  const player = change('player.js', (text) => `${named(link)(text)}//\n`)
  change('sw.js', (text) =>
    named(link, player)(text).replace(/(?<=[`"'])[0-9a-f]{16}(?=[`"'])/, '0'.repeat(16)),
  )
  return folder
}

/** The last build of one script, as it lies on boxes (of commit 247cc22: page, scripts, worker), with today's fonts. */
export const oneScriptBuild = (display: string, folder: string): string => {
  const packed = readFileSync(join(import.meta.dirname, 'one-script.json.gz'))
  const files = JSON.parse(gunzipSync(packed).toString('utf8')) as Readonly<Record<string, string>>
  mkdirSync(folder)
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  cpSync(join(display, 'fonts'), join(folder, 'fonts'), { recursive: true })
  return folder
}

/** Versions of the shell that the browser keeps. */
export const keptShells = (page: BrowserPage): Promise<readonly string[]> =>
  page.evaluate(() => caches.keys())

/** What the hourly question does; what became of the worker it found: `activated`, `redundant`, or `none` found. */
export const askForShell = (page: BrowserPage): Promise<string> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration('/display')
    await registration?.update()
    const found = registration?.installing ?? registration?.waiting
    if (!found) return 'none'
    return new Promise<string>((resolve) => {
      const look = (): void => {
        if (found.state === 'activated' || found.state === 'redundant') resolve(found.state)
      }
      found.addEventListener('statechange', look)
      look()
    })
  })

/** Where no worker keeps the shell, as over plain http from another host. */
export const withoutWorkers = (page: BrowserPage): Promise<unknown> =>
  page.addInitScript(() => {
    delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker
  })
