import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { fingerprint, ownGroup } from '../../../src/protocol/fingerprint.ts'
import { KEY, TOWN_KEY } from './samples.ts'

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('fingerprint', () => {
  test('PRO-3 is 16 hex digits of the SHA-256 over both keys, in upper-case groups of four', () => {
    const both = Buffer.concat([Buffer.from(KEY, 'base64url'), Buffer.from(TOWN_KEY, 'base64url')])
    const hex = hash(both).slice(0, 16).toUpperCase()
    const shown = fingerprint(KEY, TOWN_KEY, hash)
    expect(shown).toMatch(/^[0-9A-F]{4}( [0-9A-F]{4}){3}$/)
    expect(shown.replaceAll(' ', '')).toBe(hex)
  })

  test('PRO-3 changes with either key', () => {
    const shown = new Set([
      fingerprint(KEY, TOWN_KEY, hash),
      fingerprint(TOWN_KEY, KEY, hash),
      fingerprint(KEY, KEY, hash),
    ])
    expect(shown.size).toBe(3)
  })

  test('PRO-3 a malformed key has no fingerprint', () => {
    expect(fingerprint('?', TOWN_KEY, hash)).toBe('')
  })

  test('PLY-26 the group of a device alone is the same digits as a group key', () => {
    expect(ownGroup(KEY, TOWN_KEY, hash)).toBe(
      fingerprint(KEY, TOWN_KEY, hash).replaceAll(' ', '').toLowerCase(),
    )
    expect(ownGroup('?', TOWN_KEY, hash)).toBe('')
  })
})
