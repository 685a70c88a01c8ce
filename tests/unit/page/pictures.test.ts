import { describe, expect, it } from 'vitest'
import type { Sha256 } from '../../../src/model/ids.ts'
import { pictureNeeds, withRenditions } from '../../../src/page/pictures.ts'
import { buildCase, buildPicture, laidOut } from '../../builders/content.ts'
import { buildPage } from '../../builders/page.ts'
import { DEMO_SCREENS } from '../../builders/screen.ts'

describe('pictures', () => {
  const { pages } = laidOut(buildCase(), DEMO_SCREENS.wall)

  it('asks for each cut once, at the exact size it is drawn at', () => {
    const needs = pictureNeeds([...pages, ...pages])
    const op = pages[0]?.ops.find((o) => o.op === 'image')
    expect(needs).toEqual([{ asset: buildPicture().sha256, w: op?.w, h: op?.h }])
    expect(pictureNeeds([buildPage()])).toEqual([])
  })

  it('names the cuts and changes nothing else', () => {
    const cut = 'c'.repeat(64) as Sha256
    const made = withRenditions(pages, (source, w, h) => (source && w && h ? cut : source))
    expect(pictureNeeds(made).map((n) => n.asset)).toEqual([cut])
    expect(withRenditions(made, () => buildPicture().sha256)).toEqual(pages)
  })

  it('a panel without shades and a small one show no picture', () => {
    const bare = { ...DEMO_SCREENS.wall, colour: 'mono' as const }
    for (const profile of [bare, DEMO_SCREENS.market, DEMO_SCREENS.strip])
      expect(pictureNeeds(laidOut(buildCase(), profile).pages)).toEqual([])
  })
})
