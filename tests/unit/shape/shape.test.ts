import { describe, expect, test } from 'vitest'
import { finite, oneOf, optional, orNull, record, text, whole, truth } from '../../../src/shape/shape.ts'

describe('shape', () => {
  test('PRO-1 each reader returns the value or names the field', () => {
    const read = record({
      a: whole(1),
      b: optional(text(3)),
      c: orNull(truth),
      d: oneOf(['x', 'y'] as const),
      e: finite,
    })
    expect(read({ a: 1, c: null, d: 'y', e: -0.5, z: 1 }, '')).toEqual({ a: 1, c: null, d: 'y', e: -0.5 })
    expect(() => read({ a: 0, c: null, d: 'y', e: 1 }, '')).toThrow(expect.objectContaining({ path: 'a' }))
    expect(() => read({ a: 1, b: 'four', c: true, d: 'y', e: 1 }, 'top')).toThrow(
      expect.objectContaining({ path: 'top.b' }),
    )
    expect(() => read({ a: 1, c: true, d: 'z', e: 1 }, '')).toThrow(expect.objectContaining({ path: 'd' }))
    expect(() => read({ a: 1, c: true, d: 'x', e: Infinity }, '')).toThrow(
      expect.objectContaining({ path: 'e' }),
    )
    expect(() => read([], 'top')).toThrow(expect.objectContaining({ path: 'top' }))
  })
})
