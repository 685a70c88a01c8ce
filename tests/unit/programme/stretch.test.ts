import { describe, expect, it } from 'vitest'
import type { ReleaseId } from '../../../src/model/ids.ts'
import { stretchAt } from '../../../src/programme/stretch.ts'
import { buildProgramme, buildSegment } from '../../builders/programme.ts'

const programme = buildProgramme(
  [
    [
      ['甲', 5000],
      ['乙', 5000],
    ],
  ],
  {
    segments: [
      buildSegment({ from: 100, until: 200, loop: 0, level: 'daily' }),
      buildSegment({ from: 200, until: 300, dark: true }),
      buildSegment({ from: 300, until: 400 }),
    ],
  },
)
const both = ['release-甲', 'release-乙'] as ReleaseId[]

describe('I4 there is a stretch at every instant', () => {
  it('plays the fallback before, after and where nothing is due', () => {
    expect(stretchAt(programme, 99, [])).toMatchObject({
      from: -Infinity,
      until: 100,
      anchor: 0,
      level: null,
    })
    expect(stretchAt(programme, 400, [])).toMatchObject({ from: 400, until: Infinity, dark: false })
    expect(stretchAt(programme, 350, []).items.map((i) => i.page)).toEqual(programme.fallback)
    expect(stretchAt(buildProgramme([], { segments: [] }), 5, [])).toMatchObject({
      from: -Infinity,
      until: Infinity,
    })
  })

  it('I7 leaves withdrawn releases out, and plays the fallback when none is left', () => {
    expect(stretchAt(programme, 150, []).items).toHaveLength(2)
    expect(stretchAt(programme, 150, both.slice(0, 1)).items.map((i) => i.release)).toEqual(['release-乙'])
    expect(stretchAt(programme, 150, both)).toMatchObject({ level: null, from: 100, until: 200, dark: false })
  })

  it('does not say a schedule won when all it had was withdrawn', () => {
    const why = stretchAt(buildProgramme(), 5, ['release-案' as ReleaseId]).why
    expect(why).toMatchObject([{ won: false, reason: 'NOTHING_RELEASED' }])
  })

  it('is dark on one safe page while the screen is closed', () => {
    expect(stretchAt(programme, 200, [])).toMatchObject({ dark: true, from: 200, until: 300 })
    expect(stretchAt(programme, 299, []).items).toHaveLength(1)
  })
})
