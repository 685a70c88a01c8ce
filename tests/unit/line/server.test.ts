import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fullPace, spent } from '../../../src/line/pace.ts'
import { isProven, openServerLine, server } from '../../../src/line/server.ts'
import type { ServerEffect, ServerEvent } from '../../../src/line/server-state.ts'
import type { ScreenId } from '../../../src/model/ids.ts'
import type { ServerOpen, ServerSealed } from '../../../src/wire/messages.ts'
import { sealText, wayOf } from '../../../src/wire/way.ts'
import { NOW, sixteenOf } from '../../builders/wire.ts'
import { D, OURS, secrets } from '../../fakes/wire-town.ts'
import { makeWorld, NOBODYS, pairedWorld, type World } from '../../fakes/wire-world.ts'

const AT = { mono: 1_000, now: NOW }
const TOOLS = { secrets, sign: (text: string) => OURS.server(1).signText(text) }
type Bare = ServerEvent extends infer E ? (E extends { at: unknown } ? Omit<E, 'at'> : never) : never
const run = (...events: readonly (Bare & { at?: number })[]) => {
  let { state, effects } = openServerLine(AT)
  for (const { at = AT.mono, ...event } of events)
    ({ state, effects } = server(state, { ...event, at: { mono: at, now: NOW } } as ServerEvent, TOOLS))
  return { state, effects }
}
const types = (effects: readonly ServerEffect[]) => effects.map(({ type }) => type)
const opened = (effects: readonly ServerEffect[]): readonly ServerOpen[] =>
  effects.flatMap((effect) => (effect.type === 'send' ? [effect.message] : []))
const sealed = (effects: readonly ServerEffect[]): readonly ServerSealed[] =>
  effects.flatMap((effect) =>
    effect.type === 'send-sealed' ? [JSON.parse(effect.text) as ServerSealed] : [],
  )
const effectsFrom = (world: World, from: number) =>
  world.serverEffects.slice(from).map(({ effect }) => effect)
/** What a joined line of the device says, at its place. */
const says = (world: World, message: object): readonly ServerEffect[] => {
  const from = world.serverEffects.length
  const line = world.server()!.line
  if (!('up' in line)) throw new Error('no keys')
  const text = JSON.stringify(message)
  world.toServer(world.line(), { type: 'sealed', text, mac: sealText(line.up, text, secrets).mac })
  return effectsFrom(world, from)
}
const does = (world: World, event: Bare): readonly ServerEffect[] => {
  const from = world.serverEffects.length
  world.toServer(world.line(), event)
  return effectsFrom(world, from)
}

const HELLO = (() => {
  const world = makeWorld(NOBODYS)
  world.open()
  const [frame] = world.queue
  return frame!.said.type === 'open' ? (frame!.said.value as Record<string, unknown>) : {}
})()
const hello = (more: object = {}) => ({ type: 'open', value: { ...HELLO, ...more } }) as const
const seated = {
  type: 'seated',
  nonce: sixteenOf('server'),
  secret: new Uint8Array(32).fill(5),
  records: [OURS.rotation(1)],
} as const
const VIEWER = {
  type: 'open',
  value: { type: 'hello', protocol: 2, versions: [2], role: 'viewer', screen: 'screen-1' },
} as const

describe('LIN-4 a line on the server', () => {
  test('LIN-4 who says nothing for 2 s is closed, and who does not prove it within 10 s of its challenge', () => {
    expect(openServerLine(AT).effects).toEqual([{ type: 'wake', at: 3_000 }])
    expect(types(run({ type: 'woken', at: 2_999 }).effects)).toEqual(['wake'])
    expect(types(run({ type: 'woken', at: 3_000 }).effects)).toEqual(['close'])
    const waits = run(hello(), { type: 'woken', at: 60_000 })
    expect(waits.state.line.phase).toBe('seating')
    const late = run(hello(), { ...seated, at: 60_000 })
    expect(late.effects.at(-1)).toEqual({ type: 'wake', at: 70_000 })
    const closed = run(hello(), { ...seated, at: 60_000 }, { type: 'woken', at: 70_000 })
    expect(types(closed.effects)).toEqual(['close'])
  })

  test('LIN-4 a place is asked for before anything is signed; who finds none is told so', () => {
    expect(run(hello()).effects).toEqual([{ type: 'seat', key: D.key, knows: null }])
    const away = run(hello(), { type: 'crowded' })
    expect(opened(away.effects)).toEqual([{ type: 'refused', code: 'TOO_MANY_DEVICES' }])
    expect(away.state.line.phase).toBe('closed')
    expect(opened(run(VIEWER, { type: 'crowded' }).effects)).toEqual([
      { type: 'refused', code: 'TOO_MANY_VIEWERS' },
    ])
  })

  test('LIN-4 a version that is not spoken is told so, and closed', () => {
    for (const more of [{ protocol: 1 }, { versions: [1, 3] }]) {
      const { state, effects } = run(hello(more))
      expect(opened(effects)).toEqual([{ type: 'refused', code: 'VERSION_UNSUPPORTED' }])
      expect(state.line.phase).toBe('closed')
    }
  })

  test('LIN-4 nothing is asked, claimed or told on a proof that is not one', () => {
    const text = JSON.stringify({ type: 'prove' })
    const mac = sealText(wayOf(new Uint8Array(32)), text, secrets).mac
    const wrong = run(hello(), seated, { type: 'sealed', text, mac })
    expect(types(wrong.effects)).toEqual(['close'])
    const zeros = run(hello({ ephemeral: 'A'.repeat(43) }), seated, { type: 'sealed', text, mac })
    expect(types(zeros.effects)).toEqual(['close'])
    const early = run({ type: 'sealed', text, mac })
    expect(early).toMatchObject({ state: { strikes: 1 }, effects: [] })
  })

  test('LIN-4 a signature that is not the key’s is told under the keys, and closed', () => {
    const world = pairedWorld()
    const verify = world.serverEffects.findLast(({ effect }) => effect.type === 'verify')!.effect
    expect(verify).toMatchObject({
      key: D.key,
      text: expect.stringMatching(/^silver-shield\/handshake\/2\/device\n/),
    })
    expect([...world.signedTexts]).toContain((verify as { text: string }).text)
    const line = world.server()!.line
    if (line.phase !== 'joined') throw new Error(line.phase)
    const { screen: _, codeUntil: __, ...keyed } = line
    const proving = { ...world.server()!, line: { ...keyed, phase: 'proving' as const } }
    expect(isProven(proving)).toBe(false)
    const { state, effects } = server(proving, { type: 'proof', valid: false, at: AT }, TOOLS)
    expect(sealed(effects)).toEqual([{ type: 'refused', code: 'PROOF_INVALID' }])
    expect(state.line.phase).toBe('closed')
  })

  test('LIN-4 a known key claims its screen, and hears its welcome after', () => {
    const world = pairedWorld()
    const joined = types(world.serverEffects.map(({ effect }) => effect))
    expect(joined.slice(joined.indexOf('claim'))).toContain('send-sealed')
    expect(isProven(world.server()!)).toBe(true)
    const claim = world.serverEffects.findLast(({ effect }) => effect.type === 'claim')!.effect
    expect(claim).toMatchObject({ key: D.key, screen: 'screen-1', group: sixteenOf('group'), knows: null })
  })

  test('LIN-4 of two lines of one key the older hears SCREEN_REPLACED and is closed', () => {
    const world = pairedWorld()
    const effects = does(world, { type: 'replaced' })
    expect(sealed(effects)).toEqual([{ type: 'refused', code: 'SCREEN_REPLACED' }])
    expect(effects.at(-1)).toEqual({ type: 'close' })
    expect(world.server()!.line.phase).toBe('closed')
    expect(does(world, { type: 'paired' })).toEqual([])
  })

  test('LIN-4 what a screen says is its own, by the key that proved it', () => {
    const world = pairedWorld()
    const root = world.device().belief.own!.withdrawn.root
    const receipt = { type: 'receipt', sequence: 11, stages: { ready: NOW } }
    expect(says(world, { ...receipt, screen: 'x' })).toEqual([
      { type: 'store-receipt', screen: 'screen-1', sequence: 11, stages: { ready: NOW } },
    ])
    const report = { type: 'report', programme: null, sequence: 11, error: null, root, k: 1 }
    const stored = says(world, report)
    expect(types(stored)).toEqual(['store-report', 'find-current'])
    const behind = says(world, { ...report, sequence: 3 })
    expect(sealed(behind)).toEqual([{ type: 'head', head: world.desk.state.head }])
    const head = world.desk.state.head!
    expect(says(world, { type: 'claim', head })).toEqual([{ type: 'claimed', screen: 'screen-1', head }])
    const surplus = { type: 'surplus', entries: [], words: [], more: false }
    expect(says(world, surplus)).toEqual([{ type: 'surplus', screen: 'screen-1', surplus }])
    expect(types(says(world, { type: 'farewell' }))).toEqual(['farewell', 'close'])
  })

  test('LIN-4 a check is always answered: by the head, or by what the town has', () => {
    const world = pairedWorld()
    const { root, bytes } = world.desk.rootNow()
    expect(sealed(says(world, { type: 'check', sequence: 11, root }))).toEqual([
      { type: 'current', sequence: 11, root, bytes },
    ])
    expect(sealed(says(world, { type: 'check', sequence: 10, root }))).toMatchObject([{ type: 'head' }])
    expect(sealed(says(world, { type: 'clock', sent: 12.5 }))).toMatchObject([{ type: 'clock', sent: 12.5 }])
    expect(sealed(does(world, { type: 'ask-surplus', after: null }))).toEqual([{ type: 'tell', after: null }])
  })

  test('LIN-4 a new code replaces one that ran out; one who lost its screen hears that first', () => {
    const world = makeWorld(NOBODYS)
    world.open()
    world.settle()
    const first = world.desk.state.code
    for (let i = 0; i < 60; i += 1) {
      world.pass(10_000)
      world.settle()
    }
    expect(world.desk.state.code).not.toBe(first)
    const lost = pairedWorld()
    const from = lost.serverEffects.length
    lost.unpair()
    const effects = effectsFrom(lost, from)
    expect(types(effects).slice(0, 2)).toEqual(['leave', 'open-pairing'])
    expect(sealed(effects).map(({ type }) => type)).toEqual(['released', 'code'])
    expect(sealed(says(lost, { type: 'clock', sent: 1 }))).toMatchObject([{ type: 'clock' }])
    expect(
      says(lost, { type: 'report', programme: null, sequence: 0, error: null, root: 'a'.repeat(64), k: 1 }),
    ).toEqual([])
    expect(says(lost, { type: 'check', sequence: 0, root: 'a'.repeat(64) })).toEqual([])
    expect(lost.server()!.strikes).toBe(1)
  })

  test('LIN-4 one that moves hears its assignment and head; a viewer sees what the screen sees, as objects', () => {
    const world = pairedWorld()
    const from = world.serverEffects.length
    world.regroup('other')
    expect(types(effectsFrom(world, from))).toEqual(['move', 'send-sealed'])
    const found = world.desk.found()!
    const seen = run(VIEWER, { type: 'viewed', allowed: true, found })
    expect(seen.effects).toEqual([
      { type: 'watch', screen: 'screen-1', group: sixteenOf('other') },
      { type: 'send', message: found.welcome },
    ])
    const viewing = [VIEWER, { type: 'viewed', allowed: true, found }] as const
    const asks = (value: object) => run(...viewing, { type: 'open', value }).effects
    expect(opened(asks({ type: 'clock', sent: 3 }))).toEqual([{ type: 'clock', sent: 3, now: NOW }])
    expect(asks({ type: 'check', sequence: 1, root: 'a'.repeat(64) })).toMatchObject([
      { type: 'find-current' },
    ])
    expect(opened(run(VIEWER, { type: 'viewed', allowed: false, found: null }).effects)).toMatchObject([
      { code: 'VIEWER_NOT_ALLOWED' },
    ])
    expect(opened(run(VIEWER, { type: 'viewed', allowed: true, found: null }).effects)).toMatchObject([
      { code: 'SCREEN_UNKNOWN' },
    ])
    expect(opened(run(...viewing, { type: 'unpaired' }).effects)).toMatchObject([{ code: 'SCREEN_UNKNOWN' }])
  })

  test('LIN-4 what is malformed or out of turn is counted, and the third closes', () => {
    const odd = { type: 'odd' } as const
    expect(run(odd, odd).state).toMatchObject({ strikes: 2, line: { phase: 'silent' } })
    expect(types(run(odd, odd, odd).effects)).toEqual(['close'])
    expect(run(hello(), hello()).state.strikes).toBe(1)
    expect(run({ type: 'open', value: { type: 'takeover' } }).state.strikes).toBe(1)
    const world = pairedWorld()
    says(world, { type: 'takeover' })
    expect(world.server()!.strikes).toBe(0)
    says(world, { type: 'check', sequence: -1 })
    expect(world.server()!.strikes).toBe(1)
  })

  test('LIN-6 a gap closes, and 60 s without a good HMAC', () => {
    const gap = pairedWorld()
    const effects = does(gap, { type: 'sealed', text: '{"type":"farewell"}', mac: sixteenOf('x') })
    expect(effects).toEqual([{ type: 'close' }])
    const world = pairedWorld()
    const { line } = world.server()!
    if (line.phase !== 'joined') throw new Error(line.phase)
    const at = (mono: number) =>
      types(server(world.server()!, { type: 'woken', at: { mono, now: NOW } }, TOOLS).effects)
    expect(at(line.heardAt + 59_999)).toEqual(['wake'])
    expect(at(line.heardAt + 60_000)).toEqual(['close'])
  })

  test('LIN-4 twenty messages a second, a hundred at once; who says more is closed', () => {
    const most = (now: readonly number[]) => {
      let pace = fullPace(0)
      return now.filter((at) => {
        const next = spent(pace, at)
        pace = next ?? pace
        return next !== null
      }).length
    }
    expect(most(Array.from({ length: 500 }, () => 0))).toBe(100)
    expect(most(Array.from({ length: 500 }, (_, i) => i * 10))).toBe(199)
    expect(most(Array.from({ length: 500 }, (_, i) => i * 50))).toBe(500)
    const world = pairedWorld()
    // Three were needed to come here.
    for (let i = 3; i < 100; i += 1) says(world, { type: 'takeover' })
    expect(world.server()!.line.phase).toBe('joined')
    expect(says(world, { type: 'takeover' })).toEqual([{ type: 'close' }])
  })

  test('LIN-4 an event that does not fit changes nothing, and none throws', () => {
    const screen = 'screen-1' as ScreenId
    const some: readonly Bare[] = [
      hello(),
      seated,
      VIEWER,
      { type: 'crowded' },
      { type: 'proof', valid: true },
      { type: 'screen', found: null },
      { type: 'code', code: 'BCDF-GHJK', expiresIn: 5, released: null },
      { type: 'viewed', allowed: true, found: null },
      { type: 'paired' },
      { type: 'unpaired' },
      { type: 'replaced' },
      { type: 'ask-surplus', after: null },
      { type: 'woken' },
      { type: 'odd' },
      { type: 'open', value: { screen } },
      { type: 'sealed', text: '{}', mac: 'x' },
      { type: 'closed' },
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...some), { maxLength: 12 }), (events) => {
        let { state } = openServerLine(AT)
        for (const event of events) {
          const step = server(state, { ...event, at: AT } as ServerEvent, TOOLS)
          // Without the keys of a line nothing is ever looked up, claimed or stored for a device.
          for (const { type } of step.effects)
            expect(['find-screen', 'claim', 'open-pairing', 'store-receipt', 'store-report']).not.toContain(
              type,
            )
          if (state.line.phase === 'closed') expect(step).toEqual({ state, effects: [] })
          state = step.state
        }
      }),
    )
  })
})
