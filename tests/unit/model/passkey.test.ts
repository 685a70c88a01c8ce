import { describe, expect, it } from 'vitest'
import { isAtHome, passkeyHome } from '../../../src/model/passkey.ts'

describe('PPL-14 where a town can have passkeys', () => {
  it.each([
    ['https://yindun.wujian.gov.cn', 'yindun.wujian.gov.cn', 'https://yindun.wujian.gov.cn'],
    ['https://YinDun.town.cn:8443/', 'yindun.town.cn', 'https://yindun.town.cn:8443'],
    ['https://yindun', 'yindun', 'https://yindun'],
    ['https://xn--fiqs8s.cn', 'xn--fiqs8s.cn', 'https://xn--fiqs8s.cn'],
    ['http://localhost:3000', 'localhost', 'http://localhost:3000'],
    ['https://localhost', 'localhost', 'https://localhost'],
  ])('PPL-14 at %s', (publicUrl, name, origin) => {
    expect(passkeyHome(publicUrl)).toEqual({ name, origin })
  })

  it.each([
    'http://yindun.wujian.gov.cn',
    'https://192.168.1.20',
    'https://192.168.1.20:8443',
    'https://127.1',
    'https://0x7f.0x1',
    'https://10.0.0.1.',
    'https://[fd00::1]',
    'http://127.0.0.1:3000',
    'https://user@town.cn',
    'https://town.cn/desk',
    'ftp://town.cn',
    'town.cn',
    'https://',
    'https://镇.cn',
    null,
    7,
  ])('PPL-14 not at %s', (publicUrl) => {
    expect(passkeyHome(publicUrl)).toBeNull()
  })

  it('PPL-15 a page is at home at that very origin; on the machine itself at every port, and nowhere else', () => {
    const town = { name: 'town.cn', origin: 'https://town.cn' }
    expect(isAtHome(town, 'https://town.cn')).toBe(true)
    for (const other of [
      'http://town.cn',
      'https://town.cn:8443',
      'https://town.cn.evil.cn',
      'https://a.town.cn',
      'https://town.cn/',
      'http://localhost',
      'null',
      '',
    ])
      expect([other, isAtHome(town, other)]).toEqual([other, false])
    for (const none of ['', undefined]) {
      const machine = passkeyHome(none) ?? town
      expect(machine.name).toBe('localhost')
      for (const own of ['http://localhost', 'http://localhost:3000', 'http://localhost:65535'])
        expect(isAtHome(machine, own)).toBe(true)
      for (const other of [
        'http://localhost.evil.cn',
        'http://localhost:3000@evil.cn',
        'http://127.0.0.1:3000',
        'https://localhost:3000',
        'http://a.localhost',
        'http://localhost:',
      ])
        expect([other, isAtHome(machine, other)]).toEqual([other, false])
    }
  })
})
