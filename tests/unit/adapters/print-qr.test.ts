import { describe, expect, it } from 'vitest'
import { checkQr, qrSvg } from '../../../src/adapters/print/qr.ts'

const URL = 'https://fangzha.wujian.gov.cn'
const WORDS = `${URL}/v/7K3D-92MQ`
const check =
  (svg: Uint8Array, words = WORDS, side = 25, url = URL) =>
  () =>
    checkQr(svg, words, side, url)

describe('qr', () => {
  it('PRT-12 a code is read back at 100 dpi from 25 mm', () => {
    for (const url of [
      'http://10.1.2.3:3000',
      URL,
      'https://fangzha.pinganban.shibanqiao.chongqing.gov.cn:8443',
    ]) {
      const words = `${url}/v/7K3D-92MQ`
      for (let side = 25; side < 50; side += 1) expect(check(qrSvg(words), words, side, url)).not.toThrow()
    }
    expect(Buffer.from(qrSvg(WORDS)).toString()).toMatch(/^<svg viewBox="0 0 \d+ \d+"/)
  })

  it('PRT-12 another address than the words beside it, or than this town’s, is refused', () => {
    expect(check(qrSvg(`${URL}/v/7K3D-92MP`))).toThrow(/PRINT_QR_UNREADABLE/)
    expect(check(qrSvg('https://evil.cn'), 'https://evil.cn')).toThrow(/PRINT_QR_UNREADABLE/)
    expect(check(qrSvg(WORDS), WORDS, 25, 'https://other.cn')).toThrow(/PRINT_QR_UNREADABLE/)
  })

  it('PRT-12 a code too small to be read, or none, is refused', () => {
    expect(check(qrSvg(WORDS), WORDS, 5)).toThrow(/PRINT_QR_UNREADABLE/)
    expect(check(new Uint8Array())).toThrow(/PRINT_QR_UNREADABLE/)
  })
})
