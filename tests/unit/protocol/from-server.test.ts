import { isRefusal } from '../../../src/errors/is-refusal.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeFromServer } from '../../../src/protocol/from-server.ts'
import { pairingCode } from '../../../src/session/pairing-code.ts'
import { FROM_SERVER, PROGRAMME } from './samples.ts'

describe('decodeFromServer', () => {
  test.each(FROM_SERVER.map((message) => [message.type, message] as const))(
    'PRO-1 %s comes through as it is',
    (_, m) => {
      expect(decodeFromServer(JSON.parse(JSON.stringify(m)))).toEqual(m)
    },
  )

  test('I16 a message type of a newer server is a refusal the player can pass over', () => {
    expect(decodeFromServer({ type: 'fireworks' })).toMatchObject({ code: 'MSG_INVALID', field: 'type' })
  })

  test('I16 a refusal with a code of a newer server keeps its words', () => {
    const refusal = { code: 'NEW_WORD', message_zh: '新', message_en: 'new', who: 'nobody' }
    expect(decodeFromServer({ type: 'refused', refusal })).toEqual({
      type: 'refused',
      refusal: { code: 'NEW_WORD', message_zh: '新', message_en: 'new' },
    })
  })

  test.each([
    [{ type: 'hint', sequence: 1, programme: PROGRAMME.toUpperCase() }, 'programme'],
    [{ type: 'head', head: { body: 'x'.repeat(16385), signature: '' } }, 'head.body'],
    [{ type: 'head', head: 'x' }, 'head'],
    [{ type: 'challenge', nonce: 'short' }, 'nonce'],
    [{ type: 'welcome', screen: { id: 's', name: 'n', width: 0, height: 1 } }, 'screen.width'],
    [{ type: 'pairing', code: 'bcdf', fingerprint: '', expiresAt: 1 }, 'code'],
    [{ type: 'clock', sent: 1, now: 2, signature: 'short' }, 'signature'],
    [{ type: 'refused', refusal: null }, 'refusal'],
  ])('I14 a malformed value %j names %s', (value, field) => {
    expect(decodeFromServer(value)).toMatchObject({ code: 'MSG_INVALID', field })
  })

  test('PLY-31 a pairing code is four and four letters that spell no words, else it is none', () => {
    const fits = (code: unknown): boolean =>
      !isRefusal(decodeFromServer({ type: 'pairing', code, fingerprint: 'AB', expiresAt: 1 }))
    for (const code of [
      'GOV-IS-CORRUPT',
      'GOVI-SBAD',
      'AAAA-AAAA',
      'BCDFGHJK',
      'BCDF-GHJ',
      'BCDF-GHJK ',
      'BCDF-GHJK\nX',
      '',
    ])
      expect(fits(code)).toBe(false)
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), (random) => {
        fc.pre(random.filter((byte) => byte < 240).length >= 8)
        expect(fits(pairingCode(random))).toBe(true)
      }),
    )
    fc.assert(
      fc.property(fc.string(), (code) => {
        if (fits(code)) expect(code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/)
      }),
    )
  })

  test('I14 no value makes the decoder throw', () => {
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom(...FROM_SERVER), (junk, message) => {
        decodeFromServer(junk)
        const wrong = decodeFromServer({ ...message, [Object.keys(message)[1] ?? 'x']: junk })
        expect(typeof wrong === 'object' && (isRefusal(wrong) || wrong.type === message.type)).toBe(true)
      }),
    )
  })
})
