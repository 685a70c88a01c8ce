import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto'
import { freshPlayer } from '../../../../display-client/core/start.ts'
import { player } from '../../../../display-client/core/player.ts'
import type {
  Arrival,
  Identity,
  PlayerEffect,
  PlayerEvent,
  PlayerState,
  Tools,
} from '../../../../display-client/core/state.ts'
import type { ReleaseId, ScreenId, Sha256 } from '../../../../src/model/ids.ts'
import type { Head, Programme, SignedHead } from '../../../../src/model/programme.ts'
import { canonicalJson } from '../../../../src/programme/canonical.ts'
import { HEAD_DOMAIN, signedText } from '../../../../src/signed/wire.ts'
import { fingerprint } from '../../../../src/protocol/fingerprint.ts'
import { headBody } from '../../../../src/programme/head.ts'
import { buildHead, buildProgramme, sha256 } from '../../../builders/programme.ts'
import { KEY, SCREEN } from '../../protocol/samples.ts'

export const NOW = 1_795_000_000_000

const pair = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return { privateKey, text: String(publicKey.export({ format: 'jwk' }).x) }
}

export const TOWN_PAIR = pair()
export const OTHER_PAIR = pair()
export const TOWN = { name: '五间镇', key: TOWN_PAIR.text }
export const SCREEN_FACTS = { id: SCREEN as ScreenId, name: '菜市场东门', width: 160, height: 80 }

export const tools: Tools = {
  hash: (bytes) => createHash('sha256').update(bytes).digest('hex'),
  verify: (key, text, signature) => {
    try {
      const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key }, format: 'jwk' })
      return verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64url'))
    } catch {
      return false
    }
  },
}

export const signHead = (head: Head, key: KeyObject = TOWN_PAIR.privateKey): SignedHead => {
  const body = headBody(head)
  const signed = sign(
    null,
    Buffer.from(signedText(HEAD_DOMAIN, body)),
    createPrivateKey(key.export({ format: 'pem', type: 'pkcs8' })),
  )
  return { body, signature: signed.toString('base64url') }
}

/** A programme whose one loop covers a month from `NOW`, with its name and bytes. */
export const published = (name: string, dwellMs = 15_000) => {
  const built = buildProgramme([[[name, dwellMs]]])
  const programme: Programme = {
    ...built,
    segments: built.segments.map((segment) => ({
      ...segment,
      from: NOW - 86_400_000,
      until: NOW + 40 * 86_400_000,
    })),
  }
  const body = canonicalJson(programme)
  return { programme, body, name: sha256(body), release: `release-${name}` as ReleaseId }
}

export const headFor = (programme: Sha256, sequence: number, part: Partial<Head> = {}): Head =>
  buildHead({ programme, sequence, activateAt: NOW, leaseUntil: NOW + 30 * 86_400_000, ...part })

export const SCREEN_IDENTITY: Identity = { role: 'screen', key: KEY }
export const VIEWER_IDENTITY: Identity = { role: 'viewer', screen: SCREEN as ScreenId }

export const OTHER_TOWN = { name: '别镇', key: OTHER_PAIR.text }

export const welcome = (town: typeof TOWN, now = NOW): PlayerEvent => ({
  type: 'message',
  message: { type: 'welcome', screen: SCREEN_FACTS, town, now },
  now,
})
export const WELCOME = welcome(TOWN)

export const CODE = 'BCDF-GHJK'
/** A code with the key it belongs to; a town of before keys were sent has none. */
export const offer = (town: typeof TOWN | null = TOWN, now = NOW, code = CODE): PlayerEvent => ({
  type: 'message',
  message: {
    type: 'pairing',
    code,
    fingerprint: 'DEAD BEEF',
    expiresAt: now + 600_000,
    ...(town && { town }),
  },
  now,
})
/** The stage says that the card of this code is in front. */
export const drawn = (town = TOWN, code = CODE): PlayerEvent => ({
  type: 'code-drawn',
  code,
  fingerprint: fingerprint(KEY, town.key, tools.hash),
})
export const touched = (now = NOW): PlayerEvent => ({ type: 'touched', now })
/** Paired as people do it: a code on the panel, typed at the desk. */
export const PAIRED: readonly PlayerEvent[] = [offer(), drawn(), WELCOME]

export const headEvent = (signed: SignedHead, now = NOW): PlayerEvent => ({
  type: 'message',
  message: { type: 'head', head: signed },
  now,
})

/** Plays events on a fresh player; `effects` are those of the last event, `all` of every one. */
export const run = (identity: Identity, ...events: readonly PlayerEvent[]) =>
  runOn(freshPlayer(identity), ...events)

export const runOn = (from: PlayerState, ...events: readonly PlayerEvent[]) => {
  let state = from
  let effects: readonly PlayerEffect[] = []
  const all: PlayerEffect[] = []
  for (const event of events) {
    ;({ state, effects } = player(state, event, tools))
    all.push(...effects)
  }
  return { state, effects, all }
}

/** All of a programme is stored, verified and loaded. */
export const complete = (name: Sha256, now = NOW, part: Partial<Arrival> = {}): PlayerEvent => ({
  type: 'complete',
  name,
  arrival: { fetchedAt: now, verifiedAt: now, ...part },
  now,
})

/** All bytes of a programme arrive. */
export const arrival = (
  { name, body }: { readonly name: Sha256; readonly body: string },
  now = NOW,
): readonly PlayerEvent[] => [{ type: 'programme', name, body, now }, complete(name, now)]

export const ONLINE: PlayerEvent = { type: 'online', online: true, now: NOW }
export const tick = (now: number): PlayerEvent => ({ type: 'tick', now })
export const stages = (effects: readonly PlayerEffect[]): readonly string[] =>
  effects.flatMap((effect) =>
    effect.type === 'send' && effect.message.type === 'receipt'
      ? [`${effect.message.sequence} ${effect.message.stage}`]
      : [],
  )
/** Each stage with its instant, after `NOW`. */
export const stamps = (effects: readonly PlayerEffect[]): readonly string[] =>
  effects.flatMap((effect) =>
    effect.type === 'send' && effect.message.type === 'receipt'
      ? [`${effect.message.sequence} ${effect.message.stage} ${effect.message.at - NOW}`]
      : [],
  )
