import { describe, expect, it } from 'vitest'
import { METRICS } from '../../../src/page/metrics.generated.ts'
import { scaled, sheetOf } from '../../../src/page/sheet.ts'
import { buildScreenProfile, DEMO_SCREENS } from '../../builders/screen.ts'

const modeOf = (width: number, height: number): string | undefined =>
  sheetOf(
    buildScreenProfile({ width, height, pitchMm: 10, distance: { near: 1, typical: 6, far: 9 } }),
    METRICS,
  )?.mode

describe('sheet', () => {
  it.each([
    [1280, 720, 'wide'],
    [320, 160, 'wide'],
    [360, 640, 'tall'],
    [256, 256, 'tall'],
    [640, 32, 'strip'],
    [640, 96, 'strip'],
    [64, 16, 'strip'],
    [128, 64, 'bare'],
    [64, 64, 'bare'],
  ])('PAGE-7 %s×%s is %s', (width, height, mode) => {
    expect(modeOf(width, height)).toBe(mode)
  })

  it('sizes of the sketch at 720 lines', () => {
    const sheet = sheetOf(DEMO_SCREENS.wall, METRICS)
    expect(sheet?.sizes).toMatchObject({ headline: 112, second: 92, label: 48, prompt: 52, digits: 76 })
    expect(sheet).toMatchObject({ margin: 56, foot: 108, rule: 4, hasLabel: true })
    expect(sheet && scaled(sheet, 44)).toBe(44)
  })

  it('PAGE-1 there is none where nothing can be read', () => {
    expect(
      sheetOf(
        buildScreenProfile({ width: 64, height: 16, distance: { near: 1, typical: 60, far: 90 } }),
        METRICS,
      ),
    ).toBeUndefined()
  })
})
