import fc from 'fast-check'
import { Decoder as TheirDecoder, Encoder as TheirEncoder } from 'socket.io-parser'
import { describe, expect, test } from 'vitest'
import { Decoder, Encoder, PacketType, type Packet } from '../../../../display-client/link/packets.ts'

const decoded = (text: string): Packet[] => {
  const out: Packet[] = []
  const decoder = new Decoder()
  decoder.on('decoded', (packet) => out.push(packet))
  decoder.add(text)
  return out
}

describe('packets', () => {
  test('PLY-22 what we write, the library reads, and the other way round', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value))
        const packet = { type: PacketType.EVENT, nsp: '/', data: ['m', plain] }
        const heard: unknown[] = []
        const theirs = new TheirDecoder()
        theirs.on('decoded', (read: Packet) => heard.push(read.data))
        for (const text of new Encoder().encode(packet)) theirs.add(text)
        expect(heard).toEqual([['m', plain]])
        const [text] = new TheirEncoder().encode(packet as never) as string[]
        expect(decoded(text ?? '')).toEqual([packet])
      }),
    )
  })

  test('PLY-22 greeting and parting of the main namespace are understood', () => {
    expect(decoded('0{"sid":"x"}')).toEqual([{ type: PacketType.CONNECT, nsp: '/', data: { sid: 'x' } }])
    expect(decoded('1')).toEqual([{ type: PacketType.DISCONNECT, nsp: '/', data: undefined }])
    expect(decoded('4{"message":"no"}')).toMatchObject([{ type: PacketType.CONNECT_ERROR }])
    expect(new Encoder().encode({ type: PacketType.CONNECT, nsp: '/' })).toEqual(['0'])
  })

  test.each(['', '9', '51-["m",{}]', '2/other,["m"]', '212["m"]', '2{"a":1}', '2[1]', '2["m"', 'x'])(
    'PLY-22 %j of a foreign peer is refused',
    (text) => {
      expect(() => decoded(text)).toThrow()
    },
  )

  test('PLY-22 a listener that left hears nothing more', () => {
    const heard: Packet[] = []
    const listener = (packet: Packet): void => void heard.push(packet)
    const decoder = new Decoder()
    decoder.on('decoded', listener)
    decoder.off('decoded', listener)
    decoder.add('1')
    decoder.destroy()
    expect(heard).toEqual([])
  })
})
