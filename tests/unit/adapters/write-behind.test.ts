import { describe, expect, it } from 'vitest'
import { writeBehind } from '../../../src/adapters/process/write-behind.ts'
import { refusal, RefusalError } from '../../../src/errors/refusal.ts'

type Part = readonly (readonly [string, readonly number[]])[]

/** Timers run when told; `write` does what the next of `faults` says. */
const build = () => {
  const timers: { ms: number; act: () => void }[] = []
  const written: Part[] = []
  const faults: unknown[] = []
  const told: unknown[] = []
  const behind = writeBehind<string, readonly number[]>({
    everyMs: 250,
    merge: (older, newer) => [...older, ...newer],
    write: async (part) => {
      if (faults[0] !== undefined) throw faults.shift()
      faults.shift()
      if (part.some(([, values]) => values.includes(-1))) throw new RangeError('no instant')
      written.push(part)
    },
    after: (ms, act) => {
      const timer = { ms, act }
      timers.push(timer)
      return () => void timers.splice(timers.indexOf(timer), 1)
    },
    failed: (error) => told.push(error),
  })
  const pass = async (): Promise<number | undefined> => {
    const timer = timers.shift()
    timer?.act()
    for (let i = 0; i < 10; i += 1) await new Promise((next) => setImmediate(next))
    return timer?.ms
  }
  return { ...behind, pass, written, faults, told, timers }
}

describe('ADP-17 what screens tell is written behind', () => {
  it('once for all that came within the time, merged by key', async () => {
    const b = build()
    b.put('a', [1])
    b.put('b', [1])
    b.put('a', [2])
    expect([b.written, b.timers.length]).toEqual([[], 1])
    expect(await b.pass()).toBe(250)
    expect(b.written).toEqual([
      [
        ['a', [1, 2]],
        ['b', [1]],
      ],
    ])
    expect(b.timers).toEqual([])
  })

  it('I10 a part at a time, so that others have their turn in between', async () => {
    const b = build()
    for (let i = 0; i < 450; i += 1) b.put(`k${i}`, [i])
    await b.pass()
    expect(b.written.map((part) => part.length)).toEqual([200, 200, 50])
  })

  it('I15 a fault of the database loses nothing: what waits is kept, merged with what comes, and written later', async () => {
    const b = build()
    b.faults.push(new RefusalError(refusal('DATABASE_BUSY')))
    b.put('a', [1])
    await b.pass()
    expect([b.written, b.told.length]).toEqual([[], 1])
    b.put('a', [2])
    expect(b.timers.map(({ ms }) => ms)).toEqual([2000])
    await b.pass()
    expect(b.written).toEqual([[['a', [1, 2]]]])
  })

  it('I14 a value that no database takes is left out alone, and told', async () => {
    const b = build()
    for (const key of ['a', 'b', 'c', 'd', 'e']) b.put(key, [key === 'd' ? -1 : 1])
    await b.pass()
    expect(b.written.flat().map(([key]) => key)).toEqual(['a', 'b', 'c', 'e'])
    expect(b.told).toHaveLength(1)
    expect(b.timers).toEqual([])
  })

  it('I9 a stop writes what waits and takes nothing afterwards', async () => {
    const b = build()
    b.put('a', [1])
    await b.stop()
    b.put('a', [2])
    expect(b.written).toEqual([[['a', [1]]]])
    expect(b.timers).toEqual([])
  })
})
