/** What goes out of the house, against real servers on this machine: each attack on the way there, signatures, mail. */
import { createHmac } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { WebhookTo } from '../../cms/base/ports.ts'
import { openMail, openPost } from '../../src/adapters/outside/index.ts'
import type { Resolve } from '../../src/adapters/outside/target.ts'
import { bodyFor } from '../../src/notices/index.ts'
import { aNotice } from '../builders/notices.ts'
import { openReceiver, ROBOT_CERTIFICATE, taken, type Receiver } from '../fakes/receiver.ts'
import { openSmtpSink, type SmtpSink } from '../fakes/smtp-sink.ts'

const NOW = 1_795_000_000_123
const SECRET = 'a secret of the town'
const clock = () => NOW
const toHere: Resolve = async () => ['127.0.0.1']
const message = { id: 'event-1', body: '{"id":"event-1"}' }

let plain: Receiver
let secure: Receiver
beforeAll(async () => {
  plain = await openReceiver()
  secure = await openReceiver(true)
})
afterAll(async () => {
  await plain.close()
  await secure.close()
})
beforeEach(() => {
  plain.answer(taken)
  secure.answer(taken)
})

const robot = (receiver: Receiver, over: Partial<WebhookTo> = {}): WebhookTo => ({
  kind: 'wecom',
  address: `http://robot.test:${receiver.port}/send?key=abc`,
  secret: '',
  ...over,
})
/** As an operator who listed that one host and port. */
const postTo = (receiver: Receiver, options: Partial<Parameters<typeof openPost>[0]> = {}) =>
  openPost({ clock, listed: [`robot.test:${receiver.port}`], resolve: toHere, ...options })
const codeOf = async (sent: Promise<{ readonly code: string; readonly got?: unknown } | null>) =>
  (await sent)?.code ?? null

describe('NTC-5 no notice goes where it must not', () => {
  const nobodyCame = async (work: () => Promise<unknown>) => {
    const before = [plain.connections(), secure.connections()]
    await work()
    expect([plain.connections(), secure.connections()]).toEqual(before)
  }

  it('NTC-5 to this machine by its address or by a name that leads here: no connection is opened', () =>
    nobodyCame(async () => {
      const post = openPost({ clock, listed: [], resolve: toHere, authority: ROBOT_CERTIFICATE })
      for (const host of [
        '127.0.0.1',
        'localhost',
        'robot.test',
        '[::1]',
        '[::ffff:127.0.0.1]',
        '2130706433',
      ]) {
        const to = robot(secure, { address: `https://${host}:${secure.port}/` })
        expect(await codeOf(post.send(to, message)), host).toBe('WEBHOOK_ADDRESS_INNER')
        const bare = robot(plain, { address: `http://${host}:${plain.port}/` })
        expect(await codeOf(post.send(bare, message)), host).toBe('WEBHOOK_ADDRESS_INVALID')
      }
    }))

  it('NTC-5 the system’s own resolver is asked, and what it says of localhost is refused', () =>
    nobodyCame(async () => {
      const post = openPost({ clock, listed: [], authority: ROBOT_CERTIFICATE })
      const to = robot(secure, { address: `https://localhost:${secure.port}/` })
      expect(await codeOf(post.send(to, message))).toBe('WEBHOOK_ADDRESS_INNER')
    }))

  it('NTC-5 a name that changes its mind is asked once, and connected to is what it said then', async () => {
    let asked = 0
    // Listed, so that the first answer may lead here; a second one would lead to a cloud's metadata.
    const rebinding: Resolve = async () => [(asked += 1) === 1 ? '127.0.0.1' : '169.254.169.254']
    expect(await postTo(plain, { resolve: rebinding }).send(robot(plain), message)).toBeNull()
    expect(asked).toBe(1)
  })

  it('NTC-5 a name that was public when it was written down and leads inside now is refused now', () =>
    nobodyCame(async () => {
      const post = openPost({ clock, listed: [], resolve: toHere })
      const address = `https://robot.test:${secure.port}/`
      expect(post.faultOf(address)).toBeNull()
      expect(await codeOf(post.send(robot(secure, { address }), message))).toBe('WEBHOOK_ADDRESS_INNER')
    }))

  it('NTC-5 no redirect is followed', async () => {
    const before = secure.connections()
    for (const status of [301, 302, 303, 307, 308]) {
      plain.answer((_, answer) =>
        answer.writeHead(status, { location: `https://robot.test:${secure.port}/inner` }).end(),
      )
      expect(await postTo(plain).send(robot(plain), message)).toMatchObject({
        code: 'WEBHOOK_REDIRECTED',
        got: status,
      })
    }
    expect(secure.connections()).toBe(before)
  })

  it('NTC-5 the certificate is that of the name, from an authority that is trusted', async () => {
    const to = robot(secure, { address: `https://robot.test:${secure.port}/` })
    const trusting = postTo(secure, { authority: ROBOT_CERTIFICATE })
    expect(await trusting.send(to, message)).toBeNull()
    expect(secure.came.at(-1)?.headers.host).toBe(`robot.test:${secure.port}`)
    expect(await codeOf(postTo(secure).send(to, message))).toBe('WEBHOOK_CERTIFICATE')
    const other = openPost({
      clock,
      listed: [`other.test:${secure.port}`],
      resolve: toHere,
      authority: ROBOT_CERTIFICATE,
    })
    const named = robot(secure, { address: `https://other.test:${secure.port}/` })
    expect(await codeOf(other.send(named, message))).toBe('WEBHOOK_CERTIFICATE')
  })

  it('NTC-5 one that answers nothing, half, or drop by drop is left at the limit', async () => {
    const slow = [
      () => undefined,
      (_: unknown, answer: { write: (s: string) => void; writeHead: (n: number) => void }) => {
        answer.writeHead(200)
        answer.write('{"errcode"')
      },
      (
        _: unknown,
        answer: {
          writableEnded: boolean
          write: (s: string) => void
          on: (e: string, f: () => void) => void
        },
      ) => {
        const drops = setInterval(() => answer.write(' '), 20)
        answer.on('close', () => clearInterval(drops))
      },
    ]
    for (const answering of slow) {
      plain.answer(answering as never)
      const from = performance.now()
      expect(await codeOf(postTo(plain, { limitMs: 150 }).send(robot(plain), message))).toBe(
        'WEBHOOK_TIMEOUT',
      )
      expect(performance.now() - from).toBeLessThan(3_000)
    }
  })

  it('NTC-5 a resolver that never answers is left too', async () => {
    const never: Resolve = () => new Promise(() => undefined)
    expect(await codeOf(postTo(plain, { limitMs: 50, resolve: never }).send(robot(plain), message))).toBe(
      'WEBHOOK_TIMEOUT',
    )
  })

  it('NTC-5 of an answer without end 16 KB are read', async () => {
    let sent = 0
    plain.answer((_, answer) => {
      const more = (): void => {
        while (!answer.destroyed && answer.write('x'.repeat(64 * 1024))) sent += 64
        if (!answer.destroyed) answer.once('drain', more)
      }
      more()
    })
    expect(await postTo(plain).send(robot(plain), message)).toMatchObject({ code: 'WEBHOOK_ROBOT_REFUSED' })
    expect(sent).toBeLessThan(20_000)
  })
})

describe('NTC-7 why something was not taken, without a word of the other side', () => {
  it('NTC-7 by its status, its number, or what the system calls it', async () => {
    plain.answer((_, answer) => void answer.writeHead(500).end('<script>key=abc'))
    expect(await postTo(plain).send(robot(plain), message)).toMatchObject({
      code: 'WEBHOOK_ANSWERED',
      got: 500,
    })
    plain.answer((_, answer) => void answer.end('{"errcode":93000,"errmsg":"invalid webhook url abc"}'))
    const refused = await postTo(plain).send(robot(plain), message)
    expect(refused).toMatchObject({ code: 'WEBHOOK_ROBOT_REFUSED', got: 93000 })
    expect(JSON.stringify(refused)).not.toContain('abc')
    for (const odd of ['', '[]', '{"errcode":"0"}', 'null', '<html>']) {
      plain.answer((_, answer) => void answer.end(odd))
      expect(await codeOf(postTo(plain).send(robot(plain), message)), odd).toBe('WEBHOOK_ROBOT_REFUSED')
    }
    plain.answer((_, answer) => void answer.writeHead(204).end())
    expect(await postTo(plain).send(robot(plain, { kind: 'generic', secret: SECRET }), message)).toBeNull()
  })

  it('NTC-7 a server that is not there, or hangs up', async () => {
    const gone = await openReceiver()
    await gone.close()
    const none = await postTo(gone).send(robot(gone), message)
    expect(none).toMatchObject({ code: 'WEBHOOK_UNREACHABLE', got: 'ECONNREFUSED' })
    expect(JSON.stringify(none)).not.toContain('abc')
    plain.answer((_, answer) => void answer.destroy())
    expect(await codeOf(postTo(plain).send(robot(plain), message))).toBe('WEBHOOK_UNREACHABLE')
  })
})

describe('NTC-11 who receives can tell who sent', () => {
  const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest('base64')

  it('NTC-11 generic: id, seconds and body under the shared secret, as the specification says', async () => {
    const body = bodyFor('generic', aNotice(), 'https://led.test')
    for (const [secret, key] of [
      [SECRET, Buffer.from(SECRET)],
      ['whsec_c2VjcmV0IGJ5dGVz', Buffer.from('secret bytes')],
    ] as const) {
      expect(
        await postTo(plain).send(robot(plain, { kind: 'generic', secret }), { id: 'event-1', body }),
      ).toBeNull()
      const came = plain.came.at(-1)
      expect(came).toMatchObject({
        method: 'POST',
        url: '/send?key=abc',
        body,
        headers: {
          'webhook-id': 'event-1',
          'webhook-timestamp': '1795000000',
          host: `robot.test:${plain.port}`,
        },
      })
      expect(came?.headers['webhook-signature']).toBe(`v1,${hmac(key, `event-1.1795000000.${body}`)}`)
    }
  })

  it('NTC-11 DingTalk: milliseconds and secret, in the address', async () => {
    expect(await postTo(plain).send(robot(plain, { kind: 'dingtalk', secret: 'SECabc' }), message)).toBeNull()
    const asked = new URL(plain.came.at(-1)?.url ?? '', 'http://x')
    expect(Object.fromEntries(asked.searchParams)).toEqual({
      key: 'abc',
      timestamp: String(NOW),
      sign: hmac('SECabc', `${NOW}\nSECabc`),
    })
  })

  it('NTC-11 WeCom, and DingTalk without a secret: the address as it is, and no signature of ours', async () => {
    for (const kind of ['wecom', 'dingtalk'] as const) {
      await postTo(plain).send(robot(plain, { kind }), message)
      expect(plain.came.at(-1)?.url).toBe('/send?key=abc')
      expect(
        Object.keys(plain.came.at(-1)?.headers ?? {}).filter((name) => name.startsWith('webhook-')),
      ).toEqual([])
    }
  })
})

describe('NTC-10 mail', () => {
  let sink: SmtpSink
  beforeEach(async () => {
    sink = await openSmtpSink()
  })
  afterEach(() => sink.close())
  const send = (subject: string, name = '吴审核') =>
    openMail({ url: `smtp://127.0.0.1:${sink.port}`, from: '银盾 <led@town.cn>' })(
      { name, address: 'wu@town.cn' },
      { id: 'event-1', subject, text: '一行\n.\n..两行\n' },
    )
  const unfolded = (words: string): string =>
    words.replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=\s*/gi, (_, how: string, said: string) =>
      how.toUpperCase() === 'B'
        ? Buffer.from(said, 'base64').toString('latin1')
        : said
            .replaceAll('_', ' ')
            .replace(/=([0-9A-F]{2})/g, (__, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    )
  const headerOf = (name: string): string =>
    Buffer.from(unfolded(sink.mails.at(-1)?.headers.get(name)?.join() ?? ''), 'latin1').toString('utf8')

  it('NTC-10 arrives as it was written, marked with the event, at one person', async () => {
    expect(await send('银盾：案例《高息返了两个月，人去楼空》等审核')).toBeNull()
    const [mail] = sink.mails
    expect([mail?.from, mail?.to]).toEqual(['led@town.cn', ['wu@town.cn']])
    expect(headerOf('subject')).toBe('银盾：案例《高息返了两个月，人去楼空》等审核')
    expect(headerOf('x-silver-shield-notice')).toBe('event-1')
    const [, body = ''] = mail?.raw.split('\n\n') ?? []
    const encoding = mail?.headers.get('content-transfer-encoding')?.[0]
    const said = encoding === 'base64' ? Buffer.from(body, 'base64').toString('utf8') : body
    expect(said.includes('一行') || said.includes('=E4=B8=80')).toBe(true)
  })

  it('NTC-2 no subject and no name makes a header or a second receiver', async () => {
    const evil = 'x\r\nBcc: everybody@town.test\r\n\r\n<html>'
    expect(await send(evil, 'a" <thief@evil.test>, "b\r\nBcc: thief@evil.test')).toBeNull()
    const [mail] = sink.mails
    expect(mail?.to).toEqual(['wu@town.cn'])
    expect([...(mail?.headers.keys() ?? [])]).not.toContain('bcc')
    expect(mail?.headers.get('to')?.length).toBe(1)
  })

  it('NTC-10 what the server refuses is told by its number alone', async () => {
    sink.refuse('550 no such user wu@town.cn')
    const refused = await send('x')
    expect(refused).toMatchObject({ code: 'MAIL_REFUSED', got: 550 })
    expect(JSON.stringify(refused)).not.toContain('wu@town.cn')
    await sink.close()
    const gone = openMail({ url: `smtp://someone:hush@127.0.0.1:${sink.port}`, from: 'led@town.cn' })
    const none = await gone({ name: '', address: 'wu@town.cn' }, { id: '1', subject: 'x', text: 'x' })
    expect(none?.code).toBe('MAIL_UNREACHABLE')
    expect(JSON.stringify(none)).not.toContain('hush')
    sink = await openSmtpSink()
  })
})
