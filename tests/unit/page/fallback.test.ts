import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { ANTI_FRAUD, fallbackPages, POLICE } from '../../../src/page/fallback.ts'
import { METRICS } from '../../../src/page/metrics.generated.ts'
import { buildScreenProfile, DEMO_SCREENS } from '../../builders/screen.ts'

const wordsOf = (pages: ReturnType<typeof fallbackPages>): string =>
  pages.map((p) => p.ops.map((op) => (op.op === 'text' ? op.text : '')).join('')).join('')

describe('fallback', () => {
  it('PAGE-9 the two numbers are constants of the code', () => {
    expect([POLICE.number, ANTI_FRAUD.number]).toEqual(['110', '96110'])
  })

  it('PAGE-9 every panel gets one, however far its people stand', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 64, max: 1920 }),
        fc.integer({ min: 16, max: 1080 }),
        fc.constantFrom('full' as const, 'mono' as const, 'dual' as const),
        fc.integer({ min: 1, max: 200 }),
        (width, height, colour, typical) => {
          const profile = buildScreenProfile({
            width,
            height,
            colour,
            distance: { near: 1, typical, far: 300 },
          })
          const pages = fallbackPages('五间镇', profile, METRICS)
          const words = wordsOf(pages)
          expect(pages.length).toBeGreaterThan(0)
          for (const part of ['五间镇', '96110', '110']) expect(words).toContain(part)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('PAGE-9 one still page where it fits', () => {
    expect(fallbackPages('五间镇', DEMO_SCREENS.wall, METRICS)).toHaveLength(1)
    expect(fallbackPages('五间镇', DEMO_SCREENS.wall, METRICS)[0]?.template).toBe('idle@1')
    expect(fallbackPages('五间镇', DEMO_SCREENS.strip, METRICS)).toHaveLength(3)
  })
})
