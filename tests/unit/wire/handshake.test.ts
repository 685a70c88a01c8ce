import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { secrets as inBrowser } from '../../../display-client/link/secrets.ts'
import { secrets as onServer } from '../../../src/adapters/devices/secrets.ts'
import { toBase64Url } from '../../../src/protocol/base64url.ts'
import {
  handshakeText,
  hintText,
  keyName,
  lineKeys,
  pairingFingerprint,
  signedByDevice,
  signedByServer,
  type Challenge,
  type ScreenHello,
} from '../../../src/wire/handshake.ts'
import { alike, eightBytes, hex, joined, utf8 } from '../../../src/wire/octets.ts'
import { ROTATION } from '../../../src/wire/papers.ts'
import { buildRotation, keyOf, shaOf, signatureOf, sixteenOf } from '../../builders/wire.ts'

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'))
const anyBytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
const ENDS = [
  ['player', inBrowser],
  ['server', onServer],
] as const

describe.each(ENDS)('WIR-7 what a line of the %s is made safe with', (_, secrets) => {
  test('WIR-7 the agreement is that of RFC 7748', () => {
    const bob = bytes('5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb')
    expect(hex(secrets.pointOf(bob))).toBe('de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f')
    const alice = bytes('8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a')
    expect(hex(secrets.agree(bob, alice))).toBe(
      '4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742',
    )
  })

  test('WIR-7 HMAC as RFC 4231 and HKDF as RFC 5869 have it', () => {
    expect(hex(secrets.hmac(utf8('Jefe'), utf8('what do ya want for nothing?')))).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    )
    const secret = new Uint8Array(22).fill(11)
    const okm = secrets.derive(secret, bytes('000102030405060708090a0b0c'), bytes('f0f1f2f3f4f5f6f7f8f9'))
    expect(hex(okm)).toBe('3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf')
  })

  test('WIR-7 a point of small order leads to zeros, and to no keys', () => {
    for (const point of [
      '0000000000000000000000000000000000000000000000000000000000000000',
      '0100000000000000000000000000000000000000000000000000000000000000',
      'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
      '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
      'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
      'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
      'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    ]) {
      const secret = new Uint8Array(32).fill(7)
      expect(secrets.agree(secret, bytes(point))).toEqual(new Uint8Array(32))
      expect(lineKeys(secret, toBase64Url(bytes(point)), 'text', secrets)).toBeNull()
    }
    for (const theirs of ['', 'A', 'A'.repeat(42), '!'.repeat(43)])
      expect(lineKeys(new Uint8Array(32).fill(7), theirs, 'text', secrets)).toBeNull()
  })
})

test('WIR-7 the libraries of the player and Node say the same', () => {
  fc.assert(
    fc.property(
      anyBytes(32),
      anyBytes(32),
      fc.uint8Array({ maxLength: 200 }),
      fc.uint8Array({ maxLength: 90 }),
      (secret, other, data, info) => {
        expect(inBrowser.hash(data)).toEqual(onServer.hash(data))
        expect(inBrowser.hmac(info, data)).toEqual(onServer.hmac(info, data))
        expect(inBrowser.derive(secret, data, info)).toEqual(onServer.derive(secret, data, info))
        expect(inBrowser.pointOf(secret)).toEqual(onServer.pointOf(secret))
        expect(inBrowser.agree(secret, other)).toEqual(onServer.agree(secret, other))
      },
    ),
    { numRuns: 60 },
  )
})

const device = new Uint8Array(32).fill(1)
const server = new Uint8Array(32).fill(2)
const HELLO: ScreenHello = {
  type: 'hello',
  protocol: 2,
  versions: [2],
  role: 'screen',
  key: keyOf('D'),
  nonce: sixteenOf('device'),
  ephemeral: toBase64Url(onServer.pointOf(device)),
  knows: { fault: null, k: 1, learned: 'code', recovery: keyName(keyOf('R'), onServer) },
  draws: 3,
}
const CHALLENGE: Omit<Challenge, 'signature'> = {
  type: 'challenge',
  versions: [2, 3],
  nonce: sixteenOf('server'),
  ephemeral: toBase64Url(onServer.pointOf(server)),
  records: [{ body: ROTATION.write(buildRotation()), signature: signatureOf('R') }],
}
const TEXT = handshakeText(HELLO, CHALLENGE, onServer)

describe('the handshake', () => {
  test('WIR-6 the text names all of both, and the latest record', () => {
    expect(JSON.parse(TEXT)).toEqual({
      is: 'silver-shield/handshake/2',
      device: HELLO.key,
      deviceEphemeral: HELLO.ephemeral,
      deviceNonce: HELLO.nonce,
      deviceVersions: [2],
      draws: 3,
      knows: HELLO.knows,
      record: createHash('sha256').update(CHALLENGE.records[0]!.body).digest('hex'),
      role: 'screen',
      serverEphemeral: CHALLENGE.ephemeral,
      serverNonce: CHALLENGE.nonce,
      serverVersions: [2, 3],
    })
    const first = { body: ROTATION.write(buildRotation({ k: 9 })), signature: signatureOf('R') }
    const both = { ...CHALLENGE, records: [first, ...CHALLENGE.records] }
    expect(handshakeText(HELLO, both, onServer)).toBe(TEXT)
    expect(signedByServer(TEXT)).toBe(`silver-shield/handshake/2/server\n${TEXT}`)
    expect(signedByDevice(TEXT)).toBe(`silver-shield/handshake/2/device\n${TEXT}`)
  })

  test('WIR-6 whatever is changed on the way makes another text', () => {
    const record = { body: ROTATION.write(buildRotation({ since: 5 })), signature: signatureOf('R') }
    const others = [
      handshakeText({ ...HELLO, key: keyOf('E') }, CHALLENGE, onServer),
      handshakeText({ ...HELLO, versions: [1, 2] }, CHALLENGE, onServer),
      handshakeText({ ...HELLO, nonce: sixteenOf('x') }, CHALLENGE, onServer),
      handshakeText({ ...HELLO, ephemeral: keyOf('x') }, CHALLENGE, onServer),
      handshakeText({ ...HELLO, knows: null }, CHALLENGE, onServer),
      handshakeText({ ...HELLO, knows: { ...HELLO.knows!, k: 2 } }, CHALLENGE, onServer),
      handshakeText({ ...HELLO, draws: 2 }, CHALLENGE, onServer),
      handshakeText(HELLO, { ...CHALLENGE, versions: [2] }, onServer),
      handshakeText(HELLO, { ...CHALLENGE, nonce: sixteenOf('x') }, onServer),
      handshakeText(HELLO, { ...CHALLENGE, ephemeral: keyOf('x') }, onServer),
      handshakeText(HELLO, { ...CHALLENGE, records: [record] }, onServer),
    ]
    expect(new Set([TEXT, ...others]).size).toBe(others.length + 1)
  })

  test('WIR-7 both ends come to the same two keys, and to others for another text or ephemeral', () => {
    const here = lineKeys(device, CHALLENGE.ephemeral, TEXT, inBrowser)!
    expect(lineKeys(server, HELLO.ephemeral, TEXT, onServer)).toEqual(here)
    expect(here.up).not.toEqual(here.down)
    const other = lineKeys(new Uint8Array(32).fill(3), HELLO.ephemeral, TEXT, onServer)!
    const later = lineKeys(server, HELLO.ephemeral, `${TEXT} `, onServer)!
    for (const keys of [other, later]) {
      expect(keys.up).not.toEqual(here.up)
      expect(keys.down).not.toEqual(here.down)
    }
  })

  test('WIR-9 the fingerprint is 128 bits over both keys, computed alike on both ends', () => {
    const [d, r] = [keyOf('D'), keyOf('R')]
    const shown = pairingFingerprint(d, r, inBrowser)
    expect(shown).toMatch(/^([0-9A-F]{4} ){7}[0-9A-F]{4}$/)
    expect(pairingFingerprint(d, r, onServer)).toBe(shown)
    const digest = createHash('sha256')
      .update('silver-shield/pairing/2\n')
      .update(Buffer.from(d, 'base64url'))
      .update(Buffer.from(r, 'base64url'))
    expect(shown.replaceAll(' ', '').toLowerCase()).toBe(digest.digest('hex').slice(0, 32))
    expect(pairingFingerprint(r, d, onServer)).not.toBe(shown)
    expect(pairingFingerprint(keyOf('E'), r, onServer)).not.toBe(shown)
    for (const none of ['', 'A', '!'.repeat(43)]) {
      expect(pairingFingerprint(none, r, onServer)).toBe('')
      expect(pairingFingerprint(d, none, onServer)).toBe('')
      expect(keyName(none, onServer)).toBe('')
    }
  })

  test('WIR-9 a hint is signed for one recovery key and one k, and all of its members', () => {
    const hint = { bytes: 24_000, group: sixteenOf('g'), programme: shaOf('p'), sequence: 8, within: 500 }
    const town = { k: 1, recovery: keyName(keyOf('R'), onServer) }
    const texts = [
      hintText(hint, town),
      hintText(hint, { ...town, k: 2 }),
      hintText(hint, { ...town, recovery: sixteenOf('other') }),
      hintText({ ...hint, bytes: 1 }, town),
      hintText({ ...hint, group: sixteenOf('h') }, town),
      hintText({ ...hint, programme: shaOf('q') }, town),
      hintText({ ...hint, sequence: 9 }, town),
      hintText({ ...hint, within: 0 }, town),
    ]
    expect(new Set(texts).size).toBe(texts.length)
  })
})

describe('octets', () => {
  test('WIR-8 a text has the bytes an encoder gives it, half characters too', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(utf8(text)).toEqual(new Uint8Array(Buffer.from(text, 'utf8')))
      }),
    )
    expect(hex(utf8('\ud840'))).toBe('efbfbd')
  })

  test('WIR-8 a place is eight bytes, big end first', () => {
    for (const [place, told] of [
      [0, '0000000000000000'],
      [258, '0000000000000102'],
      [2 ** 40 + 3, '0000010000000003'],
      [Number.MAX_SAFE_INTEGER, '001fffffffffffff'],
    ] as const)
      expect(hex(eightBytes(place))).toBe(told)
    expect(joined(utf8('a'), utf8(''), utf8('bc'))).toEqual(utf8('abc'))
    expect([
      alike(utf8('ab'), utf8('ab')),
      alike(utf8('ab'), utf8('ac')),
      alike(utf8('a'), utf8('ab')),
    ]).toEqual([true, false, false])
  })
})
