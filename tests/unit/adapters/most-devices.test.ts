import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mostDevices } from '../../../src/adapters/devices/most-devices.ts'

const GB = 1024 ** 3

describe('ADP-19 as many devices as the memory carries', () => {
  it('ADP-19 a machine of four gigabytes takes more than 5,000, by the smaller of heap and machine', () => {
    expect(mostDevices({ heap: 2 * GB, machine: 4 * GB })).toBeGreaterThan(5_000)
    expect(mostDevices({ heap: 4 * GB, machine: GB })).toBe(mostDevices({ heap: GB, machine: 4 * GB }))
  })

  it('ADP-19 never more than a quarter of it at 32 KB each, never fewer than 500', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 45 }),
        fc.integer({ min: 0, max: 2 ** 45 }),
        (heap, machine) => {
          const most = mostDevices({ heap, machine })
          expect(most).toBeGreaterThanOrEqual(500)
          expect((most - 500) * 32 * 1024).toBeLessThanOrEqual(Math.min(heap, machine) / 4)
        },
      ),
    )
  })
})
