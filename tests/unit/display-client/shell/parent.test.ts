import { describe, expect, test } from 'vitest'
import { freshPlayer } from '../../../../display-client/core/start.ts'
import { viewOf } from '../../../../display-client/core/view.ts'
import { stateMessage } from '../../../../display-client/shell/parent.ts'
import { NOW, SCREEN_FACTS, VIEWER_IDENTITY, headFor, published, signHead } from '../core/rig.ts'

describe('parent', () => {
  test('PLY-2 tells the page around it what shows, and nothing of keys', () => {
    const one = published('甲')
    const head = headFor(one.name, 7)
    const state = {
      ...freshPlayer(VIEWER_IDENTITY),
      online: true,
      screen: SCREEN_FACTS,
      active: { head, signed: signHead(head), programme: one.programme },
    }
    const told = stateMessage(state, viewOf(state, NOW), true)
    expect(told).toMatchObject({
      type: 'silver-shield:state',
      screen: SCREEN_FACTS.id,
      online: true,
      cut: true,
      kind: 'page',
      sequence: 7,
      release: one.release,
      level: 'daily',
    })
    expect(JSON.stringify(told)).not.toContain(signHead(head).signature)
  })

  test('PLY-2 before the server answered it is not online', () => {
    const state = { ...freshPlayer(VIEWER_IDENTITY), online: true }
    expect(stateMessage(state, viewOf(state, NOW), false)).toMatchObject({
      online: false,
      kind: 'safe',
      page: null,
    })
  })
})
