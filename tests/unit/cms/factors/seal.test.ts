import type { Payload } from 'payload'
import { describe, expect, it } from 'vitest'
import { openSecret, recoveryDigest, seal, sealSecret, unseal } from '../../../../cms/factors/seal.ts'

const town = (secret: string) => ({ secret }) as Payload

describe('PPL-9 what proves a person, as it is kept', () => {
  const sealed = sealSecret(town('a'), 'zheng', 'JBSWY3DPEHPK3PXP')

  it('PPL-9 opens for the person and by the key it was sealed for', () => {
    expect(openSecret(town('a'), 'zheng', sealed)).toBe('JBSWY3DPEHPK3PXP')
    expect(openSecret(town('a'), 'feng', sealed)).toBeNull()
    expect(openSecret(town('b'), 'zheng', sealed)).toBeNull()
    for (const none of [null, undefined, '', 'x', sealed.slice(0, 30)])
      expect(openSecret(town('a'), 'zheng', none)).toBeNull()
  })

  it('PPL-9 one bit changed anywhere, and it opens for nobody', () => {
    const bytes = Buffer.from(sealed, 'base64url')
    for (let at = 0; at < bytes.length; at++) {
      const odd = Buffer.from(bytes)
      odd[at] = (odd[at] ?? 0) ^ 1
      expect(openSecret(town('a'), 'zheng', odd.toString('base64url'))).toBeNull()
    }
  })

  it('PPL-16 what is sealed for one use does not open for another', () => {
    const passkeys = seal(town('a'), 'passkeys', 'zheng', '{}')
    expect(unseal(town('a'), 'passkeys', 'zheng', passkeys)).toBe('{}')
    expect(unseal(town('a'), 'secret', 'zheng', passkeys)).toBeNull()
    expect(unseal(town('a'), 'passkeys', 'zheng', sealed)).toBeNull()
  })

  it('PPL-9 a secret is never sealed twice alike, and a recovery code is of one person and one town', () => {
    expect(sealSecret(town('a'), 'zheng', 'JBSWY3DPEHPK3PXP')).not.toBe(sealed)
    const digests = [
      recoveryDigest(town('a'), 'zheng', 'abcdefghjk'),
      recoveryDigest(town('a'), 'feng', 'abcdefghjk'),
      recoveryDigest(town('b'), 'zheng', 'abcdefghjk'),
    ]
    expect(new Set(digests).size).toBe(3)
    expect(digests[0]).toBe(recoveryDigest(town('a'), 'zheng', 'abcdefghjk'))
  })
})
