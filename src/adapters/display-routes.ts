import { join } from 'node:path'
import express, { Router, type RequestHandler } from 'express'

/** The player's page, script, service worker and base fonts, as built into `folder`. */
export const displayRoutes = (folder: string): RequestHandler => {
  const router = Router()
  // The page names everything relative to /display/, whether it was asked for with or without the slash.
  router.get('/', (_req, res) => {
    res.setHeader('cache-control', 'no-cache')
    res.sendFile(join(folder, 'index.html'))
  })
  router.use(
    express.static(folder, {
      index: false,
      redirect: false,
      setHeaders: (res, path) => {
        // The shell carries its version inside; fonts never change under one name.
        res.setHeader('cache-control', path.includes('/fonts/') ? 'public, max-age=86400' : 'no-cache')
        if (path.endsWith('sw.js')) res.setHeader('service-worker-allowed', '/display')
      },
    }),
  )
  return router
}
