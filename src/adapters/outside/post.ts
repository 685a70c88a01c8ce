/** Posts a notice to an address outside: one connection, one answer, a limit to both. */
import { createHmac } from 'node:crypto'
import { lookup } from 'node:dns/promises'
import { request as requestPlain, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as requestSecure } from 'node:https'
import { isIP } from 'node:net'
import type { Post, WebhookTo } from '../../../cms/base/ports.ts'
import { refusal, type Refusal } from '../../errors/refusal.ts'
import { dingtalkText, standardText } from '../../notices/index.ts'
import type { Clock } from '../process/clock.ts'
import { faultOfAddress, targetOf, type Listed, type Resolve, type Target } from './target.ts'

const LIMIT_MS = 5_000
const MOST_BYTES = 16 * 1024

const systemResolve: Resolve = async (host) =>
  (await lookup(host, { all: true })).map(({ address }) => address)

type Options = {
  readonly clock: Clock
  readonly listed: Listed
  readonly resolve?: Resolve
  /** Only tests say less than five seconds, or name an authority of their own. */
  readonly limitMs?: number
  readonly authority?: string
}

const hmac = (key: string | Buffer, text: string): string =>
  createHmac('sha256', key).update(text, 'utf8').digest('base64')

/** As the specification keeps secrets: base64 behind a mark; any other text is its own bytes. */
const keyOf = (secret: string): Buffer =>
  secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : Buffer.from(secret, 'utf8')

const headersOf = ({ kind, secret }: WebhookTo, id: string, body: string, seconds: number) => ({
  'content-type': 'application/json; charset=utf-8',
  'content-length': Buffer.byteLength(body),
  'accept-encoding': 'identity',
  'user-agent': 'silver-shield',
  ...(kind === 'generic' && {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${hmac(keyOf(secret), standardText(id, seconds, body))}`,
  }),
})

/** The robot of DingTalk is signed in its address. */
const pathOf = ({ pathname, search }: URL, { kind, secret }: WebhookTo, now: number): string => {
  if (kind !== 'dingtalk' || !secret) return pathname + search
  const sign = encodeURIComponent(hmac(secret, dingtalkText(now, secret)))
  return `${pathname}${search}${search ? '&' : '?'}timestamp=${now}&sign=${sign}`
}

/** Connects to the address that was judged; the name stays for the certificate and the host's own sorting. */
const optionsOf = ({ url, address }: Target, authority: string | undefined): RequestOptions => ({
  host: address,
  port: url.port || (url.protocol === 'https:' ? 443 : 80),
  method: 'POST',
  agent: false,
  setHost: false,
  ...(url.protocol === 'https:' && {
    servername: isIP(url.hostname.replace(/^\[|\]$/g, '')) ? '' : url.hostname,
    ...(authority && { ca: authority }),
  }),
})

/** At most so many bytes of the answer; the rest is not waited for. */
const bytesOf = (answer: IncomingMessage): Promise<string> =>
  new Promise((done, fail) => {
    const parts: Buffer[] = []
    let held = 0
    const end = (): void => done(Buffer.concat(parts).subarray(0, MOST_BYTES).toString('utf8'))
    answer.on('data', (part: Buffer) => {
      parts.push(part)
      held += part.byteLength
      if (held >= MOST_BYTES) {
        end()
        answer.destroy()
      }
    })
    answer.on('end', end)
    answer.on('error', fail)
  })

/** Robots answer 200 with a number of their own inside; only 0 is well. Their words are repeated nowhere. */
const robotFault = (said: string): Refusal | null => {
  try {
    const { errcode } = JSON.parse(said) as { readonly errcode?: unknown }
    if (errcode === 0) return null
    return refusal('WEBHOOK_ROBOT_REFUSED', { got: typeof errcode === 'number' ? errcode : '?' })
  } catch {
    return refusal('WEBHOOK_ROBOT_REFUSED', { got: '?' })
  }
}

const judged = async (answer: IncomingMessage, { kind }: WebhookTo): Promise<Refusal | null> => {
  const status = answer.statusCode ?? 0
  if (status >= 300 && status < 400) return refusal('WEBHOOK_REDIRECTED', { got: status })
  if (status < 200 || status >= 300) return refusal('WEBHOOK_ANSWERED', { got: status })
  return kind === 'generic' ? null : robotFault(await bytesOf(answer))
}

const exchange = (
  target: Target,
  to: WebhookTo,
  { id, body }: { readonly id: string; readonly body: string },
  { clock, authority, signal }: Pick<Options, 'clock' | 'authority'> & { readonly signal: AbortSignal },
): Promise<Refusal | null> =>
  new Promise((done, fail) => {
    const now = clock()
    const { url } = target
    const ask = url.protocol === 'https:' ? requestSecure : requestPlain
    const asked = ask(
      {
        ...optionsOf(target, authority),
        path: pathOf(url, to, now),
        headers: { ...headersOf(to, id, body, Math.floor(now / 1000)), host: url.host },
        signal,
      },
      (answer) =>
        void judged(answer, to)
          .then(done, fail)
          .finally(() => asked.destroy()),
    )
    asked.on('error', fail)
    asked.end(body)
  })

/** An error of the system by its name alone: its message may hold the whole address, and with it the robot's key. */
const faultOf = (error: unknown, timedOut: boolean): Refusal => {
  if (timedOut) return refusal('WEBHOOK_TIMEOUT', { limit: LIMIT_MS / 1000 })
  const code = (error as NodeJS.ErrnoException).code ?? ''
  return /CERT|SIGNATURE|ALTNAME|SSL|TLS|ISSUER/.test(code)
    ? refusal('WEBHOOK_CERTIFICATE', { got: code })
    : refusal('WEBHOOK_UNREACHABLE', { got: code || 'ERROR' })
}

const within = <T>(signal: AbortSignal, work: Promise<T>): Promise<T> =>
  new Promise((done, fail) => {
    signal.addEventListener('abort', () => fail(new Error('over time')), { once: true })
    work.then(done, fail)
  })

/** Answers null when it was taken, or why it was not; never rejects. */
export const openPost = (options: Options): Post => {
  const { listed, resolve = systemResolve, limitMs = LIMIT_MS } = options
  return {
    faultOf: (address) => faultOfAddress(address, listed),
    send: async (to, message) => {
      const over = new AbortController()
      const timer = setTimeout(() => over.abort(), limitMs)
      try {
        const target = await within(over.signal, targetOf(to.address, listed, resolve))
        if ('code' in target) return target
        return await exchange(target, to, message, { ...options, signal: over.signal })
      } catch (error) {
        return faultOf(error, over.signal.aborted)
      } finally {
        clearTimeout(timer)
      }
    },
  }
}
