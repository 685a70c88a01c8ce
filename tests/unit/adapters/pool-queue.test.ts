import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fairQueue } from '../../../src/adapters/pool/queue.ts'

const LIMIT = { perOwner: 1_000, total: 1_000 }

const takeAll = <T>(queue: { readonly take: () => T | undefined; readonly size: () => number }): T[] =>
  Array.from({ length: queue.size() }, () => queue.take() as T)

const job = fc.record({ owner: fc.constantFrom('甲村', '乙村', '丙村', '丁村'), id: fc.nat() })

describe('TYP-8 who waits is served in turns', () => {
  it('TYP-8 one poster waits behind one of 200, not behind all', () => {
    const queue = fairQueue<string>(LIMIT)
    for (let i = 0; i < 200; i += 1) queue.push('town', `t${i}`)
    queue.push('village', 'v')
    expect([queue.take(), queue.take(), queue.take()]).toEqual(['t0', 'v', 't1'])
  })

  it('TYP-8 an owner keeps his place when his line runs empty and fills again', () => {
    const queue = fairQueue<string>(LIMIT)
    queue.push('a', 'a1')
    queue.push('b', 'b1')
    expect(queue.take()).toBe('a1')
    queue.push('a', 'a2')
    expect(takeAll(queue)).toEqual(['b1', 'a2'])
  })

  it('TYP-8 every job is served once, in order within its owner', () => {
    fc.assert(
      fc.property(fc.array(job), (jobs) => {
        const queue = fairQueue<(typeof jobs)[number]>(LIMIT)
        for (const one of jobs) queue.push(one.owner, one)
        const served = takeAll(queue)
        expect(served).toHaveLength(jobs.length)
        for (const owner of new Set(jobs.map((one) => one.owner))) {
          expect(served.filter((one) => one.owner === owner)).toEqual(
            jobs.filter((one) => one.owner === owner),
          )
        }
      }),
    )
  })

  it('TYP-8 while two wait, neither is served twice before the other once', () => {
    fc.assert(
      fc.property(fc.array(job, { minLength: 2 }), (jobs) => {
        const queue = fairQueue<(typeof jobs)[number]>(LIMIT)
        for (const one of jobs) queue.push(one.owner, one)
        const served = takeAll(queue).map(({ owner }) => owner)
        served.forEach((owner, i) => {
          const again = served.indexOf(owner, i + 1)
          if (again < 0) return
          const between = new Set(served.slice(i + 1, again))
          const stillWaiting = new Set(served.slice(again).filter((other) => other !== owner))
          expect([...stillWaiting].filter((other) => !between.has(other))).toEqual([])
        })
      }),
    )
  })

  it('TYP-8 the queue is bounded, for each and for all', () => {
    const queue = fairQueue<number>({ perOwner: 2, total: 3 })
    expect([1, 2, 3].map((n) => queue.push('a', n))).toEqual([true, true, false])
    expect([1, 2].map((n) => queue.push('b', n))).toEqual([true, false])
    expect(queue.drain()).toEqual([1, 1, 2])
    expect([queue.size(), queue.take()]).toEqual([0, undefined])
  })
})
