import type { Tempo } from '../../display-client/stage/director.ts'
import { fakeClock } from './clock.ts'

/** Timers and frames that run when told; frames come every 16 ms. */
export type FakeTempo = Tempo & {
  /** Lets time pass, running what falls due in order, and the promises between. */
  readonly pass: (ms: number) => Promise<void>
  /** Timers and frames waiting. */
  readonly waiting: () => number
}

const FRAME_MS = 16

export const fakeTempo = (start: number): FakeTempo => {
  const clock = fakeClock(start)
  let queue: { at: number; run: () => void }[] = []
  const drop = (entry: { at: number; run: () => void }): void => {
    queue = queue.filter((known) => known !== entry)
  }
  const after = (ms: number, then: () => void): (() => void) => {
    const entry = { at: clock.now() + Math.max(0, ms), run: then }
    queue.push(entry)
    return () => drop(entry)
  }
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 10; i += 1) await Promise.resolve()
  }
  return {
    now: clock.now,
    mono: clock.now,
    wall: clock.now,
    after,
    frame: (then) => {
      after(FRAME_MS - (clock.now() % FRAME_MS), then)
    },
    waiting: () => queue.length,
    pass: async (ms) => {
      const end = clock.now() + ms
      await settle()
      for (;;) {
        const next = queue.toSorted((a, b) => a.at - b.at)[0]
        if (!next || next.at > end) break
        drop(next)
        clock.set(Math.max(next.at, clock.now()))
        next.run()
        await settle()
      }
      clock.set(end)
    },
  }
}
