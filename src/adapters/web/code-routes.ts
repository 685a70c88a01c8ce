import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Router, type Request, type RequestHandler, type Response } from 'express'
import type { Payload } from 'payload'
import { openCodePages, type CodePage, type CodePages } from '../../../cms/code-page/index.ts'
import { hashSource } from './policies.ts'

/** The style as it is sent: without comments and line ends, which are only there for people who write it. */
const readStyle = (file: string): string =>
  readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')

const digest = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('base64')

/** A reader's page can run nothing at all; where a script is asked for it is one of our own files. */
const policyOf = (style: string, { scripted }: CodePage): string =>
  [
    "default-src 'none'",
    `style-src ${hashSource(style)}`,
    `img-src data:${scripted ? ' blob:' : ''}`,
    ...(scripted ? ["script-src 'self'", "connect-src 'self'"] : []),
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join('; ')

const headersOf = ({ headers }: Request): Headers =>
  new Headers(
    Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )

/** What was withdrawn must be seen at once, so no copy of the page is kept anywhere. */
const sendPage = (res: Response, page: CodePage, style: string): void => {
  res.status(page.status)
  res.setHeader('cache-control', 'no-store')
  res.setHeader('content-security-policy', policyOf(style, page))
  res.setHeader('content-type', 'text/html; charset=utf-8')
  res.end(page.html)
}

type Script = { readonly bytes: Buffer; readonly etag: string }

/** The scripts of `folder`; compared at every visit. */
const scriptsIn = (folder: string): RequestHandler => {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.js')) : []
  const scripts: ReadonlyMap<string, Script> = new Map(
    names.map((name) => {
      const bytes = readFileSync(join(folder, name))
      return [`/${name}`, { bytes, etag: `"${digest(bytes)}"` }] as const
    }),
  )
  return (req, res, next) => {
    const script = scripts.get(req.path)
    if (!script) return next()
    res.setHeader('cache-control', 'no-cache')
    res.setHeader('etag', script.etag)
    res.setHeader('content-type', 'text/javascript; charset=utf-8')
    if (req.fresh) return void res.status(304).end()
    return void res.end(script.bytes)
  }
}

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

const answer = async (pages: CodePages, style: string, req: Request, res: Response): Promise<void> => {
  const typed = decoded(req.path.slice(1)).replace(/\/$/, '')
  if (typed === 'report') {
    const { file, said } = req.query
    const line = typeof said === 'string' ? said : null
    return sendPage(
      res,
      await pages.report(headersOf(req), typeof file === 'string' ? file : '', line),
      style,
    )
  }
  if (typed !== '') return sendPage(res, await pages.code(headersOf(req), typed), style)
  const { code } = req.query
  const found = await pages.ask(headersOf(req), typeof code === 'string' ? code : '')
  if ('to' in found) return res.redirect(found.to)
  return sendPage(res, found, style)
}

export type CodeRoutes = {
  readonly payload: Payload
  /** As configured; empty when unknown. */
  readonly publicUrl: string
  /** File of the pages' style. */
  readonly style: string
  /** Folder of their scripts, as built. */
  readonly scripts: string
}

/** `GET /v`, `/v/<code>`, `/v/report` and their scripts, in front of Next and without it (PPG-10). */
export const codeRoutes = ({ payload, publicUrl, ...files }: CodeRoutes): RequestHandler => {
  const style = readStyle(files.style)
  const pages = openCodePages(payload, { publicUrl }, style)
  const router = Router()
  // No pattern: it would decode the address, and a broken one is answered as a page too.
  router.use((req, _res, next) => next(req.method === 'GET' || req.method === 'HEAD' ? undefined : 'router'))
  router.use(scriptsIn(files.scripts), (req, res, next) => {
    answer(pages, style, req, res).catch(next)
  })
  return router
}
