import { describe, expect, test } from 'vitest'
import { signedText } from '../../../src/signed/wire.ts'
import { judgeRecords, pinnedBy, raised, type Pinned } from '../../../src/trust/keys.ts'
import { ROTATION } from '../../../src/wire/papers.ts'
import { JUDGING, OTHERS, OURS } from '../../fakes/wire-town.ts'

const NOTHING: Pinned = { type: 'none' }
const pinned = (k: number): Pinned & { type: 'town' } => ({ type: 'town', learned: 'code', ...OURS.town(k) })
const former: Pinned = { type: 'former', key: OURS.server(1).key }
const judge = (has: Pinned, records: Parameters<typeof judgeRecords>[1], asked = false) =>
  judgeRecords(has, records, asked, JUDGING)

describe('TRU-1 which key a device takes', () => {
  test('TRU-1 with nothing pinned any recovery key, for this line; the latest record is the key', () => {
    expect(judge(NOTHING, [OURS.rotation(1)])).toEqual({ town: OURS.town(1), known: 'new' })
    expect(judge(NOTHING, [OURS.rotation(1), OURS.rotation(4)])).toEqual({ town: OURS.town(4), known: 'new' })
  })

  test('TRU-1 of its own town the record it holds or one above, by any distance', () => {
    expect(judge(pinned(3), [OURS.rotation(3)])).toEqual({ town: OURS.town(3), known: 'pinned' })
    const far = 2_147_483_647
    expect(judge(pinned(3), [OURS.rotation(far)])).toEqual({ town: OURS.town(far), known: 'raised' })
    expect(judge(pinned(3), [OURS.rotation(1), OURS.rotation(4)])).toMatchObject({ known: 'raised' })
  })

  test('TRU-1 none below, and no other of the same number, not even where a hand asked', () => {
    for (const asked of [false, true]) {
      expect(judge(pinned(3), [OURS.rotation(2)], asked)).toBe('ROTATION_UNKNOWN')
      expect(judge(pinned(3), [OURS.rotation(3, { since: 1 })], asked)).toBe('ROTATION_FORKED')
    }
  })

  test('TRU-1 another town only where a hand at the box asked', () => {
    expect(judge(pinned(3), [OTHERS.rotation(9)])).toBe('ROTATION_UNKNOWN')
    expect(judge(former, [OTHERS.rotation(9)])).toBe('ROTATION_UNKNOWN')
    for (const has of [pinned(3), former])
      expect(judge(has, [OTHERS.rotation(9)], true)).toEqual({ town: OTHERS.town(9), known: 'new' })
  })

  test('TRU-1 a screen of before takes the recovery key that its own key vouches for, by record 1 alone', () => {
    expect(judge(former, [OURS.rotation(1)])).toEqual({ town: OURS.town(1), known: 'wire' })
    expect(judge(former, [OURS.rotation(1), OURS.rotation(5)])).toEqual({ town: OURS.town(5), known: 'wire' })
    expect(judge(former, [OURS.rotation(5)])).toBe('ROTATION_UNKNOWN')
    const { own: _, ...bare } = OURS.rotation(1)
    expect(judge(former, [bare])).toBe('ROTATION_UNKNOWN')
    expect(judge(former, [{ ...bare, own: bare.signature }])).toBe('ROTATION_UNKNOWN')
    // Another recovery key names the key of before, which did not sign for it.
    const named = OTHERS.rotation(1, { key: OURS.server(1).key })
    expect(judge(former, [named])).toBe('ROTATION_UNKNOWN')
    const copied = OTHERS.rotation(1, { key: OURS.server(1).key })
    expect(judge(former, [{ ...copied, own: OURS.rotation(1).own! }])).toBe('ROTATION_UNKNOWN')
    // A record that is not the first vouches for nothing.
    const body = OURS.rotation(2, { key: OURS.server(1).key })
    const own = OURS.server(1).signText(signedText(ROTATION.domain, body.body))
    expect(judge(former, [{ ...body, own }])).toBe('ROTATION_UNKNOWN')
  })

  test('TRU-1 what its recovery key did not sign is no record, nor a list that is mixed, falling or empty', () => {
    const [one, two] = [OURS.rotation(1), OURS.rotation(2)]
    for (const records of [
      [],
      [{ ...one, signature: two.signature }],
      [{ ...one, body: two.body }],
      [{ ...one, body: '{}' }],
      [two, one],
      [one, one],
      [OTHERS.rotation(1), two],
      [
        OURS.server(1).signPaper(ROTATION, {
          k: 7,
          key: one.signature.slice(0, 42) + 'A',
          recovery: OURS.recovery.key,
          since: 1,
        }),
      ],
    ])
      for (const has of [NOTHING, pinned(1), former])
        expect(judge(has, records, true)).toBe('ROTATION_UNKNOWN')
  })
})

describe('TRU-2 what is pinned', () => {
  test('TRU-2 a record above raises the lowest at once, and nothing else pins before a welcome', () => {
    const offer = { town: OURS.town(4), known: 'raised' } as const
    expect(raised(pinned(3), offer)).toEqual(pinned(4))
    expect(raised(NOTHING, { town: OURS.town(4), known: 'new' })).toEqual(NOTHING)
    expect(raised(former, { town: OURS.town(4), known: 'wire' })).toEqual(former)
    expect(raised(pinned(3), { town: OTHERS.town(9), known: 'new' })).toEqual(pinned(3))
  })

  test('TRU-2 a recovery key is learned by a code that stood there, else by the wire, and keeps how it was', () => {
    const town = OURS.town(1)
    expect(pinnedBy(NOTHING, { town, known: 'new' }, true)).toEqual(pinned(1))
    expect(pinnedBy(former, { town, known: 'wire' }, false)).toEqual({ ...pinned(1), learned: 'wire' })
    const byWire = { ...pinned(1), learned: 'wire' } as const
    expect(pinnedBy(byWire, { town, known: 'pinned' }, false)).toEqual(byWire)
    expect(pinnedBy(pinned(1), { town, known: 'pinned' }, false)).toEqual(pinned(1))
    expect(pinnedBy(byWire, { town, known: 'pinned' }, true)).toEqual(pinned(1))
  })
})
