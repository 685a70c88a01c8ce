import { strToU8, zipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readZip } from '../../../src/adapters/template-gate/read-zip.ts'
import { RefusalError } from '../../../src/errors/refusal.ts'

const name = fc.stringMatching(/^[a-z]{1,8}\.typ$/)

describe('read-zip', () => {
  it('TPL-21 gives back what was packed, stored or deflated', () => {
    fc.assert(
      fc.property(
        fc.dictionary(name, fc.uint8Array({ maxLength: 300 }), { maxKeys: 8 }),
        fc.constantFrom(0 as const, 6 as const),
        (files, level) => {
          const read = readZip(zipSync(files, { level }))
          expect(new Map([...read].map(([file, bytes]) => [file, [...bytes]]))).toEqual(
            new Map(Object.entries(files).map(([file, bytes]) => [file, [...bytes]])),
          )
        },
      ),
    )
  })

  it('TPL-21 whatever byte is changed, it refuses or reads the same, and never throws anything else', () => {
    const zip = zipSync({ 'template.typ': strToU8('#let x = 1\n'.repeat(40)), 'schema.json': strToU8('{}') })
    fc.assert(
      fc.property(fc.nat(zip.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const bad = Uint8Array.from(zip)
        bad[at] = (bad[at] ?? 0) ^ flip
        try {
          for (const [, bytes] of readZip(bad)) expect([442 - 2, 2]).toContain(bytes.length)
        } catch (error) {
          expect(error).toBeInstanceOf(RefusalError)
        }
      }),
    )
  })

  it('TPL-21 noise is no zip', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (noise) => {
        expect(() => readZip(noise)).toThrow(RefusalError)
      }),
    )
  })

  it('TPL-21 the litter of other systems is passed over', () => {
    const zip = zipSync({
      'x.typ': strToU8('x'),
      '__MACOSX/._x.typ': strToU8('y'),
      '.DS_Store': strToU8('z'),
    })
    expect([...readZip(zip).keys()]).toEqual(['x.typ'])
  })

  it('TPL-21 a deflated file larger than it says is stopped where it says', () => {
    const zip = Buffer.from(zipSync({ 'x.typ': new Uint8Array(50_000) }))
    // The uncompressed size in the central directory.
    const at = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24
    zip.writeUInt32LE(10, at)
    expect(() => readZip(zip)).toThrow(/TEMPLATE_ZIP_INVALID/)
  })
})
