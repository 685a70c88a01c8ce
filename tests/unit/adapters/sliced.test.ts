import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sliced } from '../../../src/adapters/process/sliced.ts'

/** A clock that moves only by work, and turns that run when told. */
const build = () => {
  let now = 0
  const turns: (() => void)[] = []
  const inSlices = sliced(
    () => now,
    (act) => turns.push(act),
  )
  return {
    inSlices,
    work: (ms: number) => void (now += ms),
    /** Runs one turn; answers how long it took, null when none was asked for. */
    turn: (): number | null => {
      const from = now
      const act = turns.shift()
      act?.()
      return act ? now - from : null
    },
    asked: () => turns.length,
  }
}

describe('sliced', () => {
  it('ADP-20 keeps the order, loses nothing and no turn begins another piece after its 15 ms', () => {
    const pieces = fc.array(fc.record({ ms: fc.nat({ max: 20 }), says: fc.nat({ max: 2 }) }), {
      maxLength: 60,
    })
    fc.assert(
      fc.property(pieces, (given) => {
        const { inSlices, work, turn, asked } = build()
        const done: string[] = []
        const due: string[] = []
        const put = (name: string, ms: number, says: number): void => {
          due.push(name)
          inSlices(() => {
            done.push(name)
            work(ms)
            // What a piece leads to waits behind what came before.
            for (let i = 0; i < says; i += 1) put(`${name}.${i}`, 0, 0)
          })
        }
        for (const [i, { ms, says }] of given.entries()) put(`${i}`, ms, says)
        expect(done).toEqual([])
        for (let took = turn(); took !== null; took = turn()) expect(took).toBeLessThan(15 + 20)
        expect(done).toEqual(due)
        expect(asked()).toBe(0)
      }),
    )
  })

  it('ADP-20 one piece that throws keeps no other from its turn', () => {
    const { inSlices, turn } = build()
    const done: number[] = []
    inSlices(() => {
      throw new Error('a line that fell over')
    })
    inSlices(() => done.push(1))
    expect(turn).toThrow('a line that fell over')
    while (turn() !== null);
    inSlices(() => done.push(2))
    while (turn() !== null);
    expect(done).toEqual([1, 2])
  })
})
