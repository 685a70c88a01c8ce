import { describe, expect, test } from 'vitest'
import { freshPlayer } from '../../../../display-client/core/start.ts'
import type { PlayerState } from '../../../../display-client/core/state.ts'
import { barred, lookAgainAt, viewKey, viewOf } from '../../../../display-client/core/view.ts'
import { direct } from '../../../../display-client/stage/director.ts'
import type { ReleaseId } from '../../../../src/model/ids.ts'
import { buildProgramme, buildSegment } from '../../../builders/programme.ts'
import { fakeStage } from '../../../fakes/stage.ts'
import { fakeTempo } from '../../../fakes/tempo.ts'
import { NOW, SCREEN_IDENTITY, headFor, published, signHead } from '../core/rig.ts'

const programme = buildProgramme(
  [
    [
      ['甲', 10_000],
      ['乙', 5_000],
    ],
  ],
  { segments: [buildSegment({ from: NOW, until: NOW + 3_600_000, anchor: NOW, loop: 0, level: 'daily' })] },
)
const head = headFor(published('甲').name, 1)
const playing: PlayerState = {
  ...freshPlayer(SCREEN_IDENTITY),
  active: { head, signed: signHead(head), programme },
}

const rig = (start = NOW) => {
  const tempo = fakeTempo(start)
  const stage = fakeStage()
  const world = { state: playing, heldAt: [] as number[], reloads: 0 }
  const director = direct(
    stage,
    {
      card: viewOf(freshPlayer(SCREEN_IDENTITY), NOW),
      viewAt: (at) => viewOf(world.state, at),
      barred: (view, at) => barred(world.state, view, at),
      nextLook: (view, at) => lookAgainAt(world.state, view, at),
    },
    tempo,
    {
      tick: () => {},
      held: () => world.heldAt.push(tempo.now() - NOW),
      failed: () => {},
      shellAtHand: () => true,
      reload: () => {
        world.reloads += 1
      },
    },
  )
  return { tempo, stage, world, director }
}
const keyAt = (at: number): string => viewKey(viewOf(playing, at))

describe('director', () => {
  test('PLY-14 each page comes at its instant, within a frame, drawn ahead', async () => {
    const { tempo, stage, world, director } = rig()
    director.look()
    await tempo.pass(31_000)
    expect(stage.front).toEqual([0, 10_000, 15_000, 25_000, 30_000].map((at) => keyAt(NOW + at)))
    for (const [i, at] of [0, 10_000, 15_000, 25_000, 30_000].entries()) {
      const late = (world.heldAt[i] ?? Infinity) - at
      expect(late >= 0 && late <= 16).toBe(true)
    }
    expect(stage.prepared[0]).toBe(keyAt(NOW + 10_000))
  })

  test('PLY-15 while a page stands still nothing runs: a handful of timers, no frames', async () => {
    const { tempo, director } = rig()
    director.look()
    await tempo.pass(1_000)
    expect(tempo.waiting()).toBeLessThanOrEqual(2)
  })

  test('I4 a page that cannot be drawn leaves the last good one, and is tried again until it can', async () => {
    const { tempo, stage, director } = rig()
    director.look()
    await tempo.pass(5_000)
    stage.fail(true)
    await tempo.pass(7_000)
    expect(stage.front).toEqual([keyAt(NOW)])
    stage.fail(false)
    await tempo.pass(2_500)
    expect(stage.front).toEqual([keyAt(NOW), keyAt(NOW + 10_000)])
  })

  test('PLY-16 a stage that stays broken gets new canvases, then a new page', async () => {
    const { tempo, stage, world, director } = rig()
    stage.fail(true)
    director.look()
    await tempo.pass(60_000)
    expect([stage.rebuilt(), world.reloads]).toEqual([1, 0])
    await tempo.pass(40_000)
    expect(world.reloads).toBe(1)
  })

  test('PLY-14 a change of what is due is shown at once, and what was being drawn is overtaken', async () => {
    const { tempo, stage, world, director } = rig()
    director.look()
    await tempo.pass(3_000)
    world.state = { ...playing, active: null }
    director.look()
    world.state = playing
    director.look()
    await tempo.pass(0)
    expect(stage.front).toEqual([keyAt(NOW), keyAt(NOW)])
  })

  const card = viewKey(viewOf(freshPlayer(SCREEN_IDENTITY), NOW))
  const release = (): ReleaseId => {
    const view = viewOf(playing, NOW)
    return (view.kind === 'page' && view.showing.release) as ReleaseId
  }

  test('I4 tries again behind the last good frame, never over it with the card', async () => {
    const { tempo, stage, director } = rig()
    director.look()
    await tempo.pass(5_000)
    stage.fail(true, 'page')
    await tempo.pass(15_000)
    expect(stage.front).toEqual([keyAt(NOW)])
  })

  test('I7 a withdrawn page gives way to the card at once when the next one fails', async () => {
    const { tempo, stage, world, director } = rig()
    director.look()
    await tempo.pass(5_000)
    stage.fail(true, 'page')
    world.state = { ...playing, withdrawn: [release()] }
    director.look()
    await tempo.pass(0)
    expect(stage.front).toEqual([keyAt(NOW), card])
    stage.fail(false)
    await tempo.pass(2_500)
    expect(stage.front.at(-1)).toBe(viewKey(viewOf(world.state, tempo.now())))
  })

  test('PLY-25 it gives way within three seconds when the next one does not come, whatever happens meanwhile', async () => {
    const { tempo, stage, world, director } = rig()
    director.look()
    await tempo.pass(5_000)
    stage.hang()
    world.state = { ...playing, withdrawn: [release()] }
    director.look()
    await tempo.pass(2_900)
    expect(stage.front).toEqual([keyAt(NOW)])
    director.look()
    await tempo.pass(100)
    expect(stage.front).toEqual([keyAt(NOW), card])
  })

  test('I11 a page whose lease ended does too', async () => {
    const { tempo, stage, world, director } = rig()
    director.look()
    await tempo.pass(5_000)
    stage.hang()
    world.state = { ...playing, active: { ...playing.active!, head: { ...head, leaseUntil: NOW + 5_000 } } }
    director.look()
    await tempo.pass(3_000)
    expect(stage.front).toEqual([keyAt(NOW), card])
  })
})
