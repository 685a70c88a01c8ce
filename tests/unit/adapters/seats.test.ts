import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import type { DeviceServer, DeviceSocket } from '../../../src/adapters/devices/broadcaster.ts'
import { openSeats } from '../../../src/adapters/devices/seats.ts'
import { PLACE_LIMITS } from '../../../src/session/places.ts'

type Line = EventEmitter & { readonly id: string; readonly remoteAddress: string; close: () => void }

/** Engine.io as far as places go: lines that come, are closed, and tell so. */
const engine = () => {
  const clients: Record<string, Line> = {}
  const self = Object.assign(new EventEmitter(), { clients })
  const closed: string[] = []
  const come = (id: string, remoteAddress: string): void => {
    const line: Line = Object.assign(new EventEmitter(), {
      id,
      remoteAddress,
      close: () => {
        closed.push(id)
        Reflect.deleteProperty(clients, id)
        line.emit('close')
      },
    })
    clients[id] = line
    self.emit('connection', line)
  }
  return { io: { engine: self } as unknown as DeviceServer, come, closed, clients }
}

describe('SES-20 places on the line', () => {
  it('SES-20 ADP-20 who is gone by the time he is heard gets no place that nobody would give back', () => {
    const { io, come, clients } = engine()
    const seats = openSeats(io, () => 3)
    const socketOf = (line: Line | undefined) => ({ conn: line }) as unknown as DeviceSocket
    for (let i = 0; i < 30; i += 1) {
      come(`gone-${i}`, 'one house')
      const line = clients[`gone-${i}`]
      line?.close()
      expect(seats.viewer(socketOf(line), 'a person')).toBe(false)
      expect(seats.stranger(socketOf(line))).toBe(false)
      expect(seats.screen(socketOf(line), 'a key')).toBe(false)
    }
    come('here', 'one house')
    expect(seats.viewer(socketOf(clients['here']), 'a person')).toBe(true)
  })

  it('SES-20 a line is counted from its first byte on; beyond the limit the oldest of the crowd is closed', () => {
    const { io, come, closed, clients } = engine()
    openSeats(io, () => 3)
    come('screen', 'the square')
    for (let i = 0; i < 500; i += 1) come(`flood-${i}`, 'somewhere')
    expect(Object.keys(clients)).toHaveLength(PLACE_LIMITS.silent + 3)
    expect(closed.slice(0, 2)).toEqual(['flood-0', 'flood-1'])
    expect(clients).toHaveProperty('screen')
  })

  it('SES-20 who went makes room, whoever closed the line', () => {
    const { io, come, closed, clients } = engine()
    openSeats(io, () => 0)
    for (let i = 0; i < PLACE_LIMITS.silent; i += 1) come(`${i}`, 'somewhere')
    clients['7']?.close()
    come('one more', 'somewhere')
    expect(closed).toEqual(['7'])
  })
})
