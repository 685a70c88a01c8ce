import { describe, expect, test } from 'vitest'
import { tell } from '../../../../display-client/core/receipts.ts'
import { freshPlayer } from '../../../../display-client/core/start.ts'
import { NOW, SCREEN_IDENTITY, VIEWER_IDENTITY, stages, stamps } from './rig.ts'

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

  test('PLY-35 what was fetched and verified is told by the instants that were measured, in whole milliseconds', () => {
    const arrival = { fetchedAt: NOW + 10.7, verifiedAt: NOW + 20.2 }
    expect(stamps(tell(online, 'ready', 5, NOW + 30.9, arrival).effects)).toEqual([
      '5 fetched 10',
      '5 verified 20',
      '5 ready 30',
    ])
  })

  test('PLY-35 where all was here when it was asked for, that is the instant', () => {
    expect(stamps(tell(online, 'ready', 5, NOW + 30).effects)).toEqual([
      '5 fetched 30',
      '5 verified 30',
      '5 ready 30',
    ])
  })

  test('PLY-2 a viewer and a lost line tell nothing', () => {
    expect(tell({ ...freshPlayer(VIEWER_IDENTITY), online: true }, 'ready', 1, 0).effects).toEqual([])
    expect(tell({ ...online, online: false }, 'ready', 1, 0)).toMatchObject({
      effects: [],
      state: { told: { ready: 0 } },
    })
  })
})
