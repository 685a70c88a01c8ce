import { describe, expect, test } from 'vitest'
import type { DeviceSealed, ServerSealed } from '../../../src/wire/messages.ts'
import { hintText, keyName } from '../../../src/wire/handshake.ts'
import { NOW, shaOf, sixteenOf } from '../../builders/wire.ts'
import { OTHERS, OURS, secrets } from '../../fakes/wire-town.ts'
import { makeWorld, NOBODYS, pairedWorld } from '../../fakes/wire-world.ts'
import { afterwards, openly, said, told } from './said.ts'

describe('LIN-6 what is heard and asked', () => {
  test('LIN-6 a line on which nothing with a good HMAC comes for 60 s is closed, whatever else comes', () => {
    const world = pairedWorld()
    world.pass(30_000)
    world.settle()
    for (let i = 0; i < 5; i += 1) {
      world.pass(10_000)
      world.queue.length = 0
      openly(world, { type: 'refused', code: 'X' })
    }
    expect(world.device().line.phase).toBe('playing')
    world.pass(10_000)
    expect(world.device().line.phase).toBe('dark')
    const greeted = pairedWorld()
    greeted.open()
    greeted.queue.length = 0
    greeted.pass(29_999)
    expect(greeted.device().line.phase).toBe('greeted')
    greeted.pass(1)
    expect(greeted.device().line.phase).toBe('dark')
  })

  test('LIN-6 it asks the time every 20 s, reports every minute and checks every five', () => {
    const world = pairedWorld()
    const from = world.deviceEffects.length
    for (let i = 0; i < 300; i += 1) {
      world.pass(1_000)
      world.settle()
    }
    const types = said(world, from).map(({ type }) => type)
    const many = (type: string) => types.filter((one) => one === type).length
    expect([many('clock'), many('report'), many('check')]).toEqual([15, 5, 1])
    const report = said(world, from).find(({ type }) => type === 'report')
    expect(report).toMatchObject({
      sequence: 11,
      error: 0,
      k: 1,
      root: world.device().belief.own!.withdrawn.root,
    })
    expect(world.faults).toEqual([])
  })

  test('LIN-6 after an event of the network it asks when nothing was heard for 8 s', () => {
    const world = pairedWorld()
    const asked = (from: number) => said(world, from).filter(({ type }) => type === 'clock').length
    world.toDevice({ type: 'network' })
    expect(afterwards(world, () => world.pass(7_999), asked)).toBe(0)
    expect(afterwards(world, () => world.pass(1), asked)).toBe(1)
    expect(afterwards(world, () => world.pass(8_000), asked)).toBe(0)
    world.settle()
    world.toDevice({ type: 'network' })
    told(world, { type: 'takeover' })
    expect(afterwards(world, () => world.pass(9_000), asked)).toBe(0)
  })

  test('LIN-6 a fault is told at once, one a second at most', () => {
    const world = pairedWorld()
    const from = world.deviceEffects.length
    for (let i = 0; i < 10; i += 1) openly(world, { type: 'head', head: OTHERS.head({ sequence: 99 }) })
    expect(said(world, from)).toEqual([expect.objectContaining({ type: 'report', fault: 'HEAD_INVALID' })])
    world.pass(1_000)
    openly(world, { type: 'withdrawn', withdrawn: OTHERS.withdrawing() })
    expect(said(world, from).at(-1)).toMatchObject({ type: 'report', fault: 'WITHDRAWN_INVALID' })
  })

  test('LIN-6 the rest of the player speaks while it plays, and not before', () => {
    const message: DeviceSealed = { type: 'receipt', sequence: 11, stages: { ready: NOW } }
    const world = makeWorld(NOBODYS)
    const say = (from: number) => said(world, from)
    expect(afterwards(world, () => world.toDevice({ type: 'say', message }), say)).toEqual([])
    world.open()
    world.settle()
    expect(afterwards(world, () => world.toDevice({ type: 'say', message }), say)).toEqual([])
    world.draw()
    world.pair()
    world.settle()
    expect(afterwards(world, () => world.toDevice({ type: 'say', message }), say)).toEqual([message])
    const proof = { type: 'clock', sent: 1 } as const
    expect(afterwards(world, () => world.toDevice({ type: 'say', message: proof }), say)).toEqual([])
  })
})

describe('LIN-1 what goes to a room', () => {
  const hint = (more: object = {}, k = 1) => {
    const said = {
      bytes: 9,
      group: sixteenOf('group'),
      programme: shaOf('p'),
      sequence: 12,
      within: 0,
      ...more,
    }
    const text = hintText(said, { k, recovery: keyName(OURS.recovery.key, secrets) })
    return { type: 'hint', ...said, signature: OURS.server(1).signText(text) }
  }
  const heard = (value: unknown) => {
    const world = pairedWorld()
    openly(world, value)
    const messages = world.deviceEffects.flatMap((effect) =>
      effect.type === 'heard' ? [effect.message] : [],
    )
    return [messages, world.device().strikes] as const
  }

  test('LIN-1 a hint that the town signed for this k is heard; that of a group just left is passed over', () => {
    expect(heard(hint())).toEqual([[hint()], 0])
    expect(heard(hint({ group: sixteenOf('left') }))).toEqual([[], 0])
    expect(heard(hint({}, 2))).toEqual([[], 1])
    expect(heard({ ...hint(), bytes: 10 })).toEqual([[], 1])
  })

  test('LIN-1 a patch is heard as it is: what it makes is judged by its name', () => {
    const patch = { type: 'patch', changes: [[shaOf('a'), shaOf('b'), [[0, 1, []]]]] }
    expect(heard(patch)).toEqual([[patch], 0])
    expect(heard({ type: 'patch', changes: [['a', shaOf('b'), []]] })).toEqual([[], 1])
  })
})

describe('LIN-7 what the town does not have', () => {
  test('LIN-7 a device ahead of the town shows the head it holds, signed', () => {
    const world = pairedWorld()
    const { held, withdrawn } = world.device().belief.own!
    const current: ServerSealed = { type: 'current', sequence: 3, root: withdrawn.root, bytes: 9 }
    const claim = afterwards(
      world,
      () => told(world, current),
      (from) => said(world, from),
    )
    expect(claim).toEqual([{ type: 'claim', head: held!.signed }])
    const same = afterwards(
      world,
      () => told(world, { ...current, sequence: 11 }),
      (from) => said(world, from),
    )
    expect(same).toEqual([])
  })

  test('LIN-7 asked, it tells what it has withdrawn, forty a word, with a head that named some of it', () => {
    const world = pairedWorld()
    for (let i = 0; i < 45; i += 1) world.withdraw()
    world.settle()
    const surplus = (after: string | null) =>
      afterwards(
        world,
        () => told(world, { type: 'tell', after }),
        (from) => said(world, from)[0] as DeviceSealed & { type: 'surplus' },
      )
    const first = surplus(null)
    expect([first.entries.length, first.more, first.words]).toEqual([
      40,
      true,
      [world.device().belief.own!.held!.signed],
    ])
    const second = surplus(first.entries.at(-1)![0])
    expect([second.entries.length, second.more]).toEqual([5, false])
    expect(new Set([...first.entries, ...second.entries].map(([content]) => content)).size).toBe(45)
  })

  test('LIN-7 a set that lacks is asked for once, and with every welcome', () => {
    const world = pairedWorld()
    const asked = (from: number) =>
      world.deviceEffects.slice(from).filter(({ type }) => type === 'fetch-set').length
    for (let i = 0; i < 12; i += 1) world.desk.withdraw(NOW)
    expect(afterwards(world, () => (world.publish(), world.settle()), asked)).toBe(1)
    expect(world.shows()).toBe(false)
    expect(afterwards(world, () => (world.publish(), world.settle()), asked)).toBe(0)
    expect(afterwards(world, () => (world.open(), world.settle()), asked)).toBe(1)
    world.toDevice({ type: 'set', body: '{}' })
    expect(world.shows()).toBe(false)
    world.fetchSet()
    expect(world.shows()).toBe(true)
  })
})
