import { describe, expect, it } from 'vitest'
import { isMoving, kindOfBytes, mendedJpeg, withGammaAsProfile } from '../../../src/picture/index.ts'
import { movingWebp, pictureFiles, pngOfGamma } from '../../builders/pictures.ts'

const files = await pictureFiles()
const bytesOf = (name: string): Uint8Array =>
  files.find((file) => file.name === name)?.bytes ?? expect.unreachable(name)

describe('IMG-3 a JPEG is mended without being decoded', () => {
  it('IMG-3 what has its pixels comes out, what lacks some does not', () => {
    const jpegs = files.filter(({ name }) => name.startsWith('JPEG') && !name.startsWith('JPEG, progressive'))
    expect(jpegs.length).toBeGreaterThan(190)
    const wrong = jpegs.filter(
      ({ bytes, verdict }) => (mendedJpeg(bytes) === null) !== (verdict === 'IMAGE_DAMAGED'),
    )
    expect(wrong.map(({ name }) => name)).toEqual([])
  })

  it('IMG-3 one mended twice is the same', () => {
    const once = mendedJpeg(bytesOf('JPEG, baseline: bytes before the scan')) ?? new Uint8Array()
    expect(mendedJpeg(once)).toEqual(once)
  })

  it('IMG-3 any cut of a picture is refused, but within its end mark', () => {
    const whole = bytesOf('JPEG, baseline: whole')
    const taken = Array.from({ length: whole.length }, (_, length) => length).filter(
      (length) => mendedJpeg(whole.subarray(0, length)) !== null,
    )
    // Of the byte before the end mark some bits may be padding.
    expect(taken.every((length) => length >= whole.length - 3)).toBe(true)
    expect(taken).toContain(whole.length - 2)
  })
})

describe('IMG-1 kinds by content', () => {
  it.each([
    ['GIF', { other: 'GIF' }],
    ['HEIC hevm', { other: 'HEIC' }],
    ['AVIF', { other: 'AVIF' }],
    ['text', null],
    ['noise', null],
    ['JPEG, baseline: bytes before the first marker', 'image/jpeg'],
  ])('IMG-1 %s', (name, kind) => {
    expect(kindOfBytes(bytesOf(name))).toEqual(kind)
  })
})

describe('IMG-4 gamma as a profile', () => {
  it('IMG-4 only where it is another than a screen has', () => {
    const usual = pngOfGamma(9, 45_455)
    expect(withGammaAsProfile(usual)).toBe(usual)
    const made = Buffer.from(withGammaAsProfile(pngOfGamma(9, 100_000)))
    expect([made.includes('iCCP'), made.includes('gAMA')]).toEqual([true, false])
  })
})

describe('IMG-5 what moves', () => {
  it('IMG-5 APNG and WebP of several frames, nothing else', async () => {
    expect(isMoving(await movingWebp('#FF0000'))).toBe(true)
    const moving = files.filter(({ bytes }) => isMoving(bytes)).map(({ name }) => name)
    expect(moving.every((name) => name.endsWith('several frames'))).toBe(true)
    expect(moving.length).toBe(6)
  })
})
