import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { refusal, RefusalError } from '../../errors/refusal.ts'
import type { Admission } from './rest-admission.ts'

/** What a sender who was refused may go on sending before the line is cut: else many never hear the answer. */
const LINGER_MS = 5_000

export const hasBody = (method: string | undefined): boolean => method !== 'GET' && method !== 'HEAD'

export type Body = {
  /** null where the method has none. */
  readonly stream: ReadableStream | null
  /** Why none of it is read, or no more of it: BODY_TOO_LARGE once more came than may, or was announced. */
  readonly refused: () => RefusalError | null
}

const sizeOf = (limit: number): string =>
  limit < 1024 * 1024 ? `${limit / 1024} KB` : `${limit / 1024 / 1024} MB`

const tooLarge = (limit: number): RefusalError =>
  new RefusalError(refusal('BODY_TOO_LARGE', { limit: sizeOf(limit) }))

const refusedAtOnce = (req: IncomingMessage, { limit, refused }: Admission): RefusalError | null => {
  if (refused) return new RefusalError(refused)
  return Number(req.headers['content-length'] ?? 0) > limit ? tooLarge(limit) : null
}

/** The body of a request, cut at its limit whatever length was announced, or none (ADP-6). */
export const bodyOf = (req: IncomingMessage, admission: Admission): Body => {
  const { limit } = admission
  let over = refusedAtOnce(req, admission)
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    let seen = 0
    for await (const chunk of req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      seen += chunk.byteLength
      if (seen > limit) throw (over = tooLarge(limit))
      yield chunk
    }
  }
  const none = !hasBody(req.method) || over !== null
  return {
    stream: none ? null : (Readable.toWeb(Readable.from(counted(), { objectMode: false })) as ReadableStream),
    refused: () => over,
  }
}

/** Lets the sender of a refused body finish or go, without keeping any of it. */
export const discardRest = (req: IncomingMessage): void => {
  req.on('error', () => undefined)
  req.resume()
  const timer = setTimeout(() => req.destroy(), LINGER_MS)
  timer.unref()
  req.once('close', () => clearTimeout(timer))
}
