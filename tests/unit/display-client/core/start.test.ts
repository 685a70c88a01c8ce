import { describe, expect, test } from 'vitest'
import { freshPlayer } from '../../../../display-client/core/start.ts'
import { sequenceOf } from '../../../../display-client/core/state.ts'
import { SCREEN_IDENTITY } from './rig.ts'

describe('start', () => {
  test('I1 a fresh player trusts nobody and has obeyed nothing', () => {
    const fresh = freshPlayer(SCREEN_IDENTITY)
    expect(fresh).toMatchObject({ town: null, active: null, pending: null, online: false })
    expect(sequenceOf(fresh)).toBe(0)
  })
})
