import { EventEmitter } from 'node:events'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import type { DeviceServer } from '../../../src/adapters/devices/broadcaster.ts'
import { openPresence } from '../../../src/adapters/cluster/presence.ts'
import type { ScreenId } from '../../../src/model/ids.ts'
import { startDevices, type DeviceBackend } from '../../../src/adapters/devices/sockets.ts'
import { deviceKey } from '../../fakes/device-key.ts'

/** A server of sockets whose turns of the loop and timers run when told. */
const build = () => {
  const queue: (() => void)[] = []
  const timers: { act: () => void; off: boolean }[] = []
  const io = Object.assign(new EventEmitter(), { engine: Object.assign(new EventEmitter(), { clients: {} }) })
  const backend = { knows: () => false, knownKeys: () => 0 } as unknown as DeviceBackend
  startDevices(io as unknown as DeviceServer, backend, {
    presence: openPresence<ScreenId>(),
    clock: () => 0,
    after: (_ms, act) => {
      const timer = { act, off: false }
      timers.push(timer)
      return () => void (timer.off = true)
    },
    log: pino({ level: 'silent' }),
    key: { sign: () => '' },
    inSlices: (work) => queue.push(work),
  })
  const connect = () => {
    const said: string[] = []
    const line = Object.assign(new EventEmitter(), { id: 'line', remoteAddress: 'somewhere' })
    Object.assign(io.engine.clients, { line })
    io.engine.emit('connection', line)
    const socket = Object.assign(new EventEmitter(), { id: 'line', conn: line, rooms: new Set() })
    const hear = socket.emit.bind(socket)
    Object.assign(socket, {
      emit: (_name: string, message: { type: string }) => said.push(message.type),
      disconnect: () => said.push('closed'),
    })
    io.emit('connection', socket)
    return { hear: (value: unknown) => hear('m', value), said }
  }
  return {
    connect,
    /** One piece of what waits, and all it leads to by itself. */
    turn: async () => {
      queue.shift()?.()
      await new Promise((next) => setImmediate(next))
    },
    /** What is due and was not called off. */
    ring: () => {
      for (const timer of timers.splice(0)) if (!timer.off) timer.act()
    },
    waiting: () => queue.length,
  }
}

const HELLO = { type: 'hello', protocol: 1, role: 'screen', key: deviceKey().publicKey }

describe('lines of devices', () => {
  it('ADP-20 SES-1 a hello that came in time is heard before the line is called silent, however long it waited', async () => {
    const { connect, turn, ring, waiting } = build()
    const { hear, said } = connect()
    hear(HELLO)
    ring()
    while (waiting() > 0) await turn()
    expect(said).toEqual(['challenge'])
    ring()
    while (waiting() > 0) await turn()
    expect(said).toEqual(['challenge', 'closed'])
  })

  it('SES-1 who says nothing is closed', async () => {
    const { connect, turn, ring } = build()
    const { said } = connect()
    ring()
    await turn()
    expect(said).toEqual(['closed'])
  })

  it('ADP-20 a line that says more than can wait is closed, and no more of it waits', () => {
    const { connect, waiting } = build()
    const { hear, said } = connect()
    for (let i = 0; i < 64; i += 1) hear({ type: 'clock', sent: i })
    expect([said, waiting()]).toEqual([[], 64])
    for (let i = 0; i < 10; i += 1) hear({ type: 'clock', sent: i })
    expect([new Set(said), waiting()]).toEqual([new Set(['closed']), 64])
  })
})
