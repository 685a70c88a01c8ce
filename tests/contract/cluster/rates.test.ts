import { describe, expect, it } from 'vitest'
import { openRates } from '../../../src/adapters/cluster/rates.ts'
import type { Rates } from '../../../src/model/cluster.ts'

const RATE = { burst: 3, perSecond: 2 }

const MADE: readonly { readonly name: string; readonly open: (clock: () => number) => Rates }[] = [
  { name: 'memory', open: openRates },
]

describe.each(MADE)('rates in $name', ({ open }) => {
  it('CLU-3 as many as the bucket holds, then none until the instant that is told', async () => {
    let now = 1_000
    const rates = open(() => now)
    for (let i = 0; i < 3; i += 1) expect(await rates.take('door', RATE)).toBeNull()
    const again = await rates.take('door', RATE)
    expect(again).toBe(1_500)
    now = 1_499
    expect(await rates.take('door', RATE)).not.toBeNull()
    now = again ?? 0
    expect(await rates.take('door', RATE)).toBeNull()
    expect(await rates.take('door', RATE)).toBe(2_000)
  })

  it('CLU-3 a bucket fills to its brim and no further, each name has its own, a clock set back opens none', async () => {
    let now = 1_000_000
    const rates = open(() => now)
    for (let i = 0; i < 3; i += 1) await rates.take('door', RATE)
    expect(await rates.take('gate', RATE)).toBeNull()
    now = 0
    expect(await rates.take('door', RATE)).not.toBeNull()
    now = 3_600_000
    const taken = []
    for (let i = 0; i < 4; i += 1) taken.push((await rates.take('door', RATE)) === null)
    expect(taken).toEqual([true, true, true, false])
  })

  it('CLU-3 I10 who asks in vain moves the instant on for nobody', async () => {
    let now = 0
    const rates = open(() => now)
    for (let i = 0; i < 3; i += 1) await rates.take('door', RATE)
    for (let i = 0; i < 100; i += 1) expect(await rates.take('door', RATE)).toBe(500)
    now = 500
    expect(await rates.take('door', RATE)).toBeNull()
  })
})
