import { strToU8, zipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readZip } from '../../../src/adapters/template-gate/read-zip.ts'
import { RefusalError } from '../../../src/errors/refusal.ts'

const name = fc.stringMatching(/^[a-z]{1,8}\.typ$/)

/** Little-endian numbers of a zip's list of files, from its first entry on. */
const listed = (zip: Buffer, at: number): number => zip.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + at

const codeOf = (zip: Uint8Array): Promise<string> =>
  readZip(zip).then(
    () => 'read',
    (error: unknown) => (error instanceof RefusalError ? String(error.refusals[0]?.message_en) : 'thrown'),
  )

describe('read-zip', () => {
  it('TPL-21 gives back what was packed, stored or deflated', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(name, fc.uint8Array({ maxLength: 300 }), { maxKeys: 8 }),
        fc.constantFrom(0 as const, 6 as const),
        async (files, level) => {
          const read = await readZip(zipSync(files, { level }))
          expect(new Map([...read].map(([file, bytes]) => [file, [...bytes]]))).toEqual(
            new Map(Object.entries(files).map(([file, bytes]) => [file, [...bytes]])),
          )
        },
      ),
    )
  })

  it('TPL-21 whatever byte is changed, it refuses or reads the same, and never throws anything else', async () => {
    const zip = zipSync({ 'template.typ': strToU8('#let x = 1\n'.repeat(40)), 'schema.json': strToU8('{}') })
    await fc.assert(
      fc.asyncProperty(fc.nat(zip.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const bad = Uint8Array.from(zip)
        bad[at] = (bad[at] ?? 0) ^ flip
        try {
          for (const [, bytes] of await readZip(bad)) expect([442 - 2, 2]).toContain(bytes.length)
        } catch (error) {
          expect(error).toBeInstanceOf(RefusalError)
        }
      }),
    )
  })

  it('TPL-21 noise is no zip', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), async (noise) => {
        await expect(readZip(noise)).rejects.toThrow(RefusalError)
      }),
    )
  })

  it('TPL-21 the litter of other systems is passed over', async () => {
    const zip = zipSync({
      'x.typ': strToU8('x'),
      '__MACOSX/._x.typ': strToU8('y'),
      '.DS_Store': strToU8('z'),
    })
    expect([...(await readZip(zip)).keys()]).toEqual(['x.typ'])
  })

  it.each<readonly [string, string, (zip: Buffer) => void]>([
    [
      'is larger than it says',
      'a file in it is larger than it says',
      (zip) => zip.writeUInt32LE(10, listed(zip, 24)),
    ],
    ['is smaller than it says', 'is damaged', (zip) => zip.writeUInt32LE(60_000, listed(zip, 24))],
    ['has another sum', 'is damaged', (zip) => zip.writeUInt32LE(1, listed(zip, 16))],
    ['has another name where it lies', 'has two names', (zip) => zip.write('y', 30)],
    ['has a password', 'has a password', (zip) => zip.writeUInt16LE(1, listed(zip, 8))],
    ['is packed as nobody packs', 'in an unknown way', (zip) => zip.writeUInt16LE(12, listed(zip, 10))],
    ['lies where nothing is', 'is damaged', (zip) => zip.writeUInt32LE(50, listed(zip, 42))],
  ])('TPL-21 a file that %s is told by that', async (_, words, spoil) => {
    const zip = Buffer.from(zipSync({ 'x.typ': new Uint8Array(50_000).map((_, i) => (i * i) % 251) }))
    spoil(zip)
    expect(await codeOf(zip)).toContain(words)
  })

  it('TPL-21 two files of one name, and bytes behind the end, are refused', async () => {
    const twice = Buffer.from(zipSync({ 'a.typ': strToU8('1'), 'b.typ': strToU8('2') }))
    for (let at = twice.indexOf('b.typ'); at >= 0; at = twice.indexOf('b.typ', at)) twice.write('a', at)
    expect(await codeOf(twice)).toContain('have the same name')
    expect(await codeOf(Buffer.concat([twice, Buffer.from('more')]))).toContain('it is no .zip file')
  })
})
