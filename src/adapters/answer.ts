import type { ErrorRequestHandler, Request, Response } from 'express'
import { TEXTS } from '../errors/codes.ts'
import { refusal, RefusalError, type Refusal } from '../errors/refusal.ts'
import type { Log } from './log.ts'

/** Answers with the one error shape: inside Payload's `errors` array on /api, bare elsewhere (I14). */
export const answerRefusal = (req: Request, res: Response, fault: Refusal): void => {
  const chinese = !/^en/i.test(req.headers['accept-language'] ?? '')
  const body = req.originalUrl.startsWith('/api/')
    ? { errors: [{ ...fault, message: chinese ? fault.message_zh : fault.message_en }] }
    : fault
  res.status(TEXTS[fault.code].status).json(body)
}

type Parsing = { readonly type?: string }

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
    const { type } = error as Parsing
    if (type === 'entity.parse.failed' || error instanceof URIError) {
      answerRefusal(req, res, refusal('BODY_INVALID'))
      return
    }
    const id = String(res.getHeader('x-request-id') ?? '')
    log.error({ err: error, id, url: req.originalUrl }, 'request failed')
    answerRefusal(req, res, refusal('INTERNAL', { hint: id }))
  }
