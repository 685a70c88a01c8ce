import { describe, expect, test } from 'vitest'
import { missingOf, namedBy } from '../../../../display-client/core/plan.ts'
import { buildProgramme, sha256 } from '../../../builders/programme.ts'

const [a, b, font] = [sha256('a'), sha256('b'), sha256('font')]
const programme = buildProgramme([], {
  segments: [],
  assets: {
    [a]: { bytes: 1, type: 'image/png' },
    [b]: { bytes: 2, type: 'image/png' },
    [font]: { bytes: 3, type: 'font/ttf' },
  },
  fonts: [{ font: 'sans', sha256: font }],
})

describe('plan', () => {
  test('PLY-17 names every asset and font once, fonts first', () => {
    expect(namedBy(programme)).toEqual([font, a, b])
  })

  test('PLY-17 fetches only what is not here', () => {
    expect(missingOf(programme, (name) => name !== b)).toEqual([b])
    expect(missingOf(programme, () => true)).toEqual([])
  })
})
