import { describe, expect, test } from 'vitest'
import { openCable } from '../../../../display-client/fetch/cable.ts'

describe('cable', () => {
  test('PLY-2 tells each change once', () => {
    const cable = openCable()
    const told: boolean[] = []
    cable.watch((cut) => told.push(cut))
    for (const cut of [false, true, true, false]) cable.set(cut)
    expect(told).toEqual([true, false])
    expect(cable.cut()).toBe(false)
  })
})
