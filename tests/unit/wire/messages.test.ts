import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal } from '../../../src/errors/is-refusal.ts'
import { WIRE_ERRORS } from '../../../src/errors/wire.ts'
import {
  fromDevice,
  fromServer,
  sealedFromDevice,
  sealedFromServer,
  type Decoded,
} from '../../../src/wire/decode.ts'
import { openBytes, saidBy, sealedBytes } from '../../../src/wire/frame.ts'
import {
  DEVICE_OPEN,
  DEVICE_SEALED,
  FRAME_BYTES,
  FRAME_MOST,
  SERVER_OPEN,
  SERVER_SEALED,
  type Message,
} from '../../../src/wire/messages.ts'
import { LONGEST_MESSAGES } from '../../builders/wire.ts'

const KINDS = [
  ['device, open', DEVICE_OPEN, (value: unknown) => fromDevice(value)],
  ['device, sealed', DEVICE_SEALED, (value: unknown) => sealedFromDevice(JSON.stringify(value))],
  ['server, open', SERVER_OPEN, (value: unknown) => fromServer(value)],
  ['server, sealed', SERVER_SEALED, (value: unknown) => sealedFromServer(JSON.stringify(value))],
] as const

const SIGNED_BY_MEMBERS = ['hint', 'withdrawn']
const decodersOf = (message: Message): readonly ((value: unknown) => Decoded<object>)[] =>
  KINDS.filter(([, shapes]) => Object.hasOwn(shapes, message.type)).map(([, , decode]) => decode)
/** As a sender of version 2 says it: a hello of another is judged by that alone. */
const spoken = ({ message }: (typeof LONGEST_MESSAGES)[number]): Message =>
  message.type === 'hello' ? { ...message, protocol: 2 } : message
/** Of the two clocks and the two heads, the one whose shape this end has. */
const takenBy = (message: Message) =>
  decodersOf(message).filter((decode) => {
    const back = decode(message)
    return back !== null && !isRefusal(back) && Object.keys(back).length === Object.keys(message).length
  })

describe('messages of wire 2', () => {
  test('WIR-2 every kind has a sample, and comes through as it was said', () => {
    const kinds = new Set(KINDS.flatMap(([, shapes]) => Object.keys(shapes)))
    const sampled = new Set(LONGEST_MESSAGES.map(({ message }) => message.type))
    expect([...kinds].filter((type) => type !== 'patch' && !sampled.has(type as never))).toEqual([])
    for (const sample of LONGEST_MESSAGES) {
      const message = spoken(sample)
      expect(takenBy(message).length, message.type).toBeGreaterThan(0)
      for (const decode of takenBy(message)) expect(decode(message)).toEqual(message)
    }
  })

  test('WIR-2 a member more is dropped, but refused where a signature is over the members', () => {
    for (const message of LONGEST_MESSAGES.map(spoken)) {
      for (const decode of takenBy(message)) {
        const back = decode({ ...message, extra: 1 })
        if (SIGNED_BY_MEMBERS.includes(message.type)) expect(back).toMatchObject({ field: 'extra' })
        else expect(back).toEqual(message)
      }
    }
  })

  test('WIR-2 a member less or of another kind is refused with its name', () => {
    const absent = ['own', 'fault', 'now']
    for (const message of LONGEST_MESSAGES.map(spoken)) {
      for (const decode of takenBy(message)) {
        for (const name of Object.keys(message).filter(
          (key) => !['type', 'role', 'protocol'].includes(key),
        )) {
          const { [name as never]: _, ...rest } = message
          if (!absent.includes(name)) expect(decode(rest), name).toMatchObject({ code: 'MSG_INVALID' })
          for (const wrong of [[{}], { is: 1 }, '\u0001', -1]) {
            const back = decode({ ...message, [name]: wrong })
            if (name === 'now' && message.type === 'clock' && back !== null && !isRefusal(back)) continue
            expect(back, `${message.type} ${name}`).toMatchObject({
              code: 'MSG_INVALID',
              field: expect.stringMatching(new RegExp(`^${name}`)),
            })
          }
        }
      }
    }
  })

  test('WIR-2 a type that this end does not know is told apart from what is malformed', () => {
    for (const [, , decode] of KINDS) {
      expect(decode({ type: 'takeover' })).toBeNull()
      expect(decode({ type: 'hasOwnProperty' })).toBeNull()
      for (const value of [{}, [], null, 1, 'hello', { type: 1 }])
        expect(decode(value)).toMatchObject({ code: 'MSG_INVALID' })
    }
    expect(sealedFromDevice('{')).toMatchObject({ code: 'MSG_INVALID' })
  })

  test('WIR-2 nothing throws, whatever came', () => {
    const types = [...new Set(KINDS.flatMap(([, shapes]) => Object.keys(shapes)))]
    const odd = fc.oneof(
      fc.anything(),
      fc.record({ type: fc.constantFrom(...types) }, { requiredKeys: ['type'] }),
      fc
        .tuple(fc.constantFrom(...LONGEST_MESSAGES), fc.string(), fc.anything())
        .map(([sample, name, put]) => ({
          ...sample.message,
          [name]: put,
        })),
    )
    fc.assert(
      fc.property(odd, (value) => {
        fromDevice(value)
        fromServer(value)
        sealedFromDevice(String(JSON.stringify(value)))
        sealedFromServer(String(JSON.stringify(value)))
      }),
    )
  })

  test('WIR-2 I16 a hello of another version is told which is spoken, whatever else is in it', () => {
    expect(fromDevice({ type: 'hello', protocol: 1 })).toMatchObject({
      code: 'VERSION_UNSUPPORTED',
      limit: 2,
      got: 1,
    })
    expect(fromDevice({ type: 'hello', protocol: 2 })).toMatchObject({ code: 'MSG_INVALID' })
  })

  test('WIR-2 a receipt tells a stage, and no panel draws a name with a line break or half a character', () => {
    expect(sealedFromDevice('{"type":"receipt","sequence":1,"stages":{}}')).toMatchObject({ field: 'stages' })
    const welcome = LONGEST_MESSAGES.find(({ message }) => message.type === 'welcome')!.message
    for (const [town, taken] of [
      ['五间镇', true],
      ['\u{20000}镇', true],
      ['五间\n镇', false],
      ['\ud840镇', false],
      ['x'.repeat(41), false],
    ] as const) {
      const back = sealedFromServer(JSON.stringify({ ...welcome, town }))
      expect(back !== null && !isRefusal(back)).toBe(taken)
    }
  })
})

describe('WIR-3 bytes of messages', () => {
  test.each(LONGEST_MESSAGES.map((sample) => [sample.message.type, sample] as const))(
    'WIR-3 the longest %s is within its bytes as framed',
    (type, { sealed, message }) => {
      const bytes = sealed ? sealedBytes(message) : openBytes(message)
      expect(bytes).toBeLessThanOrEqual(FRAME_BYTES[type])
    },
  )

  test('WIR-3 no text or list of a longest message can be one longer', () => {
    const longer = (value: unknown): readonly unknown[] => {
      if (typeof value === 'string') return [`${value}${value.slice(-1) || 'x'}`]
      if (Array.isArray(value)) {
        const grown = [...value, value.at(-1)]
        return [grown, ...value.flatMap((entry, i) => longer(entry).map((put) => value.with(i, put)))]
      }
      if (typeof value !== 'object' || value === null) return []
      return Object.entries(value).flatMap(([name, member]) =>
        longer(member).map((put) => ({ ...value, [name]: put })),
      )
    }
    for (const message of LONGEST_MESSAGES.map(spoken)) {
      for (const decode of takenBy(message)) {
        for (const value of longer(message)) {
          const back = decode(value)
          expect(back === null || isRefusal(back), JSON.stringify(value).slice(0, 300)).toBe(true)
        }
      }
    }
  })

  test('WIR-3 every code that is said on the wire fits where codes are told', () => {
    const codes = [
      ...Object.keys(WIRE_ERRORS),
      'HEAD_INVALID',
      'PROOF_INVALID',
      'TOO_MANY_DEVICES',
      'TOO_MANY_VIEWERS',
    ]
    for (const code of [
      ...codes,
      'SCREEN_REPLACED',
      'TOWN_KEY_CHANGED',
      'VERSION_UNSUPPORTED',
      'VIEWER_NOT_ALLOWED',
    ])
      expect(fromServer({ type: 'refused', code })).toEqual({ type: 'refused', code })
  })

  test('WIR-3 all of them are under the frame that closes a line', () => {
    expect(Math.max(...Object.values(FRAME_BYTES))).toBeLessThan(FRAME_MOST)
  })
})

describe('WIR-5 arguments of the event', () => {
  test('WIR-5 one object, or a text and its HMAC; all else is nothing', () => {
    expect(saidBy([{ type: 'hello' }])).toEqual({ type: 'open', value: { type: 'hello' } })
    expect(saidBy(['{}', 'A'.repeat(22)])).toEqual({ type: 'sealed', text: '{}', mac: 'A'.repeat(22) })
    for (const args of [[], ['{}'], [null], [{}, {}], ['{}', 1], ['{}', 'A', 'B'], [{}, 'A'], [1, 'A']])
      expect(saidBy(args)).toBeNull()
  })
})
