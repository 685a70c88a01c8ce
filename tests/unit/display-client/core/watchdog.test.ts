import { describe, expect, test } from 'vitest'
import {
  calmWatchdog,
  failed,
  held,
  oneMoreReload,
  rescue,
} from '../../../../display-client/core/watchdog.ts'

describe('watchdog', () => {
  test('PLY-16 draws again, then new canvases, then the page anew where the shell can be had', () => {
    let watchdog = failed(calmWatchdog([]), 1_000)
    expect(rescue(watchdog, 3_000, 0, true).rescue).toBe('redraw')
    const rebuilt = rescue(watchdog, 21_000, 0, true)
    expect(rebuilt.rescue).toBe('rebuild')
    watchdog = failed(rebuilt.watchdog, 22_000)
    expect(rescue(watchdog, 23_000, 0, true).rescue).toBe('redraw')
    expect(rescue(watchdog, 91_000, 0, false).rescue).toBe('redraw')
    const reloaded = rescue(watchdog, 91_000, 5, true)
    expect(reloaded).toMatchObject({ rescue: 'reload', watchdog: { reloads: [5] } })
  })

  test('PLY-16 a page that stands on the canvas ends the alarm', () => {
    const watchdog = held(failed(calmWatchdog([]), 0))
    expect(rescue(watchdog, 1e9, 0, true).rescue).toBe('none')
  })

  test('PLY-16 reloads at most three times in ten minutes', () => {
    const watchdog = failed(calmWatchdog([1, 2, 3]), 0)
    expect(rescue({ ...watchdog, rebuilt: true }, 90_000, 1_000, true).rescue).toBe('redraw')
    expect(rescue({ ...watchdog, rebuilt: true }, 90_000, 600_002, true).rescue).toBe('reload')
  })

  test('PLY-33 a reload for another reason counts among those three', () => {
    expect(oneMoreReload([1, 2], 3)).toEqual([1, 2, 3])
    expect(oneMoreReload([1, 2, 3], 4)).toBeNull()
    expect(oneMoreReload([1, 2, 3], 600_001)).toEqual([2, 3, 600_001])
  })
})
