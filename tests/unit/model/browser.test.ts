import { describe, expect, it } from 'vitest'
import { deviceIn, deviceOf, deviceText } from '../../../src/model/browser.ts'

const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0'

describe('PPL-4 by which kind of device', () => {
  it.each([
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Safari/537.36`, 'computer/Windows/Chrome'],
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Safari/537.36 Edg/156.0`, 'computer/Windows/Edge'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
      'phone/iPhone/Safari',
    ],
    [
      `Mozilla/5.0 (Linux; Android 14; V2309A) ${CHROME} Mobile Safari/537.36 MicroMessenger/8.0`,
      'phone/Android/WeChat',
    ],
    [`Mozilla/5.0 (Linux; Android 14; SM-X710) ${CHROME} Safari/537.36`, 'tablet/Android/Chrome'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'computer/Linux/Firefox'],
    ['curl/8.0', 'other//'],
    ['<script>', 'other//'],
    ['', 'other//'],
  ])('PPL-4 %s is %s, and is read again', (agent, text) => {
    const device = deviceOf(agent)
    expect(deviceText(device)).toBe(text)
    expect(deviceIn(text)).toEqual(device)
  })

  it.each([null, undefined, '', '<b>/x/y'])('PPL-4 %j is nothing known', (kept) =>
    expect(deviceIn(kept)).toEqual({ kind: 'other', system: '', browser: '' }),
  )
})
