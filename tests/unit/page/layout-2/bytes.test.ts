import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { laidOut } from '../../../builders/content.ts'
import { buildScreenProfile, DEMO_SCREENS } from '../../../builders/screen.ts'
import { STARTER } from '../../../builders/starter.ts'

/** Of the pages as they were looked at. As long as no town has layout 2 whoever changes its looks writes a new one here. */
const SEEN = '7c7c1d240fb0df7ca082d8f66d114d983791c954f6adbc55b229b01d93878344'

const near = { near: 3, typical: 8, far: 15 }
const PANELS = [
  ...Object.values(DEMO_SCREENS),
  buildScreenProfile({ width: 192, height: 384, colour: 'dual', pitchMm: 10, distance: near }),
  buildScreenProfile({ width: 1080, height: 1920, distance: near }),
  buildScreenProfile({ width: 320, height: 32, colour: 'mono', pitchMm: 10, distance: near }),
  buildScreenProfile({
    width: 128,
    height: 64,
    colour: 'mono',
    pitchMm: 10,
    distance: { ...near, typical: 5 },
  }),
  buildScreenProfile({
    width: 64,
    height: 16,
    colour: 'mono',
    pitchMm: 10,
    distance: { ...near, typical: 5 },
  }),
]

it('PAGE-14 what layout 2 draws is what somebody looked at, to the byte', () => {
  const pages = STARTER.flatMap((body) => PANELS.map((profile) => laidOut(body, profile, { layout: 2 })))
  expect(createHash('sha256').update(JSON.stringify(pages)).digest('hex')).toBe(SEEN)
})
