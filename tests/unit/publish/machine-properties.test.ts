import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { GroupKey, ReleaseId, ScreenId } from '../../../src/model/ids.ts'
import { publish, WAIT_LIMIT_MS } from '../../../src/publish/machine.ts'
import {
  restore,
  type Compiled,
  type HeadRow,
  type PublishEvent,
  type PublishState,
} from '../../../src/publish/state.ts'
import { sha256 } from '../../builders/programme.ts'

const GROUPS = ['aaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbb', 'cccccccccccccccc'] as GroupKey[]
const SCREENS = ['s1', 's2', 's3', 's4'] as ScreenId[]

/** What may happen; `seats[i]` is the group of screen i, or none. */
type Happening =
  | {
      readonly what: 'compile'
      readonly seats: readonly (number | null)[]
      readonly version: number
      readonly withdraw: boolean
    }
  | { readonly what: 'ready' | 'online' | 'offline'; readonly screen: number }
  | { readonly what: 'wait'; readonly ms: number }
  | { readonly what: 'restart' }

const arbScreen = fc.nat({ max: SCREENS.length - 1 })
const arbHappening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({
    what: fc.constant('compile' as const),
    seats: fc.tuple(...SCREENS.map(() => fc.option(fc.nat({ max: 2 }), { freq: 8 }))),
    version: fc.nat({ max: 2 }),
    withdraw: fc.boolean(),
  }),
  fc.record({
    what: fc.constantFrom('ready' as const, 'online' as const, 'offline' as const),
    screen: arbScreen,
  }),
  fc.record({
    what: fc.constant('wait' as const),
    ms: fc.constantFrom(1, 50, 300, 1800, 2500, 11 * 86_400_000),
  }),
  fc.record({ what: fc.constant('restart' as const) }),
)

type Town = { readonly groups: readonly Compiled[]; readonly revoked: readonly ReleaseId[] }

/** Carries the machine through what happens, as its adapter would: a tick at every wake, heads kept in rows. */
class World {
  now = 1_000_000
  state: PublishState = restore('五间镇', [])
  wake = Infinity
  withdrawals = 0
  readonly rows: HeadRow[] = []
  readonly hinted = new Map<number, number>()
  town: Town = { groups: [], revoked: [] }

  send(event: PublishEvent): void {
    const { state, effects } = publish(this.state, event)
    this.state = state
    this.wake = Infinity
    for (const effect of effects) {
      if (effect.type === 'wake') this.wake = effect.at
      if (effect.type === 'hint' && !this.hinted.has(effect.sequence))
        this.hinted.set(effect.sequence, this.now)
      if (effect.type === 'head') this.keep(effect)
    }
  }

  keep({ head, screens }: HeadRow): void {
    const compiled = this.town.groups.find((g) => g.group === head.group)
    expect(head.programme, 'I2 only what was compiled').toBe(compiled?.programme)
    expect(screens).toEqual(compiled?.screens)
    expect(
      this.rows.every((row) => row.head.sequence !== head.sequence),
      'no number twice',
    ).toBe(true)
    for (const screen of screens) {
      const heard = this.rows.filter((row) => row.screens.includes(screen)).map((row) => row.head.sequence)
      expect(head.sequence, 'I3 numbers rise').toBeGreaterThan(Math.max(0, ...heard))
    }
    expect(head.activateAt, 'never in the past').toBeGreaterThanOrEqual(this.now)
    const hintedAt = this.hinted.get(head.sequence) ?? this.now
    expect(head.activateAt, 'within 2 s of its hint').toBeLessThanOrEqual(
      Math.max(hintedAt + WAIT_LIMIT_MS, this.now),
    )
    this.rows.push({ head, screens })
  }

  compile(): void {
    this.send({ type: 'compiled', ...this.town, now: this.now })
  }

  wait(ms: number): void {
    const end = this.now + ms
    while (this.wake <= end) {
      this.now = Math.max(this.now, this.wake)
      this.send({ type: 'tick', now: this.now })
    }
    this.now = end
  }

  restart(): void {
    const before = this.state
    this.state = restore('五间镇', this.rows)
    for (const [key, group] of this.state.groups) {
      expect(group.current, 'I9 heads survive').toEqual(before.groups.get(key)?.current ?? group.current)
      expect(new Set(group.told)).toEqual(new Set(before.groups.get(key)?.told ?? []))
    }
    this.hinted.clear()
    this.compile()
  }

  live(happening: Happening): void {
    const { now } = this
    if (happening.what === 'wait') this.wait(happening.ms)
    if (happening.what === 'restart') this.restart()
    if (happening.what === 'online' || happening.what === 'offline') {
      this.send({ type: happening.what, screens: [SCREENS[happening.screen]!], now })
    }
    if (happening.what === 'ready') {
      const screens = [SCREENS[happening.screen]!]
      for (const { pending } of this.state.groups.values()) {
        if (pending) this.send({ type: 'ready', screens, sequence: pending.sequence, now })
      }
    }
    if (happening.what === 'compile') {
      const { seats, version, withdraw } = happening
      const revoked = withdraw
        ? [`r${++this.withdrawals}` as ReleaseId, ...this.town.revoked].slice(0, 16)
        : this.town.revoked
      const groups = GROUPS.map((group, i) => ({
        group,
        programme: sha256(`${group} ${version} ${revoked[0]}`),
        screens: SCREENS.filter((_, s) => seats[s] === i),
      })).filter((g) => g.screens.length > 0)
      this.town = { groups, revoked }
      this.compile()
    }
  }
}

const lived = (happenings: readonly Happening[], check: (world: World, last: Happening) => void): World => {
  const world = new World()
  for (const happening of happenings) {
    world.live(happening)
    check(world, happening)
  }
  return world
}
const nothing = (): void => undefined

const arbLife = fc.array(arbHappening, { maxLength: 40 })

describe('PUB-8 whatever happens in whatever order', () => {
  it('I2 I3 numbers rise, heads name only what was compiled, nothing switches late', () => {
    fc.assert(
      fc.property(arbLife, (life) => {
        lived(life, nothing)
      }),
      { numRuns: 300 },
    )
  })

  it('a wait is newer than the head it will replace, and ends within 2 s of ticks', () => {
    fc.assert(
      fc.property(arbLife, (life) => {
        lived(life, (world) => {
          for (const { pending, current } of world.state.groups.values()) {
            if (!pending) continue
            expect(pending.sequence).toBeGreaterThan(current?.sequence ?? 0)
            expect(world.now - pending.hintedAt).toBeLessThanOrEqual(WAIT_LIMIT_MS)
          }
        })
      }),
      { numRuns: 300 },
    )
  })

  it('I15 when events stop, every screen has heard last of the latest programme of its group', () => {
    fc.assert(
      fc.property(arbLife, (life) => {
        const world = lived(life, nothing)
        world.wait(WAIT_LIMIT_MS)
        for (const { group, programme, screens } of world.town.groups) {
          for (const screen of screens) {
            const last = world.rows.filter((row) => row.screens.includes(screen)).at(-1)?.head
            expect(last).toMatchObject({ group, programme })
            expect(last?.leaseUntil).toBeGreaterThan(world.now)
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('I7 a withdrawal that changes a programme is active the instant it is known', () => {
    fc.assert(
      fc.property(arbLife, (life) => {
        lived(life, (world, last) => {
          if (last.what !== 'compile' || !last.withdraw) return
          const fresh = `r${world.withdrawals}` as ReleaseId
          for (const { group, programme } of world.town.groups) {
            const { current } = world.state.groups.get(group)!
            expect(current?.programme).toBe(programme)
            expect(current?.revoked).toContain(fresh)
          }
        })
      }),
      { numRuns: 300 },
    )
  })
})
