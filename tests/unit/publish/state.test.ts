import { describe, expect, it } from 'vitest'
import type { GroupKey, ReleaseId, ScreenId } from '../../../src/model/ids.ts'
import { restore } from '../../../src/publish/state.ts'
import { buildHead } from '../../builders/programme.ts'

const [a, b] = ['aaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbb'] as [GroupKey, GroupKey]
const row = (group: GroupKey, sequence: number, screens: string[], revoked: string[] = []) => ({
  head: buildHead({ group, sequence, revoked: revoked as ReleaseId[] }),
  screens: screens as ScreenId[],
})

describe('I9 the state after a start is what the signed heads say', () => {
  const rows = [row(a, 1, ['s1', 's2']), row(b, 4, ['s2'], ['r1']), row(a, 2, ['s1', 's2'])]

  it('takes the latest head of each group and goes on counting from the highest', () => {
    for (const order of [rows, rows.toReversed()]) {
      const state = restore('五间镇', order)
      expect(state.sequence).toBe(4)
      expect(state.revoked).toEqual(['r1'])
      expect(state.groups.get(a)?.current?.sequence).toBe(2)
      expect(state.groups.get(b)?.current?.sequence).toBe(4)
    }
  })

  it('I3 knows which screens have since heard a higher number elsewhere', () => {
    const state = restore('五间镇', rows)
    expect(state.groups.get(a)?.told).toEqual(['s1'])
    expect(state.groups.get(b)?.told).toEqual(['s2'])
  })

  it('begins empty without heads', () => {
    expect(restore('五间镇', [])).toMatchObject({ sequence: 0, revoked: [] })
  })
})
