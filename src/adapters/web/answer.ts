import type { ErrorRequestHandler, Request, Response } from 'express'
import { TEXTS } from '../../errors/codes.ts'
import { refusal, RefusalError, type Refusal } from '../../errors/refusal.ts'
import type { Log } from '../process/log.ts'

export const wantsChinese = (req: Request): boolean => !/^en/i.test(req.headers['accept-language'] ?? '')

/** Answers with the one error shape: inside Payload's `errors` array on /api, bare elsewhere (I14). */
export const answerRefusal = (req: Request, res: Response, fault: Refusal): void => {
  const body = /^\/api(\/|\?|$)/.test(req.originalUrl)
    ? { errors: [{ ...fault, message: wantsChinese(req) ? fault.message_zh : fault.message_en }] }
    : fault
  res.status(TEXTS[fault.code].status).json(body)
}

type HttpError = { readonly type?: string; readonly status?: unknown }

/** What Express and its file sender say of a request they cannot serve; anything else is our own fault. */
const requestFault = (error: unknown): Refusal | null => {
  const { type, status } = (error ?? {}) as HttpError
  if (type === 'entity.parse.failed') return refusal('BODY_INVALID')
  if (status === 416) return refusal('RANGE_INVALID')
  return typeof status === 'number' && status >= 400 && status < 500 ? refusal('ROUTE_UNKNOWN') : null
}

/** Last resort of the HTTP side: a code and a number to quote, never a stack. */
export const answerFailure =
  (log: Log): ErrorRequestHandler =>
  (error: unknown, req, res, _next) => {
    if (res.headersSent) {
      res.destroy()
      return
    }
    if (error instanceof RefusalError) {
      answerRefusal(req, res, error.refusals[0] ?? refusal('INTERNAL'))
      return
    }
    const fault = requestFault(error)
    if (fault) {
      answerRefusal(req, res, fault)
      return
    }
    const id = String(res.getHeader('x-request-id') ?? '')
    // The path alone: what stands behind the question mark is people's own (LOG-1).
    log.error({ err: error, id, url: req.originalUrl.split('?', 1)[0] }, 'request failed')
    answerRefusal(req, res, refusal('INTERNAL', { hint: id }))
  }
