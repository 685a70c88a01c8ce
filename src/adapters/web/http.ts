import { randomUUID } from 'node:crypto'
import express, { type Express, type RequestHandler } from 'express'
import { refusal } from '../../errors/refusal.ts'
import { answerFailure, answerRefusal } from './answer.ts'
import type { Log } from '../process/log.ts'
import { guardHeaders, neverKept, pagePolicy } from './policies.ts'
import { isReadable } from './rest-address.ts'
import type { Sliced } from '../process/sliced.ts'
import { compressed } from './compression.ts'

export type HttpParts = {
  readonly log: Log
  /** What a thousand screens fetch at one instant waits its turn, and the desk comes in between. */
  readonly inSlices: Sliced
  /** As configured; null when unknown. */
  readonly publicUrl: string | null
  /** `npm run dev`. */
  readonly dev: boolean
  /** `GET /healthz`, `/readyz`. */
  readonly health: RequestHandler
  readonly display: RequestHandler
  readonly objects: RequestHandler
  readonly demo: RequestHandler
  readonly rest: RequestHandler
  /** `GET /v` and `/v/<code>`: the pages of check codes. */
  readonly codes: RequestHandler
  /** null where there are no people: tests of the device side. */
  readonly pages: RequestHandler | null
}

/** What changes something, and what fails, is written down; reading is not, or a wall of screens fills the disk. */
const levelOf = (method: string, status: number): 'error' | 'info' | 'debug' =>
  status >= 500 ? 'error' : method === 'GET' || method === 'HEAD' ? 'debug' : 'info'

const requestLog =
  (log: Log): RequestHandler =>
  (req, res, next) => {
    const id = randomUUID()
    const from = performance.now()
    res.setHeader('x-request-id', id)
    res.once('finish', () => {
      const level = levelOf(req.method, res.statusCode)
      log[level]({
        id,
        method: req.method,
        url: req.path,
        status: res.statusCode,
        ms: Math.round(performance.now() - from),
      })
    })
    next()
  }

/** Refused before any router or page decodes it, for each of them throws. */
const readableOnly: RequestHandler = (req, res, next) => {
  if (isReadable(req.path)) next()
  else answerRefusal(req, res, refusal('ROUTE_UNKNOWN'))
}

const own =
  (prefix: string): RequestHandler =>
  (req, res) => {
    answerRefusal(req, res, refusal('ROUTE_UNKNOWN', { got: prefix }))
  }

/** The whole HTTP side, Next last: it answers whatever nobody else wanted. */
export const httpApp = (parts: HttpParts): Express => {
  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  app.set('etag', false)
  app.use('/screens', (_req, _res, next) => parts.inSlices(next))
  app.use(requestLog(parts.log), guardHeaders(parts.publicUrl))
  // Comes before the others, since it decodes no address and so can answer a broken one with a page.
  app.use('/v', compressed, parts.codes, own('/v'))
  // Before it is decoded as well: a broken address is refused like any other.
  app.use('/api', neverKept)
  app.use(readableOnly)
  app.get(['/healthz', '/readyz'], parts.health)
  app.use('/screens', parts.objects, own('/screens'))
  app.use('/display', parts.display, own('/display'))
  app.use('/api/demo', parts.demo)
  app.use('/api', compressed, parts.rest)
  if (parts.pages) {
    app.get('/', (_req, res) => res.redirect('/admin'))
    app.use(pagePolicy(parts.dev), parts.pages)
  }
  app.use(own('/'))
  app.use(answerFailure(parts.log))
  return app
}
