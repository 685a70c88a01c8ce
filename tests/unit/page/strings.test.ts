import { describe, expect, it } from 'vitest'
import { contentFaults, KINDS } from '../../../src/content/index.ts'
import { TEXTS } from '../../../src/errors/codes.ts'
import { mend } from '../../../src/text/mend.ts'
import { oddStrings } from '../../builders/odd.ts'
import { draftsOf } from '../../builders/odd-drafts.ts'
import { laidOut } from '../../builders/content.ts'
import { DEMO_SCREENS } from '../../builders/screen.ts'

const COUNT = Number(process.env['ODD_STRINGS'] ?? 4)
const SEED = Number(process.env['ODD_SEED'] ?? 20261129)

/** The whole takes long, and so does a sample on a machine that is busy with others. */
const LONG_MS = 1_800_000

/** Of a sample each string is tried on two panels in turn, of the whole on all. */
const PANELS = Object.values(DEMO_SCREENS)
const panelsFor = (i: number): readonly (typeof PANELS)[number][] =>
  process.env['PROVE']
    ? PANELS
    : PANELS.filter((_, at) => at % Math.ceil(PANELS.length / 2) === i % Math.ceil(PANELS.length / 2))

describe('odd strings on screens', () => {
  it(
    'PRT-23 every one is refused at its field or has pages, or is named as too long, as typed and mended',
    () => {
      let pages = 0
      for (const [i, words] of oddStrings(COUNT, SEED).entries())
        for (const typed of new Set([words, mend(words, 'lines').text]))
          for (const [collection, draft] of draftsOf(typed)) {
            const frozen = KINDS.writtenIn(collection)?.freeze(draft, {})
            if (!frozen || [...frozen.faults, ...contentFaults(KINDS, frozen)].length > 0) continue
            for (const screen of panelsFor(i)) {
              // As what is sent in is set: by the newest rules.
              const laid = laidOut(frozen.body as Parameters<typeof laidOut>[0], screen, { layout: 2 })
              pages += laid.pages.length
              expect(laid.faults.filter(({ code }) => TEXTS[code].status >= 500)).toEqual([])
              expect([typed, laid.pages.length > 0 || laid.faults.length > 0]).toEqual([typed, true])
            }
          }
      expect(pages).toBeGreaterThan(COUNT)
    },
    LONG_MS,
  )
})
