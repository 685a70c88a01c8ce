import { isRefusal } from '../../../src/errors/is-refusal.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Programme } from '../../../src/model/programme.ts'
import { canonicalJson } from '../../../src/programme/canonical.ts'
import { parseProgramme } from '../../../src/programme/parse.ts'
import {
  arbProgramme,
  buildPage,
  buildProgramme,
  buildSegment,
  pageName,
  sha256,
} from '../../builders/programme.ts'

const fieldOf = (value: unknown): string | undefined => {
  const answer = parseProgramme(canonicalJson(value))
  return isRefusal(answer) ? answer.field : 'passed'
}

const programme = buildProgramme()
const wide = buildPage('宽', 15_000, { width: 161 })
const painted = buildPage('图', 15_000, {
  ops: [{ op: 'image', x: 0, y: 0, w: 1, h: 1, asset: sha256('p') }],
})

describe('PRG-5 a programme is read strictly and is self-contained', () => {
  it('reads back whatever the builder makes', () => {
    fc.assert(
      fc.property(arbProgramme, (p) => {
        expect(parseProgramme(canonicalJson(p))).toEqual(p)
      }),
      { numRuns: 50 },
    )
  })

  const faults: readonly (readonly [string, Partial<Programme> | object, string])[] = [
    ['another format', { format: 2 }, 'format'],
    ['an unknown member', { music: [] }, 'music'],
    ['a group that is no key', { group: 'x' }, 'group'],
    ['an empty fallback', { fallback: [] }, 'fallback'],
    ['a safe page that is not there', { fallback: [sha256('x')] }, 'fallback[0]'],
    ['a page of another size', { pages: { [pageName(wide)]: wide } }, `pages.${pageName(wide)}`],
    [
      'a picture that is not there',
      { pages: { ...programme.pages, [pageName(painted)]: painted } },
      `pages.${pageName(painted)}`,
    ],
    ['an empty loop', { loops: [[]] }, 'loops[0]'],
    [
      'a loop page that is not there',
      { loops: [[{ ...programme.loops[0]?.[0], page: sha256('x') }]] },
      'loops[0][0].page',
    ],
    ['a loop that is not there', { segments: [buildSegment({ loop: 7 })] }, 'segments[0].loop'],
    ['a dark segment with a loop', { segments: [buildSegment({ loop: 0, dark: true })] }, 'segments[0].dark'],
    ['an end before the start', { segments: [buildSegment({ until: 0 })] }, 'segments[0].until'],
    [
      'a gap',
      { segments: [buildSegment({ until: 5 }), buildSegment({ from: 6, until: 9 })] },
      'segments[1].from',
    ],
    [
      'an unknown reason',
      {
        segments: [
          buildSegment({
            why: [{ schedule: 's', playlist: 'p', won: true, reason: 'LUCK' } as never],
          }),
        ],
      },
      'segments[0].why[0].reason',
    ],
  ]
  it.each(faults)('refuses %s', (_, part, field) => {
    expect(fieldOf({ ...programme, ...part })).toBe(field)
  })

  it('never throws on any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(isRefusal(parseProgramme(text))).toBe(true)
      }),
    )
  })

  it('never throws on a programme with one member spoilt', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(programme)), fc.jsonValue(), (key, value) => {
        expect(() => parseProgramme(canonicalJson({ ...programme, [key]: value }))).not.toThrow()
      }),
    )
  })
})
