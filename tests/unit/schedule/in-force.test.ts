import { describe, expect, it } from 'vitest'
import type { ContentId } from '../../../src/model/ids.ts'
import { inForceOf } from '../../../src/schedule/in-force.ts'
import { buildRelease, buildTown, buildWithdrawal } from '../../builders/town.ts'

const a = 'a' as ContentId
const [old, young] = [
  buildRelease('a', { id: 'r1', releasedAt: 10 }),
  buildRelease('a', { id: 'r2', releasedAt: 20 }),
]

describe('SCH-4 of each content the newest release stands, unless it was withdrawn', () => {
  it('takes the newest, whatever the order of the rows', () => {
    for (const releases of [
      [old, young],
      [young, old],
    ]) {
      expect(inForceOf(buildTown({ releases })).releases.get(a)?.id).toBe('r2')
    }
    const twin = buildRelease('a', { id: 'r3', releasedAt: 20 })
    expect(inForceOf(buildTown({ releases: [twin, young] })).releases.get(a)?.id).toBe('r3')
  })

  it('I7 never goes back to an older release when the newest is withdrawn', () => {
    const inForce = inForceOf(
      buildTown({ releases: [old, young], withdrawals: [buildWithdrawal('a', 30, ['r2'])] }),
    )
    expect(inForce.releases.has(a)).toBe(false)
    expect(inForce.withdrawnAt.get(a)).toBe(30)
  })

  it('lets a release after the withdrawal stand', () => {
    const again = buildRelease('a', { id: 'r3', releasedAt: 31 })
    const inForce = inForceOf(
      buildTown({ releases: [old, young, again], withdrawals: [buildWithdrawal('a', 30, ['r1', 'r2'])] }),
    )
    expect(inForce.releases.get(a)?.id).toBe('r3')
    expect(inForce.withdrawnAt.has(a)).toBe(false)
  })

  it('knows the last of several withdrawals', () => {
    const withdrawals = [buildWithdrawal('a', 30, []), buildWithdrawal('a', 15, [])]
    expect(inForceOf(buildTown({ releases: [old, young], withdrawals })).withdrawnAt.get(a)).toBe(30)
  })
})
