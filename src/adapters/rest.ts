import type { RequestHandler } from 'express'
import { Readable } from 'node:stream'
import { handleEndpoints, type SanitizedConfig } from 'payload'
import { refusal } from '../errors/refusal.ts'
import { answerRefusal } from './answer.ts'

const JSON_LIMIT = 1024 * 1024
/** The 40 MB of a picture and its form around it. */
const UPLOAD_LIMIT = 42 * 1024 * 1024

const hasBody = (method: string): boolean => method !== 'GET' && method !== 'HEAD'

/** A WHATWG request around a Node one. The host comes from the socket, never from X-Forwarded-*. */
const requestOf = (req: Parameters<RequestHandler>[0], signal: AbortSignal): Request => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(req.headers)) {
    for (const one of Array.isArray(value) ? value : [value ?? '']) headers.append(name, one)
  }
  const init: RequestInit & { duplex?: 'half' } = { method: req.method, headers, signal }
  if (hasBody(req.method)) {
    init.body = Readable.toWeb(req) as unknown as BodyInit
    init.duplex = 'half'
  }
  return new Request(new URL(req.originalUrl, `http://${req.headers.host ?? 'localhost'}`), init)
}

const tooLarge = (req: Parameters<RequestHandler>[0]): number | null => {
  const limit = req.headers['content-type']?.startsWith('multipart/') ? UPLOAD_LIMIT : JSON_LIMIT
  return Number(req.headers['content-length'] ?? 0) > limit ? limit : null
}

/** Payload answers an address it does not have with a bare sentence that no hook of its own reaches (I14). */
const isUnknownRoute = async (response: Response): Promise<boolean> => {
  if (response.status !== 404 || !response.headers.get('content-type')?.includes('json')) return false
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null)
  return typeof body === 'object' && body !== null && !('errors' in body)
}

/**
 * Payload's REST on Express, in front of Next: half the time of the road through Next, and tests need no build
 * (docs/decisions/0002-one-process.md).
 */
export const restOf =
  (config: Promise<SanitizedConfig> | SanitizedConfig): RequestHandler =>
  async (req, res, next) => {
    const limit = tooLarge(req)
    if (limit !== null) {
      answerRefusal(req, res, refusal('BODY_TOO_LARGE', { limit: `${limit / 1024 / 1024} MB` }))
      return
    }
    const gone = new AbortController()
    res.once('close', () => gone.abort())
    try {
      const response = await handleEndpoints({ config, request: requestOf(req, gone.signal) })
      if (await isUnknownRoute(response)) {
        answerRefusal(req, res, refusal('ROUTE_UNKNOWN'))
        return
      }
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
    } catch (error) {
      next(error)
    }
  }
