import type { RequestHandler } from 'express'
import { Readable, Transform } from 'node:stream'
import { handleEndpoints, type SanitizedConfig } from 'payload'
import { refusal, type Refusal } from '../errors/refusal.ts'
import { answerRefusal } from './answer.ts'
import { fromOurPages } from './origin.ts'

const JSON_LIMIT = 1024 * 1024
/** The 40 MB of a picture and its form around it. */
const UPLOAD_LIMIT = 42 * 1024 * 1024

const hasBody = (method: string): boolean => method !== 'GET' && method !== 'HEAD'

type NodeRequest = Parameters<RequestHandler>[0]
type NodeResponse = Parameters<RequestHandler>[1]

const limitOf = (req: NodeRequest): number =>
  req.headers['content-type']?.startsWith('multipart/') ? UPLOAD_LIMIT : JSON_LIMIT

/** Counts what really comes: a chunked body names no length. */
const bounded = (req: NodeRequest, limit: number, over: () => void): Readable => {
  let bytes = 0
  const counter = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      bytes += chunk.byteLength
      if (bytes <= limit) return done(null, chunk)
      over()
      return done(new Error('body over the limit'))
    },
  })
  // Whoever reads hears of it; an unread body must not end the process.
  counter.on('error', () => req.unpipe(counter))
  return req.pipe(counter)
}

/** A WHATWG request around a Node one. The host comes from the socket, never from X-Forwarded-*. */
const requestOf = (req: NodeRequest, signal: AbortSignal, over: () => void): Request => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(req.headers)) {
    for (const one of Array.isArray(value) ? value : [value ?? '']) headers.append(name, one)
  }
  const init: RequestInit & { duplex?: 'half' } = { method: req.method, headers, signal }
  if (hasBody(req.method)) {
    init.body = Readable.toWeb(bounded(req, limitOf(req), over)) as unknown as BodyInit
    init.duplex = 'half'
  }
  return new Request(new URL(req.originalUrl, `http://${req.headers.host ?? 'localhost'}`), init)
}

/** What is refused before Payload sees anything. */
const refusedAtTheDoor = (req: NodeRequest, publicUrl: string | null): Refusal | null => {
  if (hasBody(req.method) && !fromOurPages(req, publicUrl))
    return refusal('ORIGIN_FOREIGN', { got: req.headers.origin ?? '' })
  const length = Number(req.headers['content-length'] ?? 0)
  return length > limitOf(req) ? tooLarge(req) : null
}

const tooLarge = (req: NodeRequest): Refusal =>
  refusal('BODY_TOO_LARGE', { limit: `${limitOf(req) / 1024 / 1024} MB` })

/** Payload answers an address it does not have with a bare sentence that no hook of its own reaches (I14). */
const isUnknownRoute = async (response: Response): Promise<boolean> => {
  if (response.status !== 404 || !response.headers.get('content-type')?.includes('json')) return false
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null)
  return typeof body === 'object' && body !== null && !('errors' in body)
}

const send = (response: Response, res: NodeResponse): void => {
  res.status(response.status)
  response.headers.forEach((value, name) => {
    if (name !== 'set-cookie') res.setHeader(name, value)
  })
  const cookies = response.headers.getSetCookie()
  if (cookies.length) res.setHeader('set-cookie', cookies)
  if (!response.body) {
    res.end()
    return
  }
  Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0])
    .on('error', () => res.destroy())
    .pipe(res)
}

/**
 * Payload's REST on Express, in front of Next: half the time of the road through Next, and tests need no build
 * (docs/decisions/0002-one-process.md).
 */
export const restOf =
  (config: Promise<SanitizedConfig> | SanitizedConfig, publicUrl: string | null): RequestHandler =>
  async (req, res, next) => {
    const refused = refusedAtTheDoor(req, publicUrl)
    if (refused) {
      answerRefusal(req, res, refused)
      return
    }
    const gone = new AbortController()
    const body = { over: false }
    res.once('close', () => gone.abort())
    try {
      const request = requestOf(req, gone.signal, () => {
        body.over = true
      })
      const response = await handleEndpoints({ config, request })
      if (body.over) answerRefusal(req, res, tooLarge(req))
      else if (await isUnknownRoute(response)) answerRefusal(req, res, refusal('ROUTE_UNKNOWN'))
      else send(response, res)
    } catch (error) {
      if (body.over && !res.headersSent) answerRefusal(req, res, tooLarge(req))
      else next(error)
    }
  }
