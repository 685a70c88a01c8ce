import { describe, expect, test } from 'vitest'
import { tell } from '../../../../display-client/core/receipts.ts'
import { freshPlayer } from '../../../../display-client/core/start.ts'
import { SCREEN_IDENTITY, VIEWER_IDENTITY, stages } from './rig.ts'

const online = { ...freshPlayer(SCREEN_IDENTITY), online: true }

describe('receipts', () => {
  test('PLY-1 each stage is told once for a sequence, in whole milliseconds, and only upwards', () => {
    const { state, effects } = tell(online, 'ready', 5, 10.9)
    expect(stages(effects)).toEqual(['5 fetched', '5 verified', '5 ready'])
    expect(effects[0]).toMatchObject({ message: { at: 10 } })
    expect(tell(state, 'ready', 5, 11).effects).toEqual([])
    expect(tell(state, 'ready', 4, 11).effects).toEqual([])
    expect(stages(tell(state, 'showing', 5, 11).effects)).toEqual(['5 showing'])
  })

  test('PLY-2 a viewer and a lost line tell nothing', () => {
    expect(tell({ ...freshPlayer(VIEWER_IDENTITY), online: true }, 'ready', 1, 0).effects).toEqual([])
    expect(tell({ ...online, online: false }, 'ready', 1, 0)).toMatchObject({
      effects: [],
      state: { told: { ready: 0 } },
    })
  })
})
