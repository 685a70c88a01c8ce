import { createHash, randomBytes } from 'node:crypto'
import type { RequestHandler, Response } from 'express'

/** `sha256-…` of a style or script as it stands in a page. */
export const hashSource = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const policyOf = (directives: Readonly<Record<string, string>>): string =>
  Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ')

const setPolicy = (res: Response, policy: string): void => {
  res.setHeader('content-security-policy', policy)
}

/**
 * The policy of every answer that is no page: nothing in it runs, nothing frames it. Pages replace it by their own.
 */
const NO_PAGE = policyOf({ 'default-src': "'none'", 'base-uri': "'none'", 'frame-ancestors': "'self'" })

/**
 * Abilities of a browser that no page of ours uses. A village photographs with the phone's own camera, through a file
 * field.
 */
const NO_DEVICES = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'serial', 'midi']
  .map((name) => `${name}=()`)
  .join(', ')

const A_YEAR_S = 31_536_000

/**
 * No foreign host, no framing but our own, no guessing of types (ADP-31). Where people come by https, their browsers are
 * told to come by nothing else; on plain http a browser passes both over, and says so in its console.
 */
export const guardHeaders = (publicUrl: string | null): RequestHandler => {
  const https = publicUrl?.startsWith('https:') ?? false
  return (_req, res, next) => {
    setPolicy(res, NO_PAGE)
    res.setHeader('x-content-type-options', 'nosniff')
    res.setHeader('referrer-policy', 'same-origin')
    res.setHeader('x-frame-options', 'SAMEORIGIN')
    res.setHeader('permissions-policy', NO_DEVICES)
    if (https) {
      res.setHeader('strict-transport-security', `max-age=${A_YEAR_S}`)
      res.setHeader('cross-origin-opener-policy', 'same-origin')
    }
    next()
  }
}

/** What people wrote and who they are stays in no cache, least of all in one that many share (ADP-33). */
export const neverKept: RequestHandler = (_req, res, next) => {
  res.setHeader('cache-control', 'no-store')
  next()
}

/**
 * Pages of Next: it reads the nonce out of the request's own policy and puts it on every script it writes (ADP-32).
 * Styles stay open to markup: Payload's fields, and what Next puts in while it streams, carry them. `dev` is hot reload,
 * which evaluates and speaks over a websocket.
 */
export const pagePolicy =
  (dev: boolean): RequestHandler =>
  (req, res, next) => {
    const nonce = randomBytes(16).toString('base64')
    const policy = policyOf({
      'default-src': "'none'",
      'script-src': `'self' 'nonce-${nonce}'${dev ? " 'unsafe-eval'" : ''}`,
      'style-src': "'self' 'unsafe-inline'",
      'img-src': "'self' data: blob:",
      'font-src': "'self'",
      'connect-src': `'self'${dev ? ' ws:' : ''}`,
      'frame-src': "'self'",
      'manifest-src': "'self'",
      'form-action': "'self'",
      'base-uri': "'none'",
      'frame-ancestors': "'self'",
    })
    delete req.headers['content-security-policy-report-only']
    req.headers['content-security-policy'] = policy
    setPolicy(res, policy)
    next()
  }

const INLINE_STYLE = /<style>([\s\S]*?)<\/style>/g

/**
 * The player's page and worker; `html` is the page, whose one style goes by its hash (ADP-32). A browser of 2016 takes no
 * websocket for 'self' and finds the source of workers in `default-src` alone; behind a proxy the page cannot tell its
 * own host either, so websockets go by their scheme.
 */
export const displayPolicy = (html: string): string =>
  policyOf({
    'default-src': "'self'",
    'style-src': `'self' ${[...html.matchAll(INLINE_STYLE)].map(([, style = '']) => hashSource(style)).join(' ')}`,
    'img-src': "'self' data: blob:",
    'connect-src': "'self' ws: wss:",
    'object-src': "'none'",
    'form-action': "'none'",
    'base-uri': "'none'",
    'frame-ancestors': "'self'",
  })
