import { Misfit } from '../../../src/shape/shape.ts'
import { describe, expect, test } from 'vitest'
import { key, refusalShape, signature } from '../../../src/protocol/fields.ts'
import { KEY, SIGNATURE } from './samples.ts'

describe('fields', () => {
  test('PRO-2 a key and a signature have one spelling each', () => {
    expect(key(KEY, 'key')).toBe(KEY)
    expect(signature(SIGNATURE, 's')).toBe(SIGNATURE)
    expect(() => key(`${KEY.slice(0, 42)}B`, 'key')).toThrow(Misfit)
    expect(() => signature(`${SIGNATURE.slice(0, 85)}B`, 's')).toThrow(Misfit)
  })

  test('I14 a refusal keeps its detail whether words or numbers', () => {
    const refusal = {
      code: 'X',
      message_zh: '一',
      message_en: 'a',
      limit: 3,
      got: 'four',
      hint: 'h',
      field: 'f',
    }
    expect(refusalShape(refusal, '')).toEqual(refusal)
    expect(() => refusalShape({ ...refusal, limit: {} }, '')).toThrow(
      expect.objectContaining({ path: 'limit' }),
    )
  })
})
