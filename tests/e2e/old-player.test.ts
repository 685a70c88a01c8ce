/** A box whose player came from a server that sent no policy yet: it goes on, and takes the new one (ADP-32, PLY-6). */
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer, type Server as HttpServer } from 'node:http'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openProfile } from './browser.ts'
import { ownServer, type Server } from './server.ts'
import { watch } from './watch.ts'

let server: Server

beforeAll(async () => {
  server = await ownServer()
})
afterAll(() => server?.destroy())

describe('ADP-32 PLY-6 a player that came before the policy', () => {
  /** The player's files as an older server gave them: another shell, and no word of a policy. */
  const oldServer = async (port: number): Promise<HttpServer> => {
    const types: Readonly<Record<string, string>> = {
      js: 'text/javascript',
      html: 'text/html',
      ttf: 'font/ttf',
      otf: 'font/otf',
    }
    const old = createServer((req, res) => {
      const name = (req.url ?? '').replace(/\?.*/, '').replace(/^\/display\/?/, '') || 'index.html'
      readFile(`dist/display/${name}`).then(
        (bytes) => {
          const body =
            name === 'sw.js'
              ? bytes.toString('utf8').replace(/silver-shield-shell-/, 'silver-shield-shell-old-')
              : bytes
          res.setHeader('content-type', types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream')
          if (name === 'sw.js') res.setHeader('service-worker-allowed', '/display')
          res.end(body)
        },
        () => res.writeHead(404).end(),
      )
    }).listen(port)
    await once(old, 'listening')
    return old
  }
  const kept = (shown: Page): Promise<readonly string[]> => shown.evaluate(() => caches.keys())

  it('ADP-32 PLY-6 starts from what it kept, takes the new shell, and starts offline from that, without one complaint', async () => {
    await server.stop()
    const old = await oldServer(Number(new URL(server.origin).port))
    const profile = await openProfile(320, 160)
    try {
      const first = profile.context.pages()[0] ?? (await profile.context.newPage())
      await first.goto(`${server.origin}/display`)
      await first.evaluate(() => navigator.serviceWorker.ready)
      expect(await kept(first)).toEqual([expect.stringContaining('shell-old-')])
      old.closeAllConnections()
      old.close()
      await server.start()
      const second = await (await profile.restart()).newPage()
      await second.goto(`${server.origin}/display`)
      await second.evaluate(async () => (await navigator.serviceWorker.getRegistration('/display'))?.update())
      await expect
        .poll(() => kept(second), { timeout: 30_000 })
        .toEqual([expect.not.stringContaining('shell-old-')])
      await server.kill()
      const offline = await profile.restart()
      const watchedBox = await watch(offline)
      const third = await offline.newPage()
      const answer = await third.goto(`${server.origin}/display`)
      expect(answer?.fromServiceWorker()).toBe(true)
      expect(answer?.headers()['content-security-policy']).toContain("default-src 'self'")
      await third.locator('canvas:visible').waitFor()
      // Nobody is there to answer, and the browser says so.
      expect(
        watchedBox.take().filter((line) => !/ERR_CONNECTION_REFUSED|Failed to load resource/.test(line)),
      ).toEqual([])
    } finally {
      await profile.close()
      old.close()
    }
  })
})
