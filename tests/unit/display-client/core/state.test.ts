import { describe, expect, test } from 'vitest'
import { freshPlayer } from '../../../../display-client/core/start.ts'
import { revokedOf, sequenceOf } from '../../../../display-client/core/state.ts'
import type { ReleaseId } from '../../../../src/model/ids.ts'
import { SCREEN_IDENTITY, headFor, published, signHead } from './rig.ts'

const [a, b, c] = ['a', 'b', 'c'] as ReleaseId[] as [ReleaseId, ReleaseId, ReleaseId]
const one = published('甲')
const verified = (sequence: number, revoked: readonly ReleaseId[]) => {
  const head = headFor(one.name, sequence, { revoked })
  return { head, signed: signHead(head) }
}

describe('state', () => {
  test('I7 I3 withdrawals of every known head bind, and the highest sequence counts', () => {
    const state = {
      ...freshPlayer(SCREEN_IDENTITY),
      active: { ...verified(4, [a]), programme: one.programme },
      pending: verified(9, [b]),
      withdrawn: [c],
    }
    expect(revokedOf(state)).toEqual([c, a, b])
    expect(sequenceOf(state)).toBe(9)
  })
})
