import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { GroupKey, ScreenId } from '../../../src/model/ids.ts'
import { publish } from '../../../src/publish/machine.ts'
import {
  restore,
  type PublishEffect,
  type PublishState,
  type ScreensEvent,
} from '../../../src/publish/state.ts'
import { together } from '../../../src/publish/together.ts'
import { sha256 } from '../../builders/programme.ts'

const GROUPS = ['aaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbb'] as GroupKey[]
const SCREENS = ['s1', 's2', 's3', 's4', 's5', 's6'] as ScreenId[]
const NOW = 1_000_000

type Lived = { readonly state: PublishState; readonly effects: readonly PublishEffect[] }

const live = (first: PublishState, events: readonly ScreensEvent[]): Lived => {
  let state = first
  const effects: PublishEffect[] = []
  for (const event of events) {
    const next = publish(state, event)
    state = next.state
    effects.push(...next.effects)
  }
  return { state, effects }
}

/** A town of two groups, some of whose screens are there, with a programme hinted or on air. */
const arbTown = fc
  .record({ online: fc.subarray(SCREENS), seats: fc.tuple(...SCREENS.map(() => fc.nat({ max: 1 }))) })
  .map(({ online, seats }) => {
    const groups = GROUPS.map((group, i) => ({
      group,
      programme: sha256(group),
      screens: SCREENS.filter((_, s) => seats[s] === i),
    })).filter(({ screens }) => screens.length > 0)
    const there = publish(restore('五间镇', []), { type: 'online', screens: online, now: NOW }).state
    return publish(there, { type: 'compiled', groups, revoked: [], now: NOW }).state
  })

const arbWords = fc.record({
  town: arbTown,
  type: fc.constantFrom('online' as const, 'offline' as const, 'ready' as const),
  screens: fc.array(fc.constantFrom(...SCREENS), { minLength: 1, maxLength: 8 }),
  sequence: fc.integer({ min: 1, max: 3 }),
})

const eventsOf = (
  type: ScreensEvent['type'],
  screens: readonly ScreenId[],
  sequence: number,
): ScreensEvent[] =>
  screens.map((screen) =>
    type === 'ready'
      ? { type, screens: [screen], sequence, now: NOW + 10 }
      : { type, screens: [screen], now: NOW + 10 },
  )

/** When a head begins may differ: who went in the same breath is not waited for. */
const told = ({ effects }: Lived) => ({
  hinted: effects.flatMap((effect) =>
    effect.type === 'hint'
      ? effect.screens.map((screen) => `${effect.group} ${effect.sequence} ${screen}`)
      : [],
  ),
  heads: effects.flatMap((effect) =>
    effect.type === 'head' ? [`${effect.head.group} ${effect.head.sequence} ${effect.head.programme}`] : [],
  ),
})

const known = ({ state }: Lived) => ({
  online: new Set(state.online),
  sequence: state.sequence,
  groups: [...state.groups].map(([key, { told: heard, pending, current }]) => ({
    key,
    heard,
    awaited: pending && new Set(pending.awaited),
    current: current?.sequence,
  })),
})

describe('together', () => {
  it('PUB-13 many words as one event lead where one by one they lead', () => {
    fc.assert(
      fc.property(arbWords, ({ town, type, screens, sequence }) => {
        const events = eventsOf(type, screens, sequence)
        const one = events.reduce<ScreensEvent | null>(
          (all, event) => (all ? together(all, event) : event),
          null,
        )
        expect(one?.screens).toEqual(screens)
        const [apart, at] = [live(town, events), live(town, one ? [one] : [])]
        expect(known(at)).toEqual(known(apart))
        expect(new Set(told(at).hinted)).toEqual(new Set(told(apart).hinted))
        expect(new Set(told(at).heads)).toEqual(new Set(told(apart).heads))
      }),
      { numRuns: 500 },
    )
  })

  it('PUB-13 words of another kind, or of another number, are not the same', () => {
    const [s1, s2] = SCREENS as [ScreenId, ScreenId]
    const ready = (screen: ScreenId, sequence: number): ScreensEvent => ({
      type: 'ready',
      screens: [screen],
      sequence,
      now: NOW,
    })
    const online: ScreensEvent = { type: 'online', screens: [s1], now: NOW }
    expect(together(ready(s1, 1), ready(s2, 2))).toBeNull()
    expect(together(online, { ...online, type: 'offline' })).toBeNull()
    expect(together(online, ready(s1, 1))).toBeNull()
    const later = { ...ready(s2, 1), now: NOW + 5 }
    expect(together(ready(s1, 1), later)).toEqual({ ...later, screens: [s1, s2] })
  })
})
