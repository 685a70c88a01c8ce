import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from 'express'
import { Readable } from 'node:stream'
import { handleEndpoints, type SanitizedConfig } from 'payload'
import { refusal, RefusalError } from '../../errors/refusal.ts'
import { answerRefusal, wantsChinese } from './answer.ts'
import { fromOurPages } from './origin.ts'
import { addressFault } from './rest-address.ts'
import { admissionOf } from './rest-admission.ts'
import { bodyOf, discardRest, hasBody } from './rest-body.ts'
import { shapedBody } from './rest-shape.ts'

/**
 * The host is taken from the request itself, never from X-Forwarded-*; one that is no host name counts as localhost
 * (I14).
 */
const addressOf = (req: ExpressRequest): URL => {
  try {
    return new URL(req.originalUrl, `http://${req.headers.host ?? 'localhost'}`)
  } catch {
    return new URL(req.originalUrl, 'http://localhost')
  }
}

const headersOf = (req: ExpressRequest): Headers => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(req.headers)) {
    for (const one of Array.isArray(value) ? value : [value ?? '']) headers.append(name, one)
  }
  return headers
}

/** A WHATWG request around a Node one. */
const requestOf = (req: ExpressRequest, stream: ReadableStream | null, signal: AbortSignal): Request => {
  const init: RequestInit & { duplex?: 'half' } = { method: req.method, headers: headersOf(req), signal }
  if (stream) {
    init.body = stream as unknown as BodyInit
    init.duplex = 'half'
  }
  return new Request(addressOf(req), init)
}

const isJson = (response: Response): boolean =>
  response.headers.get('content-type')?.includes('json') ?? false

const sendHead = (res: ExpressResponse, response: Response): void => {
  res.status(response.status)
  response.headers.forEach((value, name) => {
    if (name !== 'set-cookie') res.setHeader(name, value)
  })
  const cookies = response.headers.getSetCookie()
  if (cookies.length) res.setHeader('set-cookie', cookies)
}

const send = async (req: ExpressRequest, res: ExpressResponse, response: Response): Promise<void> => {
  if (response.status >= 400 && isJson(response)) {
    const body = shapedBody(await response.json().catch(() => null), wantsChinese(req))
    if (!body) return answerRefusal(req, res, refusal('ROUTE_UNKNOWN'))
    sendHead(res, response)
    res.removeHeader('content-length')
    res.json(body)
    return
  }
  sendHead(res, response)
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
export const restOf = (
  config: Promise<SanitizedConfig> | SanitizedConfig,
  publicUrl: string | null,
): RequestHandler => {
  const admissionFor = admissionOf(config)
  return async (req, res, next) => {
    if (hasBody(req.method) && !fromOurPages(req, publicUrl)) {
      answerRefusal(req, res, refusal('ORIGIN_FOREIGN', { got: req.headers.origin ?? '' }))
      return
    }
    const address = addressOf(req)
    const fault = addressFault(address, await config)
    if (fault) {
      answerRefusal(req, res, fault)
      return
    }
    const body = bodyOf(req, await admissionFor(req, address.pathname, headersOf(req)))
    const gone = new AbortController()
    res.once('close', () => gone.abort())
    try {
      const response = body.refused()
        ? null
        : await handleEndpoints({ config, request: requestOf(req, body.stream, gone.signal) })
      const refused = body.refused()
      if (refused) throw refused
      if (response) await send(req, res, response)
    } catch (error) {
      const refused = body.refused()
      if (refused) discardRest(req)
      // A question sent as a body is read by Payload outside its own net.
      next(refused ?? (error instanceof SyntaxError ? new RefusalError(refusal('BODY_INVALID')) : error))
    }
  }
}
