import { isRefusal } from '../../../src/errors/is-refusal.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeFromDevice } from '../../../src/protocol/from-device.ts'
import { FROM_DEVICE, KEY, REPORT, SIGNATURE } from './samples.ts'

const faultOf = (value: unknown) => {
  const decoded = decodeFromDevice(value)
  return isRefusal(decoded) ? `${decoded.code} ${decoded.field ?? ''}`.trim() : decoded.type
}

describe('decodeFromDevice', () => {
  test.each(FROM_DEVICE.map((message) => [message.type, message] as const))(
    'PRO-1 %s comes through as it is',
    (_, m) => {
      expect(decodeFromDevice(JSON.parse(JSON.stringify(m)))).toEqual(m)
    },
  )

  test('I16 unknown members of a newer player are dropped, at every depth', () => {
    const value = {
      type: 'prove',
      signature: SIGNATURE,
      report: { ...REPORT, gpu: 'x', canvas: { ...REPORT.canvas, depth: 3 } },
      extra: [1],
    }
    expect(decodeFromDevice(value)).toEqual({ type: 'prove', signature: SIGNATURE, report: REPORT })
  })

  test.each([
    [null, 'MSG_INVALID message'],
    ['hello', 'MSG_INVALID message'],
    [[], 'MSG_INVALID type'],
    [{ type: 'constructor' }, 'MSG_INVALID type'],
    [{ type: '__proto__' }, 'MSG_INVALID type'],
    [{ type: ['check'], sequence: 1 }, 'MSG_INVALID type'],
    [{ type: 'check' }, 'MSG_INVALID sequence'],
    [{ type: 'check', sequence: -1 }, 'MSG_INVALID sequence'],
    [{ type: 'check', sequence: 1.5 }, 'MSG_INVALID sequence'],
    [{ type: 'check', sequence: 2 ** 53 }, 'MSG_INVALID sequence'],
    [{ type: 'check', sequence: '1' }, 'MSG_INVALID sequence'],
    [{ type: 'receipt', sequence: 1, stage: 'played', at: 1 }, 'MSG_INVALID stage'],
    [{ type: 'clock', sent: Number.NaN }, 'MSG_INVALID sent'],
    [{ type: 'hello', protocol: 1, role: 'screen', key: `${KEY}=` }, 'MSG_INVALID key'],
    [{ type: 'hello', protocol: 1, role: 'screen', key: `${KEY.slice(0, 42)}d` }, 'MSG_INVALID key'],
    [{ type: 'hello', protocol: 1, role: 'viewer', screen: '../x' }, 'MSG_INVALID screen'],
    [{ type: 'hello', protocol: 1, role: 'king', key: KEY }, 'MSG_INVALID role'],
    [{ type: 'prove', signature: SIGNATURE, report: { ...REPORT, canvas: [] } }, 'MSG_INVALID report.canvas'],
    [
      { type: 'prove', signature: SIGNATURE, report: { ...REPORT, userAgent: 'x'.repeat(1025) } },
      'MSG_INVALID report.userAgent',
    ],
    [{ type: 'welcome' }, 'MSG_INVALID type'],
  ])('I14 a malformed value %j says %s', (value, fault) => {
    expect(faultOf(value)).toBe(fault)
  })

  test('I16 another version is told which versions are spoken, whatever else its hello holds', () => {
    expect(decodeFromDevice({ type: 'hello', protocol: 99, shape: 'new' })).toMatchObject({
      code: 'VERSION_UNSUPPORTED',
      limit: '1–1',
      got: 99,
    })
    expect(faultOf({ type: 'hello', protocol: 1.5, role: 'screen', key: KEY })).toBe('MSG_INVALID protocol')
  })

  test('I14 no JSON value makes the decoder throw, and what it accepts it accepts again unchanged', () => {
    const types = fc.constantFrom(...FROM_DEVICE.map((m) => m.type), 'constructor', 'toString')
    const message = fc
      .tuple(types, fc.dictionary(fc.string(), fc.jsonValue()))
      .map(([type, rest]) => ({ ...rest, type }))
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), message, fc.anything()), (value) => {
        const decoded = decodeFromDevice(value)
        if (!isRefusal(decoded)) expect(decodeFromDevice(decoded)).toEqual(decoded)
        else expect(decoded.message_zh.length).toBeGreaterThan(0)
      }),
    )
  })

  test('I10 a value nested a hundred thousand deep costs nothing and throws nothing', () => {
    let deep: unknown = 1
    for (let i = 0; i < 100_000; i += 1) deep = { report: deep, type: 'report' }
    expect(faultOf(deep)).toBe('MSG_INVALID report.userAgent')
  })

  test('I14 members that throw when read are refused', () => {
    const hostile = {
      get type(): string {
        throw new Error('no')
      },
    }
    expect(faultOf(hostile)).toBe('MSG_INVALID message')
  })
})
