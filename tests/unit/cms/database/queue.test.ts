import * as fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { makeQueue } from '../../../../cms/database/queue.ts'

describe('queue', () => {
  afterEach(() => vi.useRealTimers())

  it('CMS-21 one at a time, in the order they came', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 20 }), async (turns) => {
        const queue = makeQueue(10_000)
        const order: number[] = []
        let inside = 0
        await Promise.all(
          turns.map(async (ticks, i) => {
            const release = await queue.acquire()
            inside++
            expect(inside).toBe(1)
            for (let n = 0; n < ticks; n++) await Promise.resolve()
            order.push(i)
            inside--
            release()
          }),
        )
        expect(order).toEqual(turns.map((_, i) => i))
      }),
    )
  })

  it('CMS-22 who waits too long is refused and does not keep his place', async () => {
    const queue = makeQueue(5)
    const release = await queue.acquire()
    await expect(queue.acquire()).rejects.toMatchObject({ refusals: [{ code: 'DATABASE_BUSY' }] })
    release()
    const next = await queue.acquire()
    next()
  })

  it('CMS-22 a queue that is told nothing else keeps who waits for ten seconds', async () => {
    vi.useFakeTimers()
    const queue = makeQueue()
    await queue.acquire()
    let told: unknown = null
    const waiting = queue.acquire().catch((error: unknown) => (told = error))
    await vi.advanceTimersByTimeAsync(9_999)
    expect(told).toBeNull()
    await vi.advanceTimersByTimeAsync(1)
    await waiting
    expect(told).toMatchObject({ refusals: [{ code: 'DATABASE_BUSY' }] })
  })

  it('CMS-23 who is let go first goes before all that wait, in the order of his like', async () => {
    const queue = makeQueue(10_000)
    const order: string[] = []
    const release = await queue.acquire()
    const turns = (['a', 'b', 'HEAD', 'c', 'WITHDRAWAL'] as const).map(async (name) => {
      const done = await queue.acquire(name === name.toUpperCase())
      order.push(name)
      done()
    })
    release()
    await Promise.all(turns)
    expect(order).toEqual(['HEAD', 'WITHDRAWAL', 'a', 'b', 'c'])
  })

  it('CMS-21 a long line lets the loop breathe between two turns', async () => {
    const queue = makeQueue(10_000)
    const release = await queue.acquire()
    const order: string[] = []
    const turns = ['a', 'b'].map(async (name) => {
      const done = await queue.acquire()
      order.push(name)
      setImmediate(() => order.push('others'))
      done()
    })
    release()
    await Promise.all(turns)
    expect(order).toEqual(['a', 'others', 'b'])
  })

  it('CMS-21 releasing twice frees one turn only', async () => {
    const queue = makeQueue(10_000)
    const first = await queue.acquire()
    const [second, third] = [queue.acquire(), queue.acquire()]
    first()
    first()
    let got = false
    void third.then(() => (got = true))
    const release = await second
    await Promise.resolve()
    expect(got).toBe(false)
    release()
    ;(await third)()
  })
})
