import { isRefusal } from '../../../src/errors/is-refusal.ts'
import { describe, expect, test } from 'vitest'
import { decodeUnion } from '../../../src/protocol/decode.ts'
import { refusal } from '../../../src/errors/refusal.ts'
import { FROM_DEVICE, FROM_SERVER } from './samples.ts'
import { oneOf, record } from '../../../src/shape/shape.ts'

const shapes = { ping: record({ type: oneOf(['ping'] as const) }) }

describe('decodeUnion', () => {
  test('PRO-1 picks the shape by its own type only', () => {
    expect(decodeUnion(shapes, { type: 'ping', more: 1 })).toEqual({ type: 'ping' })
    for (const type of ['pong', 'hasOwnProperty', undefined, {}]) {
      const decoded = decodeUnion(shapes, { type })
      expect(isRefusal(decoded) && decoded.field).toBe('type')
    }
  })

  test('PRO-1 no message is taken for a refusal, though one has a code', () => {
    for (const message of [...FROM_DEVICE, ...FROM_SERVER]) expect(isRefusal(message)).toBe(false)
    expect(isRefusal(refusal('MSG_INVALID'))).toBe(true)
  })
})
