import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressOf, allowedAddress, phoneOrigin } from '../../../src/poster/address.ts'

describe('address', () => {
  it.each([
    'https://shield.wujian.gov.cn',
    'http://shield.example.cn:8080',
    'http://[2408:8000::1]:3000',
    'https://110.42.3.9',
    'https://172.32.0.1',
    'https://100.63.0.1',
  ])('PRT-2 phones anywhere reach %s', (url) => {
    expect(phoneOrigin(url)).toEqual({ origin: url, lan: false })
  })

  it.each([
    'http://192.168.1.20:3000',
    'http://10.0.0.5',
    'http://172.16.0.1',
    'http://172.31.255.1',
    'http://100.64.9.9',
    'http://[fd12:3456::1]:3000',
  ])('PRT-2 phones inside the town reach %s, and it is told', (url) => {
    expect(phoneOrigin(url)).toEqual({ origin: url, lan: true })
  })

  it.each([
    null,
    '',
    'http://localhost:3000',
    'http://app.localhost',
    'http://127.0.0.1:3000',
    'http://127.9.9.9',
    'http://0.0.0.0:3000',
    'http://169.254.1.1',
    'http://[::1]:3000',
    'http://[::]:3000',
    'http://[::ffff:127.0.0.1]',
    'http://[fe80::1]',
    'http://server.local',
    'http://server',
    'http://256.1.1.1',
    'http://127.1',
    'http://0x7f.1',
    'http://127.0.0.1.',
    'http://shield..cn',
    'http://.cn',
    'ftp://shield.example.cn',
    'https://user@shield.example.cn',
    'https://shield.example.cn/path',
    'javascript:alert(1)',
  ])('PRT-2 no phone reaches %s, so nothing is put into a code', (url) => {
    expect(phoneOrigin(url)).toBeNull()
  })

  const url = 'https://shield.wujian.gov.cn'
  const own = addressOf({ origin: url, lan: false }, '7K3D92MQ')

  it('PRT-2 the address of a sheet is allowed', () => {
    expect(own).toBe('https://shield.wujian.gov.cn/v/7K3D-92MQ')
    expect(allowedAddress(own, url)).toBe(true)
  })

  it('PRT-2 everything else is not', () => {
    for (const words of [
      '',
      url,
      `${own}/`,
      `${own}?next=evil`,
      `${url}/v/7K3D92MQ`,
      `${url}/v/7k3d-92mq`,
      `${url}/v/ZK3D-92MQ`,
      `${url}/v/7K3D-92M0`,
      'https://shield.wujian.gov.cn.evil.cn/v/7K3D-92MQ',
      'http://shield.wujian.gov.cn/v/7K3D-92MQ',
    ])
      expect(allowedAddress(words, url)).toBe(false)
    expect(allowedAddress(own, null)).toBe(false)
    expect(allowedAddress('http://localhost/v/7K3D-92MQ', 'http://localhost')).toBe(false)
    fc.assert(
      fc.property(fc.webUrl(), (words) => {
        expect(allowedAddress(words, url)).toBe(false)
      }),
    )
  })
})
