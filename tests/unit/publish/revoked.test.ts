import { describe, expect, it } from 'vitest'
import { revokedOf } from '../../../src/publish/revoked.ts'
import { buildRelease, buildTown, buildWithdrawal } from '../../builders/town.ts'

describe('PUB-7 heads name the 16 latest withdrawn releases', () => {
  it('latest withdrawal first, of one withdrawal the latest release first', () => {
    const releases = [
      buildRelease('a', { id: 'a1', releasedAt: 1 }),
      buildRelease('a', { id: 'a2', releasedAt: 2 }),
      buildRelease('b', { id: 'b1', releasedAt: 3 }),
    ]
    const withdrawals = [buildWithdrawal('b', 10, ['b1']), buildWithdrawal('a', 20, ['a1', 'a2'])]
    expect(revokedOf(buildTown({ releases, withdrawals }))).toEqual(['a2', 'a1', 'b1'])
    expect(revokedOf(buildTown({ releases, withdrawals: withdrawals.toReversed() }))).toEqual([
      'a2',
      'a1',
      'b1',
    ])
  })

  it('each once and no more than 16', () => {
    const withdrawals = Array.from({ length: 40 }, (_, i) => buildWithdrawal('a', i, [`r${i % 20}`]))
    const revoked = revokedOf(buildTown({ withdrawals }))
    expect(revoked).toHaveLength(16)
    expect(revoked[0]).toBe('r19')
    expect(new Set(revoked).size).toBe(16)
  })

  it('none where nothing was withdrawn', () => {
    expect(revokedOf(buildTown())).toEqual([])
  })
})

describe('PUB-7 of one content released and withdrawn again and again', () => {
  it('PUB-7 I7 the newest release is on the list, however its id sorts', () => {
    const ids = Array.from({ length: 20 }, (_, age) => `${String.fromCharCode(122 - age)}-release`)
    const revoked = revokedOf({ withdrawals: [buildWithdrawal('c', 5, ids)] })
    expect(revoked).toHaveLength(16)
    expect(revoked[0]).toBe(ids.at(-1))
    expect(revoked).toEqual(ids.toReversed().slice(0, 16))
  })
})
