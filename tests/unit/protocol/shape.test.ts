import { describe, expect, test } from 'vitest'
import {
  Fault,
  finite,
  oneOf,
  optional,
  orNull,
  record,
  text,
  whole,
  yesNo,
} from '../../../src/protocol/shape.ts'

describe('shape', () => {
  test('PRO-1 each reader returns the value or names the field', () => {
    const read = record({
      a: whole(1),
      b: optional(text(3)),
      c: orNull(yesNo),
      d: oneOf(['x', 'y'] as const),
      e: finite,
    })
    expect(read({ a: 1, c: null, d: 'y', e: -0.5, z: 1 }, '')).toEqual({ a: 1, c: null, d: 'y', e: -0.5 })
    expect(() => read({ a: 0, c: null, d: 'y', e: 1 }, '')).toThrow(new Fault('a'))
    expect(() => read({ a: 1, b: 'four', c: true, d: 'y', e: 1 }, 'top')).toThrow(new Fault('top.b'))
    expect(() => read({ a: 1, c: true, d: 'z', e: 1 }, '')).toThrow(new Fault('d'))
    expect(() => read({ a: 1, c: true, d: 'x', e: Infinity }, '')).toThrow(new Fault('e'))
    expect(() => read([], 'top')).toThrow(new Fault('top'))
  })
})
