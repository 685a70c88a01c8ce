import { describe, expect, it } from 'vitest'
import { contentFaults, contentKinds, KINDS, layout, readFrozen } from '../../../src/content/index.ts'
import type { FrozenContent } from '../../../src/model/content.ts'
import { canonicalJson } from '../../../src/programme/canonical.ts'
import {
  buildCase,
  buildFrozen,
  buildSlogan,
  buildTechnique,
  laidOut,
  SETTING,
} from '../../builders/content.ts'
import { DEMO_SCREENS } from '../../builders/screen.ts'

const read = (value: object) => readFrozen(KINDS, JSON.stringify(value))

describe('CNT-1 CNT-3 frozen contents', () => {
  it('CNT-1 what was frozen before there were layout versions reads as it was, byte for byte', () => {
    for (const body of [buildCase(), buildCase({ photo: null }), buildTechnique(), buildSlogan()]) {
      const text = canonicalJson(buildFrozen(body))
      const frozen = readFrozen(KINDS, text)
      expect('code' in frozen).toBe(false)
      expect(canonicalJson(frozen as FrozenContent)).toBe(text)
    }
  })

  it('CNT-3 version, risk class, audience and an accent a beat are kept; no other class or audience is let through', () => {
    const whole = {
      ...buildFrozen(buildCase({ lineAccents: ['五万元', '', '八万', ''] })),
      layout: 1,
      risk: 'ordinary',
      audience: ['elders', 'children'],
    }
    expect(read(whole)).toEqual(whole)
    for (const wrong of [
      { risk: 'none' },
      { audience: ['everybody'] },
      { layout: 0 },
      { layout: '1' },
      { hotline: null },
      { validUntil: '2027' },
      { body: { kind: 'poem' } },
      { body: { ...buildCase(), lines: 'one' } },
      { body: { ...buildCase(), photo: { sha256: 'no' } } },
      { body: { ...buildTechnique(), steps: [{ heSays: '' }] } },
      { body: { ...buildSlogan(), accent: undefined } },
    ])
      expect(read({ ...whole, ...wrong }), JSON.stringify(wrong)).toMatchObject({ code: 'CONTENT_UNKNOWN' })
  })

  it('CNT-3 the accent of a beat is drawn in the accent colour, and must stand in its beat', () => {
    const lines = ['投五万，月返一千五', '头两月准时到账']
    const body = buildCase({ lines, lineAccents: ['一千五', ''], accent: '', photo: null, lesson: '' })
    const inks = (changed: typeof body) =>
      new Set(
        laidOut(changed, DEMO_SCREENS.wall)
          .pages.slice(1)
          .flatMap(({ ops }) => ops.flatMap((op) => (op.op === 'text' && !op.quiet ? [op.fill] : []))),
      )
    expect(inks(body).size).toBe(2)
    expect(inks(buildCase({ lines, accent: '', photo: null, lesson: '' })).size).toBe(1)
    expect(contentFaults(KINDS, { body })).toEqual([])
    expect(
      contentFaults(KINDS, { body: { ...body, lineAccents: ['', '八万'] } as typeof body }),
    ).toMatchObject([{ code: 'ACCENT_NOT_IN_TEXT', field: 'story', hint: 'line 2', got: '八万' }])
  })

  it('CNT-3 pages are set by the version a content was frozen with, old ones by the first', () => {
    const asked: number[] = []
    const two = KINDS.all.map((kind) => ({
      ...kind,
      layouts: [1, 2] as const,
      pages: (body: Parameters<typeof kind.pages>[0], version: number) => {
        asked.push(version)
        return kind.pages(body, version)
      },
    }))
    const kinds = contentKinds(two)
    for (const version of [undefined, 1, 2]) {
      const content = buildFrozen(buildSlogan(), version === undefined ? {} : { layout: version })
      expect(layout(kinds, content, SETTING)(DEMO_SCREENS.wall).pages).toHaveLength(1)
    }
    expect(asked).toEqual([1, 1, 2])
  })

  it('CNT-3 a version that can no longer run is told by name, and no other sets the pages', () => {
    const { pages, faults } = laidOut(buildCase(), DEMO_SCREENS.wall, { layout: 9 })
    expect(pages).toEqual([])
    expect(faults).toMatchObject([{ code: 'LAYOUT_VERSION_GONE', got: buildCase().title, limit: 9 }])
  })
})
