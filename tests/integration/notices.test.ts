/** A town tells what waits to a robot and by mail, over real sockets, and goes on with it after kill -9. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PEOPLE } from '../builders/people.ts'
import { made } from '../e2e/api.ts'
import { openReceiver, taken, type Receiver } from '../fakes/receiver.ts'
import { openSmtpSink, type SmtpSink } from '../fakes/smtp-sink.ts'
import { openDesk, type Desk } from './desk.ts'
import { openServer, type TestServer } from './server.ts'

const SECRET = 'hush-hush-of-the-town'
const PATIENT = { timeout: 30_000, interval: 50 }

let server: TestServer
let desk: Desk
let receiver: Receiver
let sink: SmtpSink

beforeAll(async () => {
  receiver = await openReceiver()
  sink = await openSmtpSink()
  server = await openServer({
    staffed: true,
    env: {
      SMTP_URL: `smtp://127.0.0.1:${sink.port}`,
      MAIL_FROM: '银盾 <led@town.cn>',
      WEBHOOK_HOSTS: `127.0.0.1:${receiver.port}`,
      PUBLIC_URL: 'https://led.town.cn',
    },
  })
  desk = await openDesk(server)
  const { docs } = await desk.as.administrator.get<{ docs: { id: string; name: string }[] }>(
    '/api/users?limit=0',
  )
  const reviewer = docs.find(({ name }) => name === PEOPLE.reviewer.name)
  await desk.as.administrator.patch(`/api/users/${reviewer?.id}`, { email: 'wu@town.cn' })
  await made(desk.as.administrator, 'webhooks', {
    name: '值班系统',
    kind: 'generic',
    address: `http://127.0.0.1:${receiver.port}/hook?key=abc`,
    newSecret: SECRET,
    events: ['waiting', 'issued'],
  })
})
afterAll(async () => {
  await server?.close()
  await receiver?.close()
  await sink?.close()
})

const ids = () => receiver.came.map(({ headers }) => String(headers['webhook-id']))
const states = async () =>
  (await desk.as.administrator.get<{ docs: { state: string }[] }>('/api/deliveries?limit=0')).docs.map(
    ({ state }) => state,
  )
const tell = (id: string) => receiver.came.filter(({ headers }) => headers['webhook-id'] === id)

describe('NTC-6 a town tells what waits', () => {
  it('NTC-6 NTC-8 what is sent in is told within seconds, and nobody’s answer waits for it', async () => {
    // The robot hangs; 送审 is answered all the same.
    receiver.answer(() => undefined)
    await desk.submit(await desk.draft('天上不会 掉馅饼'))
    await expect.poll(() => receiver.came.length, PATIENT).toBe(1)
    expect(JSON.parse(receiver.came[0]?.body ?? '')).toMatchObject({
      event: 'waiting',
      title: expect.stringContaining('天上不会'),
    })
    // Mail waits in a line of its own.
    await expect.poll(() => sink.mails.length, PATIENT).toBe(1)
    expect(sink.mails[0]?.to).toEqual(['wu@town.cn'])
    // Killed before this is written down, the mail would be sent a second time: at least once.
    await expect.poll(states, PATIENT).toContain('sent')
  })

  it('NTC-6 killed while it sends, the next process sends the same event by the same id, and once it is taken no more', async () => {
    const [first] = ids()
    await server.kill()
    receiver.answer(taken)
    const before = receiver.came.length
    await server.start()
    await expect.poll(() => receiver.came.length, PATIENT).toBeGreaterThan(before)
    expect(ids().at(-1)).toBe(first)
    await expect.poll(states, PATIENT).toEqual(['sent', 'sent'])
    const sent = receiver.came.length
    expect(await server.stop()).toBeLessThan(5_000)
    await server.start()
    await desk.slogan('世上没有 白来钱')
    await expect.poll(() => ids().filter((id) => id !== first).length, PATIENT).toBeGreaterThanOrEqual(1)
    expect(tell(String(first))).toHaveLength(sent)
    // One a delivery, whatever was killed and started meanwhile.
    expect(sink.mails.filter(({ raw }) => raw.includes(String(first)))).toHaveLength(1)
  })

  it('NTC-4 LOG-1 neither log nor answer holds the secret or the key in the address', async () => {
    await desk.as.administrator.get('/api/webhooks?limit=0')
    const lists = await Promise.all(
      ['/api/webhooks?limit=0&depth=2', '/api/deliveries?limit=0', '/api/audit?limit=0'].map((path) =>
        desk.as.administrator.get(path),
      ),
    )
    expect(JSON.stringify(lists)).not.toContain(SECRET)
    expect(JSON.stringify(lists.slice(1))).not.toContain('key=abc')
    expect(server.log()).not.toContain(SECRET)
    expect(server.log()).not.toContain('key=abc')
  })
})
