import { describe, expect, it } from 'vitest'
import { openPresence } from '../../../src/adapters/cluster/presence.ts'
import type { Presence } from '../../../src/model/cluster.ts'

const MADE: readonly { readonly name: string; readonly open: () => Presence<string> }[] = [
  { name: 'memory', open: () => openPresence<string>() },
]

describe.each(MADE)('presence in $name', ({ open }) => {
  it('CLU-2 who came is there until it left, and nobody else is', async () => {
    const presence = open()
    expect(await presence.isThere('wall')).toBe(false)
    await presence.came('wall', 'line 1')
    expect([await presence.isThere('wall'), await presence.isThere('gate')]).toEqual([true, false])
    await presence.left('wall', 'line 1')
    expect(await presence.isThere('wall')).toBe(false)
  })

  it('CLU-2 the late goodbye of an older line does not send away who came again', async () => {
    const presence = open()
    await presence.came('wall', 'line 1')
    await presence.came('wall', 'line 2')
    await presence.left('wall', 'line 1')
    expect(await presence.isThere('wall')).toBe(true)
    await presence.left('wall', 'line 2')
    expect(await presence.isThere('wall')).toBe(false)
  })
})
