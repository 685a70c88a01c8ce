import type { Payload } from 'payload'
import { describe, expect, it } from 'vitest'
import { newChallenge, readChallenge } from '../../../../cms/factors/challenge.ts'
import { CHALLENGE_MINUTES } from '../../../../src/model/passkey.ts'

const town = (secret: string) => ({ secret }) as Payload
const NOW = Date.UTC(2026, 10, 30)
const LIFE = CHALLENGE_MINUTES * 60_000

describe('PPL-15 what a passkey is asked to sign', () => {
  const made = newChallenge(town('a'), 'prove zheng', NOW)
  const read = (given: string, { secret = 'a', to = 'prove zheng', now = NOW } = {}) =>
    readChallenge(town(secret), to, given, now)
  const given = made.toString('base64url')

  it('PPL-15 counts until its minutes are over, and not before it was asked', () => {
    expect(read(given)).toEqual({ nonce: expect.any(String), until: NOW + LIFE })
    expect(read(given, { now: NOW + LIFE })).not.toBeNull()
    expect(read(given, { now: NOW + LIFE + 1 })).toBeNull()
    expect(read(given, { now: NOW - 1 })).toBeNull()
  })

  it('PPL-15 counts for its town, its person and its use', () => {
    expect(read(given, { secret: 'b' })).toBeNull()
    for (const to of ['prove feng', 'add zheng', 'prove zheng ', ''])
      expect([to, read(given, { to })]).toEqual([to, null])
  })

  it('PPL-15 one bit changed anywhere, cut or longer, and it was never asked', () => {
    for (let at = 0; at < made.length; at++) {
      const odd = Buffer.from(made)
      odd[at] = (odd[at] ?? 0) ^ 1
      expect(read(odd.toString('base64url'))).toBeNull()
    }
    for (const odd of ['', 'x', given.slice(0, -2), `${given}AA`]) expect(read(odd)).toBeNull()
  })

  it('PPL-15 is never asked twice', () => {
    const again = newChallenge(town('a'), 'prove zheng', NOW).toString('base64url')
    expect(read(again)?.nonce).not.toBe(read(given)?.nonce)
  })
})
