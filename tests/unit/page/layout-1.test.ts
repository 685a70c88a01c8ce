import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { laidOut } from '../../builders/content.ts'
import { DEMO_SCREENS, buildScreenProfile } from '../../builders/screen.ts'
import { STARTER } from '../../builders/starter.ts'

/** Of the pages as they were before there was a second layout. */
const BEFORE = 'b19cca3d7c904dff1bf5e66dcc15f1c9d39bceff83d6c758f6c1b55add5887d7'

it('PAGE-14 what layout 1 draws has not changed by a byte', () => {
  const portrait = buildScreenProfile({ width: 192, height: 384, colour: 'dual', pitchMm: 10 })
  const panels = [...Object.values(DEMO_SCREENS), portrait]
  // Accents of beats came with layout 2.
  const bodies = STARTER.map((body) => ('lineAccents' in body ? { ...body, lineAccents: undefined } : body))
  const pages = bodies.flatMap((body) => panels.map((profile) => laidOut(body, profile)))
  expect(createHash('sha256').update(JSON.stringify(pages)).digest('hex')).toBe(BEFORE)
})
