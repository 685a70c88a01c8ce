import { describe, expect, test } from 'vitest'
import { openNetworkSwitch } from '../../../../display-client/fetch/network-switch.ts'
import { seek } from '../../../../display-client/fetch/seek.ts'
import { fakeTempo } from '../../../fakes/tempo.ts'

const rig = (answer: (tries: number) => string | null) => {
  const tempo = fakeTempo(0)
  const network = openNetworkSwitch()
  let tries = 0
  const load = async (): Promise<string | null> => {
    tries += 1
    return answer(tries)
  }
  const seeking = seek({ load, plug: network, after: tempo.after, random: () => 0.5 })
  return { tempo, network, seeking, tries: () => tries }
}

describe('seek', () => {
  test('PLY-34 asks at once, then with growing pauses, and no more once it is here', async () => {
    const { tempo, seeking, tries } = rig((count) => (count < 4 ? null : 'link'))
    const seen: number[] = []
    for (const ms of [0, 249, 1, 499, 1, 999, 1, 3_600_000]) {
      await tempo.pass(ms)
      seen.push(tries())
    }
    expect(seen).toEqual([1, 1, 2, 2, 3, 3, 4, 4])
    expect(await seeking.found).toBe('link')
  })

  test('PLY-34 the pause never grows over half a minute and a half', async () => {
    const { tempo, tries } = rig(() => null)
    await tempo.pass(3_600_000)
    expect(tries()).toBeGreaterThan(3_600_000 / 45_000)
  })

  test('PLY-34 when the network is back nobody waits out the pause', async () => {
    const { tempo, seeking, tries } = rig(() => null)
    await tempo.pass(60_000)
    const before = tries()
    seeking.hurry()
    await tempo.pass(0)
    expect(tries()).toBe(before + 1)
    seeking.hurry()
    await tempo.pass(0)
    expect(tries()).toBe(before + 2)
  })

  test('PLY-2 with the network cut nothing is asked for', async () => {
    const { tempo, network, seeking, tries } = rig((count) => (count < 2 ? null : 'link'))
    await tempo.pass(0)
    network.set(true)
    await tempo.pass(600_000)
    expect(tries()).toBe(1)
    network.set(false)
    seeking.hurry()
    await tempo.pass(0)
    expect(await seeking.found).toBe('link')
  })
})
