import { describe, expect, it } from 'vitest'
import { gathered } from '../../../src/adapters/publishing/gathered.ts'
import type { ScreenId } from '../../../src/model/ids.ts'
import type { PublishEvent } from '../../../src/publish/index.ts'

const [a, b] = ['a', 'b'] as [ScreenId, ScreenId]

const build = () => {
  const sent: PublishEvent[] = []
  const timers: { ms: number; act: () => void }[] = []
  const both = gathered(
    (event) => sent.push(event),
    (ms, act) => {
      const timer = { ms, act }
      timers.push(timer)
      return () => void (timers.includes(timer) && timers.splice(timers.indexOf(timer), 1))
    },
  )
  return { ...both, sent, timers }
}

const online = (screen: ScreenId, now = 0): PublishEvent => ({ type: 'online', screens: [screen], now })
const ready = (screen: ScreenId): PublishEvent => ({ type: 'ready', screens: [screen], sequence: 7, now: 0 })

describe('gathered', () => {
  it('PUB-13 what many say goes on as one, a moment later; a ready screen is not kept waiting', () => {
    const { gather, sent, timers } = build()
    gather(online(a, 1))
    gather(online(b, 2))
    expect([sent, timers.map(({ ms }) => ms)]).toEqual([[], [100]])
    gather(ready(a))
    expect(sent).toEqual([{ type: 'online', screens: [a, b], now: 2 }])
    expect(timers.map(({ ms }) => ms)).toEqual([0])
    gather(ready(b))
    timers.shift()?.act()
    expect(sent[1]).toEqual({ type: 'ready', screens: [a, b], sequence: 7, now: 0 })
    expect(timers).toEqual([])
  })

  it('PUB-13 whatever else happens comes after what was said before it, and at once', () => {
    const { gather, flush, sent, timers } = build()
    gather(online(a))
    gather({ type: 'tick', now: 3 })
    expect(sent.map(({ type }) => type)).toEqual(['online', 'tick'])
    expect(timers).toEqual([])
    gather({ type: 'offline', screens: [a], now: 4 })
    flush()
    flush()
    expect(sent.map(({ type }) => type)).toEqual(['online', 'tick', 'offline'])
    expect(timers).toEqual([])
  })
})
