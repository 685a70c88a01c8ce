import { describe, expect, test } from 'vitest'
import { openNetworkSwitch } from '../../../../display-client/fetch/network-switch.ts'

describe('network', () => {
  test('PLY-2 tells each change once', () => {
    const network = openNetworkSwitch()
    const told: boolean[] = []
    network.watch((cut) => told.push(cut))
    for (const cut of [false, true, true, false]) network.set(cut)
    expect(told).toEqual([true, false])
    expect(network.cut()).toBe(false)
  })
})
