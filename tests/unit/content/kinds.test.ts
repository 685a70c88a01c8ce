import { describe, expect, it } from 'vitest'
import { caseKind } from '../../../src/content/case/index.ts'
import { contentKinds, KINDS, sheetWordsOf, titleOf } from '../../../src/content/index.ts'
import { FRAUD_CLASSES, type ContentBody } from '../../../src/model/content.ts'
import type { Page, TextOp } from '../../../src/model/page.ts'
import { buildCase, buildSlogan, buildTechnique, laidOut } from '../../builders/content.ts'
import { DEMO_SCREENS } from '../../builders/screen.ts'

const texts = ({ ops }: Page): readonly TextOp[] => ops.filter((op): op is TextOp => op.op === 'text')
const labelOn = (body: ContentBody): string => {
  const [page] = laidOut(body, DEMO_SCREENS.wall).pages
  return (page && texts(page).find(({ quiet }) => quiet)?.text) ?? ''
}
const onStrip = (body: ContentBody): string =>
  laidOut(body, DEMO_SCREENS.strip)
    .pages.flatMap((page) => texts(page).map(({ text }) => text))
    .join('')

describe('CNT-2 the registry', () => {
  it('CNT-2 finds a kind by its name and by the collection its drafts are rows of', () => {
    for (const kind of KINDS.all) {
      expect(KINDS.named(kind.kind)).toBe(kind)
      expect(KINDS.writtenIn(kind.collection)).toBe(kind)
    }
    expect([KINDS.named('poem'), KINDS.writtenIn('users')]).toEqual([undefined, undefined])
    expect(() => KINDS.of({ kind: 'poem' })).toThrow('CONTENT_UNKNOWN')
  })

  it('CNT-2 takes no two kinds of one name or one collection', () => {
    const [first] = KINDS.all
    if (!first) throw new Error('no kind')
    expect(() => contentKinds([first, { ...first, collection: 'others' }])).toThrow()
    expect(() => contentKinds([first, { ...first, kind: 'other' }])).toThrow()
  })
})

describe('CNT-2 what each kind says', () => {
  it('CNT-2 a case: title page, a page for one or two beats, the lesson on green', () => {
    const { pages, faults } = laidOut(buildCase(), DEMO_SCREENS.wall)
    expect(faults).toEqual([])
    expect(pages).toHaveLength(6)
    expect(pages.at(-1)?.ops[0]).toMatchObject({ op: 'rect', fill: '#0B5D3B' })
    const short = buildCase({ lines: ['头两月到账了', '她又投了八万'], lesson: '' })
    expect(laidOut(short, DEMO_SCREENS.wall).pages).toHaveLength(2)
    expect(pages.every(({ template }) => template === 'case@1')).toBe(true)
  })

  it('CNT-2 a technique: a title page, then a page a step; what he says stands in quotation marks, once', () => {
    expect(laidOut(buildTechnique(), DEMO_SCREENS.wall).pages).toHaveLength(3)
    const steps = [
      { heSays: '随时能取', youDo: '不信' },
      { heSays: '“钱能翻倍”', youDo: '不信' },
    ]
    const shown = onStrip(buildTechnique({ title: '怎样骗', accent: '', steps }))
    expect(shown.match(/他说：“(?:随时能取|钱能翻倍)”/gu)).toHaveLength(2)
    expect(shown.match(/您这样做：不信/gu)).toHaveLength(2)
  })

  it('CNT-2 a slogan: its words alone', () => {
    expect(laidOut(buildSlogan(), DEMO_SCREENS.wall).pages).toHaveLength(1)
  })

  it('PAGE-7 the label names kind and class, short enough for the top line', () => {
    expect(labelOn(buildCase())).toBe('案例·投资理财')
    expect(labelOn(buildTechnique({ fraudClass: 'other' }))).toBe('套路揭秘')
    for (const fraudClass of FRAUD_CLASSES)
      expect(labelOn(buildCase({ fraudClass })).length).toBeLessThanOrEqual(8)
  })

  it('CNT-2 its title, its words in reading order, its pictures, and what a sheet gets of it', () => {
    const [told, how, slogan] = [buildCase(), buildTechnique(), buildSlogan()]
    expect([told, how, slogan].map((body) => titleOf(KINDS, { body }))).toEqual([
      told.title,
      how.title,
      slogan.text,
    ])
    expect(KINDS.of(told).texts(told)).toHaveLength(6)
    expect(
      KINDS.of(how)
        .texts(how)
        .map(({ by }) => by?.zh),
    ).toEqual([undefined, '他说', '您这样做', '他说', '您这样做'])
    expect(KINDS.of(told).pictures(told)).toEqual([told.photo])
    expect(sheetWordsOf(KINDS, { body: told })).toMatchObject({ kind: 'case', fraudClass: '投资理财' })
    expect(sheetWordsOf(KINDS, { body: slogan })).toMatchObject({ title: slogan.text, fraudClass: '' })
  })

  it('CNT-5 where a case is from is frozen and told, and stands on no page and no sheet', () => {
    const draft = { title: '两个月，人去楼空', fraudClass: 'care-investment', story: '利息准时到账。' }
    const [silent, said] = [{}, { source: ' 根据公开案例改编 ' }].map(
      (more) => caseKind.freeze({ ...draft, ...more }, {}).body,
    )
    expect(silent && 'source' in silent).toBe(false)
    expect(said).toEqual({ ...silent, source: '根据公开案例改编' })
    expect(caseKind.isBody(silent) && caseKind.isBody(said)).toBe(true)
    expect(caseKind.isBody({ ...said, source: 1 })).toBe(false)
    const told = buildCase({ source: '根据公开案例改编' })
    expect(caseKind.texts(told).at(-1)).toMatchObject({ field: 'source', by: { zh: '出处' } })
    for (const layout of caseKind.layouts)
      expect(laidOut(told, DEMO_SCREENS.wall, { layout })).toEqual(
        laidOut(buildCase(), DEMO_SCREENS.wall, { layout }),
      )
    expect(caseKind.sheetWords(told)).toEqual(caseKind.sheetWords(buildCase()))
  })
})
