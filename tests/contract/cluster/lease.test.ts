import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lead, type Leader } from '../../../src/adapters/cluster/leader.ts'
import { openLease } from '../../../src/adapters/cluster/lease.ts'
import type { Lease } from '../../../src/model/cluster.ts'
import { fakeLeases } from '../../fakes/lease.ts'

type Made = {
  readonly name: string
  /** One holder more; `isGone`: whether the one before it is known to be dead. */
  readonly open: (folder: string, clock: () => number, isGone?: () => boolean) => Lease
}

let leases = fakeLeases()
const MADE: readonly Made[] = [
  { name: 'memory', open: (_folder, clock, isGone) => leases(clock, isGone) },
  {
    name: 'a folder',
    open: (folder, clock, isGone = () => false) => openLease({ folder, name: 'town', clock, isGone }),
  },
]

let folder = ''
let now = 0
const clock = (): number => now
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'silver-shield-lease-')), 'leases')
  now = 1_000_000
  leases = fakeLeases()
})
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }))

describe.each(MADE)('a lease in $name', ({ open }) => {
  it('CLU-6 one holds it at a time, until it lets go or its time is over; each holder has a higher token', async () => {
    const [one, two] = [open(folder, clock), open(folder, clock)]
    expect(await one.heldUntil()).toBeNull()
    expect(await one.take(100)).toEqual({ token: 1, until: now + 100 })
    expect([await two.take(100), await two.heldUntil()]).toEqual([null, now + 100])
    now += 60
    expect(await one.renew(100)).toEqual({ token: 1, until: now + 100 })
    now += 60
    expect(await two.take(100)).toBeNull()
    await one.letGo()
    expect(await two.take(100)).toEqual({ token: 2, until: now + 100 })
    now += 100
    expect(await one.take(100)).toEqual({ token: 3, until: now + 100 })
  })

  it('CLU-6 who was late finds that another has it, and cannot take it back or let it go for him', async () => {
    const [one, two] = [open(folder, clock), open(folder, clock)]
    await one.take(100)
    now += 100
    expect((await two.take(100))?.token).toBe(2)
    expect(await one.renew(100)).toBeNull()
    await one.letGo()
    expect(await open(folder, clock).take(100)).toBeNull()
    // One that was late with nobody after it has it still.
    now += 500
    expect(await two.renew(100)).toEqual({ token: 2, until: now + 100 })
  })

  it('CLU-6 of many who ask at one time one gets it', async () => {
    const all = Array.from({ length: 12 }, () => open(folder, clock))
    const held = await Promise.all(all.map((lease) => lease.take(100)))
    expect(held.filter((one) => one !== null)).toHaveLength(1)
  })

  it('CLU-6 nobody waits for who is known to be dead, nor for years because a clock was wrong', async () => {
    await open(folder, clock).take(100)
    expect((await open(folder, clock, () => true).take(100))?.token).toBe(2)
    now += 10 * 365 * 86_400_000
    await open(folder, clock).take(100)
    now -= 10 * 365 * 86_400_000
    expect((await open(folder, clock).take(100))?.token).toBe(4)
  })
})

describe('a lease in a folder', () => {
  it('CLU-6 I10 leaves one file, however often it was taken', async () => {
    for (let i = 0; i < 5; i += 1)
      await openLease({ folder, name: 'town', clock, isGone: () => true }).take(100)
    expect(readdirSync(folder)).toEqual(['town.5'])
  })
})

/** Timers run when time passes. */
const timers = () => {
  let waiting: { at: number; act: () => void }[] = []
  const settle = async () => {
    await new Promise((done) => setImmediate(done))
  }
  return {
    after: (ms: number, act: () => void) => {
      const one = { at: now + ms, act }
      waiting.push(one)
      return () => void (waiting = waiting.filter((other) => other !== one))
    },
    pass: async (ms: number) => {
      for (const end = now + ms; now < end; now += 50) {
        const due = waiting.filter(({ at }) => at <= now)
        waiting = waiting.filter(({ at }) => at > now)
        for (const { act } of due) act()
        await settle()
      }
    },
  }
}

describe('CLU-7 who leads the town', () => {
  const log = { error: () => undefined } as never
  const leading = () => {
    const { after, pass } = timers()
    return { pass, leader: lead(leases(clock), { clock, after, log }) }
  }

  it('CLU-7 keeps the lease while it lives; a second one is told no as soon as it sees that', async () => {
    const first = leading()
    const one = (await first.leader) as Leader
    const second = leading()
    let answer: unknown = 'none yet'
    void second.leader.then((leader) => (answer = leader))
    for (let i = 0; i < 130; i += 1) {
      await second.pass(50)
      now -= 50
      await first.pass(50)
    }
    expect([answer, one.leads()]).toEqual([null, true])
    await one.letGo()
    expect(one.leads()).toBe(false)
    expect((await leading().leader)?.leads()).toBe(true)
  })

  it('CLU-7 who slept does not lead until he has renewed; when another has taken over he hears it once', async () => {
    const first = leading()
    const one = (await first.leader) as Leader
    let lost = 0
    one.onLost(() => (lost += 1))
    now += 20_000
    expect(one.leads()).toBe(false)
    await first.pass(50)
    expect([one.leads(), lost]).toEqual([true, 0])
    now += 20_000
    expect((await leading().leader)?.leads()).toBe(true)
    await first.pass(6_000)
    expect([one.leads(), lost]).toEqual([false, 1])
  })
})
