import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { secrets } from '../../../src/adapters/devices/secrets.ts'
import { openText, sealText, wayOf, type Way } from '../../../src/wire/way.ts'

const UP = wayOf(new Uint8Array(32).fill(1))
const DOWN = wayOf(new Uint8Array(32).fill(2))

type Sealed = { readonly text: string; readonly mac: string }
const sealAll = (way: Way, texts: readonly string[]): readonly Sealed[] => {
  let at = way
  return texts.map((text) => {
    const { way: next, mac } = sealText(at, text, secrets)
    at = next
    return { text, mac }
  })
}
/** The texts that are taken until the first that is not. */
const takenOf = (way: Way, messages: readonly Sealed[]): readonly string[] => {
  const taken: string[] = []
  let at: Way | null = way
  for (const { text, mac } of messages) {
    at = openText(at, text, mac, secrets)
    if (!at) break
    taken.push(text)
  }
  return taken
}

describe('one direction of a line', () => {
  test('WIR-8 what was said is heard in its order', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (texts) => {
        expect(takenOf(UP, sealAll(UP, texts))).toEqual(texts)
      }),
      { numRuns: 50 },
    )
  })

  test('WIR-8 nothing is heard from the first that was lost, doubled, moved, changed, or is not of this way', () => {
    const changes = fc.record({
      texts: fc.array(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 8 }),
      at: fc.nat(),
      how: fc.constantFrom('lost', 'doubled', 'moved', 'text', 'mac', 'other way', 'other line', 'again'),
    })
    fc.assert(
      fc.property(changes, ({ texts, at: place, how }) => {
        const said = sealAll(UP, texts)
        const at = place % (said.length - 1)
        const one = said[at]!
        const put: Readonly<Record<typeof how, readonly Sealed[]>> = {
          lost: said.toSpliced(at, 1),
          doubled: said
            .toSpliced(at, 0, one)
            .toSpliced(at, 1, one, one)
            .slice(0, said.length + 1),
          moved: said.toSpliced(at, 2, said[at + 1]!, one),
          text: said.with(at, { ...one, text: `${one.text} ` }),
          mac: said.with(at, { ...one, mac: `${one.mac.startsWith('A') ? 'B' : 'A'}${one.mac.slice(1)}` }),
          'other way': said.with(at, sealAll(DOWN, texts)[at]!),
          'other line': said.with(at, sealAll(wayOf(new Uint8Array(32).fill(9)), texts)[at]!),
          again: said.toSpliced(at + 1, 0, said[0]!),
        }
        // Doubled, the first of the two is the one that was said.
        const heard = how === 'doubled' || how === 'again' ? at + 1 : at
        expect(takenOf(UP, put[how])).toEqual(texts.slice(0, heard))
      }),
    )
  })

  test('WIR-8 an HMAC has one spelling and one length', () => {
    const { mac } = sealText(UP, 'x', secrets)
    expect(mac).toMatch(/^[\w-]{21}[AQgw]$/)
    const spare = mac.slice(0, 21) + String.fromCharCode(mac.charCodeAt(21) + 1)
    for (const other of ['', mac.slice(0, 21), `${mac}A`, `${mac}==`, spare, '!'.repeat(22)])
      expect(openText(UP, 'x', other, secrets)).toBeNull()
  })
})
