import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KINDS } from '../../../../src/content/index.ts'
import type { ScreenProfile } from '../../../../src/model/screen.ts'
import { METRICS } from '../../../../src/page/metrics.generated.ts'
import { glyphsOf } from '../../../../src/page/glyphs.ts'
import { floorPx, sizeAtLeast } from '../../../../src/page/legibility.ts'
import { extentsOf, setLine } from '../../../../src/page/setting.ts'
import { MARKS } from '../../../../src/text/marks.ts'
import { buildCase, buildSlogan, buildTechnique, laidOut } from '../../../builders/content.ts'
import { cutsIn, linesOf, onStrip } from '../../../builders/cuts.ts'
import { DEMO_SCREENS } from '../../../builders/screen.ts'
import { STARTER } from '../../../builders/starter.ts'
import { markedText } from '../../../builders/marked.ts'
import { anyPanel, chineseText } from '../sample.ts'

const RUNS = {
  numRuns: Number(process.env['WORDS_RUNS'] ?? 150),
  seed: Number(process.env['WORDS_SEED'] ?? 20261130),
}

/** Thousandths of an em that the narrowest line of a panel holds at the floor size. */
const widestOf = (profile: ScreenProfile): number =>
  (profile.width * 1000 * 0.5) / sizeAtLeast(profile, floorPx(profile)).px

const faultsOf = (text: string, profile: ScreenProfile): readonly string[] => {
  const { pages } = laidOut(buildSlogan({ text, accent: '' }), profile, { layout: 2 })
  const said = pages.map(linesOf).flat()
  if (said.length === 0) return []
  const hotline = pages.length > 0 && said.at(-1)?.startsWith('拿不准') ? said.slice(0, -1) : said
  return cutsIn(profile.height < 64 ? onStrip(text) : text, hotline, widestOf(profile))
}

describe('TXT-1 TXT-2 TXT-3 lines of panels', () => {
  it('TXT-1 TXT-2 TXT-3 no line of a starter text cuts a number or a word, on any demo screen', () => {
    const texts = STARTER.flatMap((body) => KINDS.of(body).texts(body)).map(({ text }) => text)
    for (const profile of Object.values(DEMO_SCREENS))
      for (const text of texts) expect(faultsOf(text, profile)).toEqual([])
  })

  it('TXT-1 TXT-2 TXT-3 nor one of a made text, on any panel', () => {
    fc.assert(
      fc.property(fc.oneof(chineseText(2, 40), markedText(40, 2)), anyPanel, (text, profile) => {
        expect(faultsOf(text, profile).filter((fault) => fault.startsWith('cut'))).toEqual([])
      }),
      RUNS,
    )
  })

  it('TXT-1 a number that is wider than any line is refused there by name, and goes on larger panels', () => {
    const body = buildSlogan({ text: '请拨打4008123456789012345678', accent: '' })
    const narrow = { ...DEMO_SCREENS.strip, width: 64, height: 16 }
    expect(laidOut(body, narrow, { layout: 2 }).faults.map(({ code, field }) => [code, field])).toEqual([
      ['TEXT_DOES_NOT_FIT', 'text'],
    ])
    expect(laidOut(body, DEMO_SCREENS.wall, { layout: 2 }).pages.length).toBeGreaterThan(0)
  })

  it('PAGE-2 sums give the same widths as setting a line does', () => {
    fc.assert(
      fc.property(markedText(24, 2), fc.constantFrom('sans' as const, 'pixel' as const), (text, font) => {
        const glyphs = glyphsOf(text)
        const extents = extentsOf(glyphs, METRICS[font], font === 'pixel', MARKS)
        for (let from = 0; from < glyphs.length; from++)
          for (let to = from + 1; to <= glyphs.length; to++) {
            if (glyphs[from]?.character === ' ' || glyphs[to - 1]?.character === ' ') continue
            const { width, hang, trail } = setLine(
              glyphs.slice(from, to),
              METRICS[font],
              font === 'pixel',
              MARKS,
            )
            const { left, right, alone } = extents
            const wide = Math.max(0, (left[from] ?? 0) + (right[to - 1] ?? 0))
            const sums =
              to - from > 1 ? [wide, extents.hang[from], extents.trail[to - 1]] : [alone[from], 0, 0]
            expect(sums).toEqual([width, hang, trail])
          }
      }),
      { numRuns: 60, seed: RUNS.seed },
    )
  })
})

describe('PAGE-12 who speaks', () => {
  const technique = buildTechnique({
    steps: [{ heSays: '吃了我的药不用住院，今天买还送您一张体检卡和十斤鸡蛋', youDo: '别信，先问大夫' }],
  })

  it('PAGE-12 every page with words of the swindler says so, on any panel', () => {
    fc.assert(
      fc.property(anyPanel, (profile) => {
        const { pages } = laidOut(technique, profile, { layout: 2 })
        const his = Array.from('吃了我的药不用住院今天买还送您一张体检卡和十斤鸡蛋')
        for (const page of pages) {
          const message = linesOf(page).join('')
          const isHis = Array.from(message).every((c) => his.includes(c) || '，“”'.includes(c))
          const quiet = page.ops.flatMap((op) => (op.op === 'text' && op.quiet ? [op.text] : []))
          if (isHis && message !== '')
            expect(quiet.some((words) => words === '骗子说' || words === '骗')).toBe(true)
        }
      }),
      { numRuns: 60, seed: RUNS.seed },
    )
  })

  it('PAGE-12 the label names it a swindle, so that nobody takes it for an offer', () => {
    const [first] = laidOut(technique, DEMO_SCREENS.wall, { layout: 2 }).pages
    const quiet = first?.ops.flatMap((op) => (op.op === 'text' && op.quiet ? [op.text] : [])) ?? []
    expect(quiet.join('')).toContain('骗局·')
  })
})

describe('PAGE-13 beats', () => {
  it('PAGE-13 a beat stands alone and larger than layout 1 set it', () => {
    const body = buildCase({ lines: ['头两个月，利息准时到账。', '公司搬空，电话停机。'], photo: null })
    const sizes = (layout: number): readonly number[] =>
      laidOut(body, DEMO_SCREENS.wall, { layout }).pages.map((page) =>
        Math.min(...page.ops.flatMap((op) => (op.op === 'text' && !op.quiet ? [op.size] : []))),
      )
    const [before, after] = [sizes(1), sizes(2)]
    expect(after.length).toBeGreaterThanOrEqual(before.length)
    expect(Math.min(...after.slice(1, -1))).toBeGreaterThan(Math.max(...before.slice(1, -1)))
  })
})
