import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyed } from '../../../src/line/device-says.ts'
import type { DeviceState } from '../../../src/line/device-state.ts'
import { toBase64Url } from '../../../src/protocol/base64url.ts'
import { isWithdrawn } from '../../../src/trust/withdrawn.ts'
import {
  handshakeText,
  lineKeys,
  signedByServer,
  type Challenge,
  type ScreenHello,
} from '../../../src/wire/handshake.ts'
import type { Said } from '../../../src/wire/frame.ts'
import { sealText, wayOf, type Way } from '../../../src/wire/way.ts'
import { LONGEST_MESSAGES, NOW, sixteenOf } from '../../builders/wire.ts'
import { OTHERS, OURS, secrets, type Key } from '../../fakes/wire-town.ts'
import { pairedWorld, type Frame, type World } from '../../fakes/wire-world.ts'

/** `npm run prove -- wire` takes more. */
const STEPS = Number(process.env['WIRE_STEPS'] ?? 3_000)
const SEED = Number(process.env['WIRE_SEED'] ?? 20261130)
const AT_ONCE = 60

type Op = readonly [name: keyof typeof OPS, choice: number]

const SECRET = new Uint8Array(32).fill(77)

/** Somebody on the line: with another town's key, with one of ours that was given up, or with the record of ours and no key. */
type Evil = { readonly k: number; readonly key: Key; readonly records: Challenge['records'] }
const evilOf = (world: World, choice: number): Evil => {
  const { pinned } = world.device().belief
  const k = pinned.type === 'town' ? pinned.k : 1
  const other: Evil = { k: 9, key: OTHERS.server(9), records: [OTHERS.rotation(9)] }
  const keyless: Evil = { k, key: OTHERS.server(9), records: [OURS.rotation(k)] }
  if (k === 1) return choice % 2 === 0 ? other : keyless
  const before: Evil = { k: k - 1, key: OURS.server(k - 1), records: [OURS.rotation(k - 1)] }
  return [other, keyless, before][choice % 3]!
}

const lastHello = ({ seen }: World, line: number): ScreenHello | undefined =>
  seen
    .filter((frame) => frame.to === 'server' && frame.line === line && frame.said.type === 'open')
    .map((frame) => (frame.said as Said & { type: 'open' }).value as ScreenHello)
    .find(({ type }) => type === 'hello')

/** He answers the hello himself, and where he is believed he says all he can under keys of his own. */
const evilLine = (world: World, choice: number): void => {
  const hello = lastHello(world, world.line())
  if (!hello || world.device().line.phase !== 'greeted') return
  const { k, key, records } = evilOf(world, choice)
  const open = {
    type: 'challenge' as const,
    versions: [2],
    nonce: sixteenOf('evil'),
    ephemeral: toBase64Url(secrets.pointOf(SECRET)),
    records,
  }
  const text = handshakeText(hello, open, secrets)
  const send = (said: Said): void => world.give({ to: 'device', line: world.line(), said })
  send({ type: 'open', value: { ...open, signature: key.signText(signedByServer(text)) } })
  let down: Way = wayOf(lineKeys(SECRET, hello.ephemeral, text, secrets)!.down)
  const sendSealed = (message: object): void => {
    const body = JSON.stringify(message)
    const { way, mac } = sealText(down, body, secrets)
    down = way
    send({ type: 'sealed', text: body, mac })
  }
  const words = [
    { type: 'code', code: 'BCDF-GHJK', expiresIn: 600_000 },
    { type: 'released', head: OTHERS.head({ k, sequence: 99 }, key) },
    {
      type: 'welcome',
      screen: { id: 'screen-1', name: 'x', width: 1, height: 1 },
      town: 'x',
      assignment: OTHERS.assignment({ k, sequence: 99 }, key),
      head: OTHERS.head({ k, sequence: 99 }, key),
      highest: 0,
      withdrawn: { bytes: 1, root: 'a'.repeat(64) },
    },
  ]
  // A welcome that pins nothing ends the line, so he does not always say all.
  for (const message of words.slice(0, choice % (words.length + 1))) sendSealed(message)
  world.pass(20_000)
  const asked = keyed(world.device())?.asking ?? []
  for (const sent of asked) sendSealed({ type: 'clock', sent, now: NOW * 2 })
}

const picked = <T>(all: readonly T[], choice: number): T | undefined => all[choice % Math.max(1, all.length)]

const invented = (choice: number): Said => {
  const { sealed, message } = picked(LONGEST_MESSAGES, choice)!
  const said = message.type === 'hello' ? { ...message, protocol: 2 } : message
  if (!sealed) return { type: 'open', value: said }
  const text = JSON.stringify(said)
  return choice % 3 === 0
    ? { type: 'sealed', text, mac: sixteenOf(choice) }
    : { type: 'sealed', text, mac: sealText(wayOf(SECRET), text, secrets).mac }
}

/** What is no key of anybody: heads of another town, and ours with one letter changed. */
const roomLie = (world: World, choice: number): Said => {
  const { k, group, head } = world.desk.state
  const sequence = 1_000 + (choice % 5_000)
  const lies = [
    OTHERS.head({ k, group, sequence }),
    OURS.head({ k, group, sequence }, OURS.recovery),
    ...(k > 1 ? [OURS.head({ k, group, sequence }, OURS.server(k - 1))] : []),
    ...(head ? [{ ...head, body: head.body.replace('"cause":"changed"', '"cause":"renewed"') }] : []),
  ]
  return choice % 2 === 0
    ? { type: 'open', value: { type: 'head', head: picked(lies, choice) } }
    : { type: 'open', value: { type: 'withdrawn', withdrawn: OTHERS.withdrawing({ k }) } }
}

const OPS = {
  // The town and its people.
  publish: (world: World) => world.publish(),
  withdraw: (world: World) => world.withdraw(),
  regroup: (world: World, choice: number) => world.regroup(`group ${choice % 3}`),
  rotate: (world: World, choice: number) => choice % 4 === 0 && world.rotate(),
  unpair: (world: World, choice: number) => choice % 3 === 0 && world.unpair(),
  pair: (world: World) => world.pair(),
  hand: (world: World) => world.toDevice({ type: 'touched' }),
  // Nobody lets the code of another town stand: its fingerprint is compared.
  draw: (world: World) => {
    const line = keyed(world.device())
    if (line && line.offer.town.recovery === OURS.recovery.key) world.draw()
  },
  open: (world: World) => world.open(),
  pass: (world: World, choice: number) => world.pass(100 + (choice % 25_000)),
  fetch: (world: World) => world.fetchSet(),
  deliver: (world: World, choice: number) => {
    for (let i = 0; i <= choice % 4; i += 1) world.deliver()
  },
  settle: (world: World) => world.settle(),
  // Whoever is on the line.
  drop: ({ queue }: World, choice: number) => void queue.splice(choice % Math.max(1, queue.length), 1),
  double: ({ queue }: World, choice: number) => {
    const at = choice % Math.max(1, queue.length)
    if (queue[at]) queue.splice(at, 0, queue[at])
  },
  swap: ({ queue }: World, choice: number) => {
    const at = choice % Math.max(1, queue.length - 1)
    const [one, two] = [queue[at], queue[at + 1]]
    if (one && two) queue.splice(at, 2, two, one)
  },
  replay: (world: World, choice: number) => {
    const frame = picked(world.seen, choice)
    if (frame) world.give({ ...frame, line: world.line() })
  },
  mirror: (world: World, choice: number) => {
    const frame = picked(world.seen, choice)
    const to: Frame['to'] = frame?.to === 'device' ? 'server' : 'device'
    if (frame) world.give({ ...frame, to, line: world.line() })
  },
  change: ({ queue }: World, choice: number) => {
    const at = choice % Math.max(1, queue.length)
    const frame = queue[at]
    if (frame?.said.type !== 'sealed') return
    const text = frame.said.text.replace(/\d/, (digit) => String((Number(digit) + 1) % 10))
    if (text !== frame.said.text) queue.splice(at, 1, { ...frame, said: { ...frame.said, text } })
  },
  invent: (world: World, choice: number) =>
    world.give({ to: choice % 2 ? 'server' : 'device', line: world.line(), said: invented(choice) }),
  lie: (world: World, choice: number) =>
    world.give({ to: 'device', line: world.line(), said: roomLie(world, choice) }),
  evil: evilLine,
} as const

const NAMES = Object.keys(OPS) as (keyof typeof OPS)[]
/** Most lies end a line, so that what makes one and lets it come to something has to come more often. */
const OFTEN: readonly (keyof typeof OPS)[] = [
  ...NAMES,
  'open',
  'open',
  'open',
  'settle',
  'settle',
  'settle',
  'pass',
  'draw',
  'pair',
]

/** What no sequence of anything may do (I1, I3, I7, I11). */
const watch = (world: World) => {
  let before: DeviceState = world.device()
  return (): void => {
    expect(world.faults).toEqual([])
    const now = world.device()
    const { pinned, own } = now.belief
    if (pinned.type !== 'town' || before.belief.pinned.type !== 'town') throw new Error('pinned no more')
    expect(pinned.recovery).toBe(OURS.recovery.key)
    expect(pinned.k).toBeGreaterThanOrEqual(before.belief.pinned.k)
    const was = before.belief.own!
    expect(own!.k).toBeGreaterThanOrEqual(was.k)
    if (own!.held) expect(world.desk.state.signed.has(own!.held.signed.body)).toBe(true)
    // A hand that paired anew begins anew: then the count of assignments begins with it.
    const afresh = own!.k !== was.k || own!.assignments?.since !== was.assignments?.since
    if (!afresh) {
      for (const [content, edition, issuedAt] of was.withdrawn.entries)
        expect(isWithdrawn(own!.withdrawn, content, edition, issuedAt)).toBe(true)
      if (own!.assigned?.signed.body === was.assigned?.signed.body)
        expect(own!.numbers?.last ?? 0).toBeGreaterThanOrEqual(was.numbers?.last ?? 0)
      expect(own!.assignments?.last ?? 0).toBeGreaterThanOrEqual(was.assignments?.last ?? 0)
    }
    before = now
  }
}

/** Whoever was on the line has gone: the code is typed where one is due, and the wire gives over what is said (I15). */
const calm = (world: World): void => {
  for (let round = 0; round < 6; round += 1) {
    world.queue.length = 0
    if (!world.isUp() || round === 0) world.open()
    for (let i = 0; i < 3; i += 1) {
      world.settle()
      world.fetchSet()
      if (!world.desk.state.paired) {
        world.toDevice({ type: 'touched' })
        if (!world.isUp()) world.open()
        world.settle()
        world.draw()
        world.pair()
      }
      world.settle()
      world.pass(1_000)
    }
  }
}

const ops = fc.array(fc.tuple(fc.constantFrom(...OFTEN), fc.nat(1_000_000)), {
  minLength: AT_ONCE,
  maxLength: AT_ONCE,
}) as fc.Arbitrary<readonly Op[]>

describe('LIN-5 a line with somebody on it', () => {
  test('LIN-5 I1 I3 I7 I11 I15 whoever drops, doubles, moves, replays and invents without the keys changes nothing that is believed, and when he is gone all converges', () => {
    fc.assert(
      fc.property(ops, (steps) => {
        const world = pairedWorld()
        world.watch(watch(world))
        for (const [name, choice] of steps) OPS[name](world, choice)
        calm(world)
        expect(world.faults).toEqual([])
        const { state } = world.desk
        const { own } = world.device().belief
        expect(world.device().line.phase).toBe('playing')
        expect(own).toMatchObject({ k: state.k, lacking: null })
        expect(own!.held!.signed).toEqual(state.head)
        for (const [content, edition, issuedAt] of state.entries)
          expect(isWithdrawn(own!.withdrawn, content, edition, issuedAt)).toBe(true)
        expect(world.shows()).toBe(true)
      }),
      { numRuns: Math.ceil(STEPS / AT_ONCE), seed: SEED },
    )
  })
})
