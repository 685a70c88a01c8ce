import { expect, it } from 'vitest'
import { namedCharacters } from '../../../src/poster/named-characters.ts'

it('TYP-3 a character nobody sees is named by its number', () => {
  expect(namedCharacters(['𠮷', '😱', '\u200b', '\u202e', '\n', '\u3000'])).toBe(
    '𠮷 😱 U+200B U+202E U+000A U+3000',
  )
  expect(namedCharacters(Array(30).fill('龘')).split(' ')).toHaveLength(10)
})
