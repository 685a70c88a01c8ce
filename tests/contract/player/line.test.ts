import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { player } from '../../../display-client/core/player.ts'
import { freshPlayer } from '../../../display-client/core/start.ts'
import type { Identity, PlayerEffect, PlayerEvent } from '../../../display-client/core/state.ts'
import { isRefusal } from '../../../src/protocol/decode.ts'
import { decodeFromServer } from '../../../src/protocol/from-server.ts'
import { fingerprint } from '../../../src/protocol/fingerprint.ts'
import { openSession, session } from '../../../src/session/session.ts'
import type { FoundScreen, SessionEffect, SessionEvent } from '../../../src/session/state.ts'
import { socketPair } from '../../fakes/socket-pair.ts'
import {
  NOW,
  SCREEN_IDENTITY,
  TOWN,
  VIEWER_IDENTITY,
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

/** Both machines on one line, with an adapter of a few words on each side. */
const connect = (identity: Identity, paired: boolean) => {
  const line = socketPair()
  const stored: SessionEffect[] = []
  let known = paired
  let server = openSession(NONCE, NOW).state
  let device = freshPlayer(identity)
  const answers: { readonly [T in SessionEffect['type']]?: () => SessionEvent } = {
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
      else if (reply) onServer(reply())
      else stored.push(effect)
    }
  }
  const perform = (effect: PlayerEffect): void => {
    if (effect.type === 'send') line.device.send(effect.message)
    if (effect.type === 'prove') line.device.send({ type: 'prove', signature: SIGNATURE, report })
    if (effect.type === 'obtain') onDevice({ type: 'programme', name: effect.name, body: one.body, now: NOW })
    if (effect.type === 'complete') onDevice({ type: 'complete', name: effect.name, now: NOW })
  }
  const onDevice = (event: PlayerEvent): void => {
    const step = player(device, event, tools)
    device = step.state
    step.effects.forEach(perform)
  }
  line.server.hear((value) => onServer({ type: 'message', value, now: NOW }))
  line.device.hear((value) => {
    const message = decodeFromServer(value)
    if (isRefusal(message)) throw new Error(`${message.field}`)
    onDevice({ type: 'message', message, now: NOW })
  })
  onDevice({ type: 'online', online: true, now: NOW })
  return {
    line,
    stored,
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
  test('PLY-1 SES-4 from the first word to the playing programme', async () => {
    const { line, stored, device, server, pair } = connect(SCREEN_IDENTITY, false)
    await line.quiet()
    expect(device().pairing?.fingerprint).toBe(fingerprint(KEY, TOWN.key, hash))
    pair()
    await line.quiet()
    expect(server().phase).toBe('joined')
    expect(device()).toMatchObject({ town: TOWN, pairing: null, active: { head: { sequence: 1 } } })
    expect(stored.flatMap((effect) => (effect.type === 'store-receipt' ? [effect.stage] : []))).toEqual([
      'notified',
      'fetched',
      'verified',
      'ready',
    ])
  })

  test('PLY-2 SES-5 a viewer plays and leaves no trace', async () => {
    const { line, stored, device } = connect(VIEWER_IDENTITY, false)
    await line.quiet()
    expect(device().active?.head.sequence).toBe(1)
    expect(stored.filter((effect) => effect.type.startsWith('store') || effect.type === 'claim')).toEqual([])
  })

  test('SES-6 I4 a replaced screen is told so and keeps its programme', async () => {
    const { line, device, onServer } = connect(SCREEN_IDENTITY, true)
    await line.quiet()
    onServer({ type: 'replaced' })
    await line.quiet()
    expect(device()).toMatchObject({
      trouble: { code: 'SCREEN_REPLACED' },
      active: { head: { sequence: 1 } },
    })
  })
})
