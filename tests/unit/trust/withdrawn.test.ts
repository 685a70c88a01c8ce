import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  beyond,
  holdsAll,
  isWithdrawn,
  nothingWithdrawn,
  unite,
  type Bounds,
  type Withdrawn,
} from '../../../src/trust/withdrawn.ts'
import { nameOf } from '../../../src/wire/names.ts'
import { WITHDRAWN, WITHDRAWN_MOST, type Withdrawal } from '../../../src/wire/papers.ts'
import { NOW, sixteenOf, withdrawalsOf } from '../../builders/wire.ts'
import { secrets } from '../../fakes/wire-town.ts'

const NONE = nothingWithdrawn(1, secrets)
const BOUNDS: Bounds = { until: NOW, editionOf: () => 0 }
const say = (held: Withdrawn, entries: readonly Withdrawal[], floor = 0, bounds = BOUNDS) =>
  unite(held, { entries, floor }, bounds, secrets)

/** Editions of a content are issued one after the other, as a town does it. */
const issued = (edition: number): number => NOW - 100_000 + edition * 10
const word = fc.record({
  entries: fc.array(
    fc
      .tuple(fc.nat(12), fc.integer({ min: 1, max: 900 }))
      .map(([content, edition]): Withdrawal => [sixteenOf(content), edition, issued(edition)]),
    { maxLength: 6 },
  ),
  floor: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 900 }).map(issued)),
})

describe('TRU-7 what is withdrawn', () => {
  test('TRU-7 an item is withdrawn by its content and edition, or by the floor', () => {
    const held = say(NONE, [[sixteenOf('a'), 3, NOW - 10]], NOW - 500).withdrawn
    const is = (content: string, edition: number, at: number) =>
      isWithdrawn(held, sixteenOf(content), edition, at)
    expect([is('a', 3, NOW), is('a', 1, NOW), is('a', 4, NOW)]).toEqual([true, true, false])
    expect([is('b', 9, NOW - 501), is('b', 9, NOW - 500)]).toEqual([true, false])
  })

  test('TRU-7 the union is the same in whatever order, grouping and however often it was heard', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), fc.nat(), (words, seed) => {
        const hear = (said: typeof words) =>
          said.reduce((held, { entries, floor }) => say(held, entries, floor).withdrawn, NONE)
        const there = hear(words)
        const mixed = words
          .concat(words.slice(0, 2))
          .map((one, i) => ({ one, at: (i * 7 + seed) % 11 }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ one }) => one)
        expect(hear(mixed)).toEqual(there)
        const { root, ...set } = there
        expect(root).toBe(nameOf(WITHDRAWN.write(set), secrets))
      }),
    )
  })

  test('TRU-7 I7 nothing that was withdrawn comes back, whatever is heard later', () => {
    const item = fc.tuple(fc.nat(12), fc.integer({ min: 1, max: 900 }))
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), item, (words, [content, edition]) => {
        const gone = (held: Withdrawn) => isWithdrawn(held, sixteenOf(content), edition, issued(edition))
        let held = NONE
        for (const { entries, floor } of words) {
          const before = gone(held)
          held = say(held, entries, floor).withdrawn
          const withdraws = entries.some(([named, upTo]) => named === sixteenOf(content) && edition <= upTo)
          expect(gone(held)).toBe(before || withdraws || issued(edition) < held.floor)
        }
      }),
    )
  })

  test('TRU-7 of a word the one entry that withdraws the future is left out, or its floor', () => {
    const [a, b, c] = withdrawalsOf(3, NOW - 5)
    const late: Withdrawal = [b![0], 1, NOW + 1]
    const mixed = say(NONE, [a!, late, c!])
    expect(mixed.fault).toBe('WITHDRAWN_INVALID')
    expect(mixed.withdrawn.entries).toEqual([a, c])
    expect(say(NONE, [[b![0], 1, NOW]]).fault).toBeNull()
    const floored = say(NONE, [a!], NOW + 1)
    expect(floored).toMatchObject({ fault: 'WITHDRAWN_INVALID', withdrawn: { floor: 0, entries: [a] } })
    expect(say(NONE, [], NOW)).toMatchObject({ fault: null, withdrawn: { floor: NOW } })
  })

  test('TRU-7 no edition is withdrawn that is more than a thousand above the highest known', () => {
    const entry = (edition: number): Withdrawal => [sixteenOf('a'), edition, NOW]
    expect(say(NONE, [entry(1_000)]).fault).toBeNull()
    expect(say(NONE, [entry(1_001)])).toMatchObject({
      fault: 'WITHDRAWN_INVALID',
      withdrawn: { entries: [] },
    })
    const plays = { until: NOW, editionOf: (content: string) => (content === sixteenOf('a') ? 5 : 0) }
    expect(say(NONE, [entry(1_005)], 0, plays).fault).toBeNull()
    expect(say(NONE, [entry(1_006)], 0, plays).fault).toBe('WITHDRAWN_INVALID')
    const held = say(NONE, [entry(1_000)]).withdrawn
    expect(say(held, [entry(2_000)]).fault).toBeNull()
    expect(say(held, [entry(2_001)]).fault).toBe('WITHDRAWN_INVALID')
  })

  test('TRU-7 I10 4,096 entries at most; what is held still rises, and a floor makes room', () => {
    const full = say(NONE, withdrawalsOf(WITHDRAWN_MOST, NOW - 9)).withdrawn
    const more = say(full, [[sixteenOf('one more'), 1, NOW]])
    expect(more.fault).toBe('WITHDRAWN_FULL')
    expect(more.withdrawn).toBe(full)
    const [content] = full.entries[7]!
    expect(say(full, [[content, 2, NOW]]).withdrawn.entries[7]).toEqual([content, 2, NOW])
    const lifted = say(full, [[sixteenOf('one more'), 1, NOW]], NOW - 8)
    expect(lifted).toMatchObject({ fault: null, withdrawn: { entries: [[sixteenOf('one more'), 1, NOW]] } })
  })

  test('TRU-7 what nobody changed keeps its name, and is not hashed again', () => {
    const held = say(NONE, withdrawalsOf(3)).withdrawn
    const never = {
      hash: () => {
        throw new Error('hashed')
      },
    }
    expect(unite(held, { entries: withdrawalsOf(2), floor: 0 }, BOUNDS, never).withdrawn).toBe(held)
  })

  test('TRU-7 what one holds beyond the other is told from behind a content on', () => {
    const all = say(NONE, withdrawalsOf(5)).withdrawn
    const some = say(NONE, all.entries.slice(0, 2)).withdrawn
    expect([holdsAll(all, some), holdsAll(some, all)]).toEqual([true, false])
    expect(beyond(all, some, null)).toEqual(all.entries.slice(2))
    expect(beyond(all, some, all.entries[2]![0])).toEqual(all.entries.slice(3))
    expect(beyond(some, all, null)).toEqual([])
    // A floor that is higher there is more than any entry says.
    expect(holdsAll(all, say(some, [], NOW).withdrawn)).toBe(false)
  })
})
