import { once } from 'node:events'
import { request, type Agent, type ClientRequest } from 'node:http'
import { setImmediate as nextTurn } from 'node:timers/promises'

export type Answer = { readonly status: number; readonly body: string; readonly type: string }

export type Asking = {
  readonly headers?: Record<string, string>
  readonly body?: string | AsyncIterable<string>
  /** Without one the line is closed after the answer. */
  readonly agent?: Agent | false
}

/** Sends on until the answer is there, as one who does not listen. */
const sendUntil = async (
  asked: ClientRequest,
  body: AsyncIterable<string>,
  answered: Promise<unknown>,
): Promise<void> => {
  let heard = false
  const over = answered.then(
    () => (heard = true),
    () => (heard = true),
  )
  for await (const part of body) {
    if (heard) break
    const drained = new Promise((done) => asked.write(part, done))
    await Promise.race([drained, over])
    // A loop that only writes never reads: an answer is heard between two turns of the event loop alone.
    await nextTurn()
  }
  asked.end()
}

/** A request exactly as written: fetch would mend it first. */
export const askAt = async (
  origin: string,
  method: string,
  path: string,
  { headers = {}, body, agent = false }: Asking = {},
): Promise<Answer> => {
  const { port } = new URL(origin)
  const asked = request({
    host: '127.0.0.1',
    port,
    method,
    path,
    headers,
    setHost: !('host' in headers),
    agent,
  })
  const answered = once(asked, 'response')
  asked.on('error', () => undefined)
  if (body === undefined || typeof body === 'string') asked.end(body)
  else void sendUntil(asked, body, answered)
  const [response] = await answered
  let text = ''
  for await (const part of response) text += part
  return { status: response.statusCode, body: text, type: String(response.headers['content-type'] ?? '') }
}
