import { describe, expect, it } from 'vitest'
import { describePage } from '../../../src/page/describe.ts'
import { buildSlogan, laidOut } from '../../builders/content.ts'
import { buildPage, buildText } from '../../builders/page.ts'
import { DEMO_SCREENS } from '../../builders/screen.ts'

describe('the words under a preview', () => {
  it('says height, distance, characters and time of the message only', () => {
    const page = buildPage({}, buildText('天上不会 掉'), buildText('96110', { size: 24, quiet: true }))
    expect(describePage(page, DEMO_SCREENS.market)).toEqual({
      characters: 5,
      glyphMm: 480,
      readableFromM: 40,
      dwellMs: 15_000,
    })
  })

  it('an empty page is described too', () => {
    const page = buildPage({}, { op: 'rect', x: 0, y: 0, w: 1, h: 1, fill: '#FFFFFF' })
    expect(describePage(page, DEMO_SCREENS.wall)).toMatchObject({ characters: 0, glyphMm: 0 })
  })

  it('PAGE-1 what is laid out can be read from the screen’s distance', () => {
    for (const profile of Object.values(DEMO_SCREENS))
      for (const page of laidOut(buildSlogan(), profile).pages)
        expect(describePage(page, profile).readableFromM).toBeGreaterThanOrEqual(profile.distance.typical)
  })
})
