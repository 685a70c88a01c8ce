import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOfLan, isPublic } from '../../../src/adapters/outside/addresses.ts'
import { faultOfAddress, targetOf } from '../../../src/adapters/outside/target.ts'

/** From the registries of special addresses (RFC 6890 and what came after), not from the library that judges. */
const NOT_PUBLIC_4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '168.63.129.16/32',
] as const
const METADATA = [
  '169.254.169.254',
  '100.100.100.200',
  '168.63.129.16',
  '192.0.0.192',
  'fd00:ec2::254',
  'fe80::a9fe:a9fe',
]

const numberOf = (dotted: string): number =>
  dotted.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
const dotted = (n: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(n / 2 ** shift) % 256).join('.')
const isWithin = (n: number, range: string): boolean => {
  const [base = '', bits = '32'] = range.split('/')
  const size = 2 ** (32 - Number(bits))
  return Math.floor(n / size) === Math.floor(numberOf(base) / size)
}
const special = (n: number): boolean => NOT_PUBLIC_4.some((range) => isWithin(n, range))
const anyV4 = fc.integer({ min: 0, max: 2 ** 32 - 1 })
const inside = fc.constantFrom(...NOT_PUBLIC_4).chain((range) => {
  const [base = '', bits = '32'] = range.split('/')
  return fc.integer({ min: 0, max: 2 ** (32 - Number(bits)) - 1 }).map((off) => numberOf(base) + off)
})
const hex = (n: number): string => n.toString(16)
const halves = (n: number): string => `${hex(Math.floor(n / 65_536))}:${hex(n % 65_536)}`

/** Few of the public ones are special to the library and not to the list: AS112, AMT. Refusing more harms nobody. */
const LIBRARY_MORE = ['192.31.196.0/24', '192.52.193.0/24', '192.175.48.0/24']

describe('NTC-5 addresses notices may go to', () => {
  it('NTC-5 no special address of IPv4 is public, and what is not special is', () => {
    fc.assert(
      fc.property(inside, (n) => void expect(isPublic(dotted(n)), dotted(n)).toBe(false)),
      { numRuns: 2_000 },
    )
    fc.assert(
      fc.property(anyV4, (n) => {
        const more = LIBRARY_MORE.some((range) => isWithin(n, range))
        if (!more) expect(isPublic(dotted(n)), dotted(n)).toBe(!special(n))
      }),
      { numRuns: 5_000 },
    )
  })

  it('NTC-5 no IPv6 address that maps, wraps or translates an IPv4 one is public', () => {
    fc.assert(
      fc.property(anyV4, (n) => {
        for (const form of [
          `::ffff:${dotted(n)}`,
          `::ffff:${halves(n)}`,
          `::${dotted(n)}`,
          `::ffff:0:${dotted(n)}`,
          `64:ff9b::${halves(n)}`,
          `64:ff9b:1::${halves(n)}`,
          `2002:${halves(n)}::1`,
          `2001:0:${halves(n)}::1`,
        ])
          expect(isPublic(form), form).toBe(false)
      }),
    )
  })

  it('NTC-5 of IPv6 only 2000::/3 is public, without what is special in it', () => {
    const part = fc.integer({ min: 0, max: 0xffff })
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 0xffff }),
        fc.array(part, { minLength: 7, maxLength: 7 }),
        (first, rest) => {
          const text = [first, ...rest].map(hex).join(':')
          if (first < 0x2000 || first > 0x3fff) expect(isPublic(text), text).toBe(false)
        },
      ),
      { numRuns: 3_000 },
    )
    for (const text of [
      '::1',
      '::',
      'fe80::1',
      'fec0::1',
      'fc00::1',
      'fd12::1',
      'ff02::1',
      '2001:db8::1',
      '3fff::1',
      '100::1',
    ])
      expect(isPublic(text), text).toBe(false)
    for (const text of ['2400:3200::1', '2001:4860:4860::8888']) expect(isPublic(text), text).toBe(true)
  })

  it('NTC-5 the metadata of a cloud is reached neither as a public address nor by the operator’s list', () => {
    for (const text of METADATA) expect([isPublic(text), isOfLan(text)], text).toEqual([false, false])
  })

  it('NTC-5 what cannot be read as an address is none', () => {
    for (const text of ['', 'localhost', '1.2.3', '1.2.3.4.5', 'fe80::1%', '::g'])
      expect(isPublic(text), text).toBe(false)
  })
})

const code = (address: string, listed: readonly string[] = []) =>
  faultOfAddress(address, listed)?.code ?? null

describe('NTC-5 addresses as they are written', () => {
  it('NTC-5 https and nothing else, whole, without a name and a password', () => {
    expect(code('https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1')).toBeNull()
    for (const address of [
      'http://robot.test/',
      'ftp://robot.test/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'robot.test/send',
      'https://user:word@robot.test/',
      'https://robot.test/#part',
      'https://robot.test/ x',
      'https://robot.test\\@127.0.0.1/',
      `https://robot.test/${'x'.repeat(1_000)}`,
      '',
    ])
      expect(code(address), address).toBe('WEBHOOK_ADDRESS_INVALID')
  })

  it('NTC-5 an inner address is seen in any of its spellings', () => {
    for (const host of [
      '127.0.0.1',
      '127.1',
      '0x7f.1',
      '2130706433',
      '0177.0.0.1',
      '127.0.0.1.',
      '①②⑦.0.0.1',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '[::ffff:7f00:1]',
      '169.254.169.254',
      '10.0.0.1',
      '0',
    ])
      expect(code(`https://${host}/`), host).toBe('WEBHOOK_ADDRESS_INNER')
  })

  it('NTC-5 what an operator listed may be of the town’s network and plain, by name or by name and port', () => {
    expect(code('http://oa.town.lan/x', ['oa.town.lan'])).toBeNull()
    expect(code('http://10.1.2.3:8080/x', ['10.1.2.3:8080'])).toBeNull()
    expect(code('http://10.1.2.3:8081/x', ['10.1.2.3:8080'])).toBe('WEBHOOK_ADDRESS_INVALID')
    expect(code('https://10.1.2.4/x', ['10.1.2.3'])).toBe('WEBHOOK_ADDRESS_INNER')
    expect(code('http://169.254.169.254/x', ['169.254.169.254'])).toBe('WEBHOOK_ADDRESS_INNER')
  })

  it('NTC-5 every address of a name must be one that may be gone to; the name is asked once', async () => {
    let asked = 0
    const leading = (...all: readonly string[]) =>
      targetOf('https://robot.test/', [], async () => {
        asked += 1
        return all
      })
    expect(await leading('8.8.8.8')).toMatchObject({ address: '8.8.8.8' })
    expect(await leading('2400:3200::1', '8.8.8.8')).toMatchObject({ address: '8.8.8.8' })
    for (const inner of ['127.0.0.1', '10.0.0.8', '::1', '::ffff:10.0.0.8', '169.254.169.254'])
      expect(await leading('8.8.8.8', inner)).toMatchObject({ code: 'WEBHOOK_ADDRESS_INNER' })
    expect(await leading()).toMatchObject({ code: 'WEBHOOK_HOST_UNKNOWN' })
    expect(asked).toBe(8)
    expect(
      await targetOf('https://robot.test/', [], () => Promise.reject(new Error('no such name'))),
    ).toMatchObject({
      code: 'WEBHOOK_HOST_UNKNOWN',
    })
  })
})
