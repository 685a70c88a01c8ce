import { createServer } from 'node:http'
import type { RequestHandler } from 'express'
import type { UpgradeHead } from './upgrade.ts'

export type NextSide = {
  readonly handle: RequestHandler
  /** Hot reload of `npm run dev`; production has none. */
  readonly upgrade: UpgradeHead
  readonly stop: () => Promise<void>
}

/** The admin's pages. Next gets a server that never listens, so that it cannot take upgrades meant for screens. */
export const startNext = async (options: {
  readonly dev: boolean
  readonly port: number
}): Promise<NextSide> => {
  const { default: next } = await import('next')
  const dummy = createServer()
  const app = next({
    dev: options.dev,
    dir: 'cms',
    httpServer: dummy,
    hostname: 'localhost',
    port: options.port,
  })
  await app.prepare()
  const handle = app.getRequestHandler()
  return {
    handle: (req, res) => {
      void handle(req, res)
    },
    upgrade: (req, socket, head) => {
      if (!options.dev || !req.url?.startsWith('/_next/')) return false
      return dummy.emit('upgrade', req, socket, head)
    },
    stop: () => app.close(),
  }
}
