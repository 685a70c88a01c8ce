import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import express, { Router, type RequestHandler } from 'express'
import { displayPolicy } from './policies.ts'

/** The player's page, script, service worker and base fonts, as built into `folder`. */
export const displayRoutes = (folder: string): RequestHandler => {
  const page = join(folder, 'index.html')
  const policy = displayPolicy(readFileSync(page, 'utf8'))
  const router = Router()
  router.use((_req, res, next) => {
    res.setHeader('content-security-policy', policy)
    next()
  })
  // The page names everything relative to /display/, whether it was asked for with or without the slash.
  router.get('/', (_req, res) => {
    res.setHeader('cache-control', 'no-cache')
    res.sendFile(page)
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
