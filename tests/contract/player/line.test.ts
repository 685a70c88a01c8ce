import { isRefusal } from '../../../src/errors/is-refusal.ts'
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { headsKeyOf } from '../../../src/adapters/disk/keys.ts'
import { readClock, seedClock } from '../../../display-client/core/clock.ts'
import { player } from '../../../display-client/core/player.ts'
import { freshPlayer } from '../../../display-client/core/start.ts'
import type { Identity, PlayerEffect, PlayerEvent } from '../../../display-client/core/state.ts'
import { asked, challenged, hearTime, keepTime } from '../../../display-client/core/timekeeping.ts'
import { viewOf } from '../../../display-client/core/view.ts'
import { CLOCK_DOMAIN } from '../../../src/signed/wire.ts'
import type { FromServer } from '../../../src/protocol/messages.ts'
import { decodeFromServer } from '../../../src/protocol/from-server.ts'
import { fingerprint } from '../../../src/protocol/fingerprint.ts'
import { openSession, session } from '../../../src/session/session.ts'
import type { FoundScreen, SessionEffect, SessionEvent } from '../../../src/session/state.ts'
import { socketPair } from '../../fakes/socket-pair.ts'
import {
  NOW,
  SCREEN_IDENTITY,
  TOWN,
  TOWN_PAIR,
  VIEWER_IDENTITY,
  complete,
  headFor,
  published,
  signHead,
  tools,
} from '../../unit/display-client/core/rig.ts'
import { KEY, SIGNATURE } from '../../unit/protocol/samples.ts'
import { FOUND, GROUP, NONCE } from '../../unit/session/run.ts'

const one = published('甲')
const found: FoundScreen = {
  ...FOUND,
  group: GROUP,
  town: TOWN,
  current: { head: signHead(headFor(one.name, 1)), sequence: 1 },
  now: NOW,
}
const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const report = {
  userAgent: 'x',
  canvas: { width: 1, height: 1 },
  window: { width: 1, height: 1 },
  devicePixelRatio: 1,
  secureContext: true,
  storageBytes: null,
}

/** How far the server's clock is ahead of the device's. */
const AHEAD = 7_200_000
/** A peer of before drops what it does not know; a player of before does not ask, a server of before does not sign. */
type Age = { readonly oldPlayer?: boolean; readonly oldServer?: boolean }

/** Both machines on one line, with an adapter of a few words on each side. */
const connect = (identity: Identity, paired: boolean, { oldPlayer, oldServer }: Age = {}) => {
  const line = socketPair()
  const stored: SessionEffect[] = []
  const heard: FromServer[] = []
  let known = paired
  let server = openSession(NONCE, NOW).state
  let device = freshPlayer(identity)
  let time = keepTime(seedClock(0, NOW, null))
  const ask = (sent: number): void => {
    const random = oldPlayer ? '' : 'r'.repeat(22)
    time = asked(time, sent, random)
    line.device.send({ type: 'clock', sent, ...(random && !oldServer && { random }) })
  }
  const answers: { readonly [T in SessionEffect['type']]?: () => SessionEvent } = {
    seat: () => ({ type: 'seated', now: NOW }),
    verify: () => ({ type: 'proof', valid: true }),
    'find-screen': () => ({ type: 'screen', found: known ? found : null }),
    'find-viewed': () => ({ type: 'viewed', allowed: true, found }),
    'find-head': () => ({ type: 'current', current: found.current }),
    'open-pairing': () => ({
      type: 'code',
      code: 'BCDF-GHJK',
      fingerprint: fingerprint(KEY, TOWN.key, hash),
      expiresAt: NOW + 600_000,
      town: TOWN,
    }),
  }
  const onServer = (event: SessionEvent): void => {
    const step = session(server, event)
    server = step.state
    for (const effect of step.effects) {
      const reply = answers[effect.type]
      if (effect.type === 'send') line.server.send(effect.message)
      else if (effect.type === 'tell-time') {
        const { body, now, sent } = effect
        line.server.send({
          type: 'clock',
          sent,
          now,
          signature: headsKeyOf(TOWN_PAIR.privateKey).sign(CLOCK_DOMAIN, body),
        })
      } else if (reply) onServer(reply())
      else stored.push(effect)
    }
  }
  const perform = (effect: PlayerEffect): void => {
    if (effect.type === 'send') line.device.send(effect.message)
    if (effect.type === 'prove') {
      time = challenged(time, effect.nonce)
      line.device.send({ type: 'prove', signature: SIGNATURE, report })
    }
    if (effect.type === 'ask-clock') ask(1)
    if (effect.type === 'clock-answer') time = hearTime(time, effect, 3, device, tools)
    if (effect.type === 'fetch') onDevice({ type: 'programme', name: effect.name, body: one.body, now: NOW })
    if (effect.type === 'complete')
      onDevice(complete(effect.name, NOW + 30, { fetchedAt: NOW + 10.7, verifiedAt: NOW + 20.2 }))
  }
  const onDevice = (event: PlayerEvent): void => {
    const step = player(device, event, tools)
    device = step.state
    step.effects.forEach(perform)
    const view = viewOf(device, NOW)
    if (view.kind === 'code' && !view.pairing.drawn) onDevice({ type: 'code-drawn', ...view.pairing })
  }
  line.server.hear((value) => {
    const { type } = value as { type: unknown }
    onServer({ type: 'message', value, now: type === 'clock' ? NOW + AHEAD : NOW })
  })
  line.device.hear((value) => {
    const message = decodeFromServer(value)
    if (isRefusal(message)) throw new Error(`${message.field}`)
    heard.push(message)
    onDevice({ type: 'message', message, now: NOW })
  })
  onDevice({ type: 'online', online: true, now: NOW })
  return {
    line,
    stored,
    heard,
    ahead: () => readClock(time.clock, 3) - NOW - 3,
    device: () => device,
    server: () => server,
    pair: () => {
      known = true
      onServer({ type: 'paired' })
    },
    onServer,
  }
}

describe('player and session on one line', () => {
  test('PLY-1 PLY-35 SES-4 from the first word to the playing programme', async () => {
    const { line, stored, device, server, pair } = connect(SCREEN_IDENTITY, false)
    await line.quiet()
    expect(device().pairing?.fingerprint).toBe(fingerprint(KEY, TOWN.key, hash))
    pair()
    await line.quiet()
    expect(server().phase).toBe('joined')
    expect(device()).toMatchObject({ town: TOWN, pairing: null, active: { head: { sequence: 1 } } })
    const told = stored.flatMap((effect) =>
      effect.type === 'store-receipt' ? [`${effect.stage} ${effect.at - NOW}`] : [],
    )
    expect(told).toEqual(['notified 0', 'fetched 10', 'verified 20', 'ready 30'])
  })

  test('PLY-2 SES-5 a viewer plays and leaves no trace', async () => {
    const { line, stored, device } = connect(VIEWER_IDENTITY, false)
    await line.quiet()
    expect(device().active?.head.sequence).toBe(1)
    expect(stored.filter((effect) => effect.type.startsWith('store') || effect.type === 'claim')).toEqual([])
  })

  test('PLY-29 SES-10 the town’s clock sets the time of its screen, over the line', async () => {
    const { line, pair, ahead, heard } = connect(SCREEN_IDENTITY, false)
    await line.quiet()
    pair()
    await line.quiet()
    expect(heard).toContainEqual(expect.objectContaining({ type: 'clock', signature: expect.any(String) }))
    expect(ahead()).toBeCloseTo(AHEAD, -1)
  })

  test('I16 PLY-29 a player with a server of before plays, and keeps its own clock', async () => {
    const { line, pair, ahead, device } = connect(SCREEN_IDENTITY, false, { oldServer: true })
    await line.quiet()
    pair()
    await line.quiet()
    expect(device().active?.head.sequence).toBe(1)
    expect(ahead()).toBe(0)
  })

  test('I16 SES-10 a player of before with this server is answered as ever, unsigned', async () => {
    const { line, pair, heard } = connect(SCREEN_IDENTITY, false, { oldPlayer: true })
    await line.quiet()
    pair()
    await line.quiet()
    expect(heard.filter(({ type }) => type === 'clock')).toEqual([
      { type: 'clock', sent: 1, now: NOW + AHEAD },
    ])
  })

  test('PLY-29 PLY-2 a viewer is in step with its screen', async () => {
    const { line, ahead } = connect(VIEWER_IDENTITY, false)
    await line.quiet()
    expect(ahead()).toBeCloseTo(AHEAD, -1)
  })

  test('SES-6 I4 a replaced screen is told so and keeps its programme', async () => {
    const { line, device, pair, onServer } = connect(SCREEN_IDENTITY, false)
    await line.quiet()
    pair()
    await line.quiet()
    onServer({ type: 'replaced' })
    await line.quiet()
    expect(device()).toMatchObject({
      trouble: { code: 'SCREEN_REPLACED' },
      active: { head: { sequence: 1 } },
    })
  })
})
