import { expect, test } from 'vitest'
import { firstPassword, PASSWORD_ALPHABET } from '../../../cms/seed/passwords.ts'

const counting = (start: number) => {
  let next = start
  return (length: number) => Uint8Array.from({ length }, () => (next += 1) % 256)
}

test('SEED-3 a first password is three groups of five easy characters', () => {
  const word = new RegExp(`^[${PASSWORD_ALPHABET}]{5}(-[${PASSWORD_ALPHABET}]{5}){2}$`)
  for (let start = 0; start < 256; start += 1) expect(firstPassword(counting(start))).toMatch(word)
  expect(PASSWORD_ALPHABET).not.toMatch(/[01ilo]/)
})

test('SEED-3 bytes beyond the last whole run of the alphabet are thrown away', () => {
  const limit = 256 - (256 % PASSWORD_ALPHABET.length)
  const bytes = [limit, 255, ...Array.from({ length: 15 }, () => 0)]
  let at = 0
  const random = () => Uint8Array.of(bytes[at++] ?? 0)
  expect(firstPassword(random)).toBe('aaaaa-aaaaa-aaaaa')
  expect(at).toBe(17)
})
