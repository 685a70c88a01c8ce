import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KINDS } from '../../../src/content/index.ts'
import { understand, understandDocument, type Cell } from '../../../src/intake/index.ts'
import { chineseNumber, yuanIn } from '../../../src/intake/numbers.ts'
import { dayIn } from '../../../src/intake/values.ts'

const columnsOf = (kind: string) => KINDS.named(kind)?.columns ?? []
const CASES = columnsOf('case')

const one = (headings: readonly string[], cells: readonly Cell[]) =>
  understand(CASES, [headings, cells]).rows[0]

describe('what a table says', () => {
  it('IMP-10 headings are known by the names offices give them; the others are named', () => {
    const { used, unused, rows } = understand(CASES, [
      ['五间镇 2026 年涉老诈骗案例台账'],
      ['序号', '* 案例名称（必填）', '诈骗类型：', '案情简介', '涉案金额(元)', '办案民警'],
      ['1', '领鸡蛋的讲座', '投资养老类', '张大妈去听课。投了三万五。', '35000', '李某'],
    ])
    expect(used.map(({ column }) => column.field)).toEqual(['title', 'fraudClass', 'story', 'amount'])
    expect(unused).toEqual(['办案民警'])
    expect(rows).toEqual([
      {
        row: 3,
        fields: {
          title: '领鸡蛋的讲座',
          fraudClass: 'care-investment',
          story: '张大妈去听课。\n投了三万五。',
          amount: 'to-50000',
        },
        named: [],
        faults: [],
      },
    ])
  })

  it('IMP-11 each fault names its cell, and all of a row are told at once', () => {
    const row = one(
      ['标题', '骗局类别', '经过', '有效期', '损失'],
      [null, '不知道', '报警了', '明年', '很多'],
    )
    expect(row?.faults.map(({ code, cell, heading }) => [code, cell, heading])).toEqual([
      ['IMPORT_CHOICE_UNKNOWN', 'B2', '骗局类别'],
      ['IMPORT_DAY_UNCLEAR', 'D2', '有效期'],
      ['IMPORT_AMOUNT_UNCLEAR', 'E2', '损失'],
      ['TEXT_EMPTY', 'A2', '标题'],
    ])
    expect(row?.faults[0]?.message_zh).toContain('养老服务诈骗')
  })

  it('IMP-12 days are read as people and spreadsheets write them, and no other', () => {
    for (const [cell, day] of [
      ['2027-10-11', '2027-10-11'],
      ['2027/3/1', '2027-03-01'],
      ['2027.3.1', '2027-03-01'],
      ['2027年3月1日', '2027-03-01'],
      ['20270301', '2027-03-01'],
      ['二〇二七年三月十五日', '2027-03-15'],
      [{ day: '2027-03-01' }, '2027-03-01'],
      [46478, '2027-04-01'],
      ['2027-02-30', undefined],
      ['3月1日', undefined],
      [2027, undefined],
    ] as const)
      expect([cell, dayIn(cell)]).toEqual([cell, day])
    expect(one(['标题', '经过', '有效期'], ['一', '二', '长期'])?.fields).not.toHaveProperty('validUntil')
  })

  it('IMP-12 amounts are read in digits and in Chinese numerals', () => {
    for (const [text, yuan] of [
      ['35000', 35_000],
      ['3.5万元', 35_000],
      ['三万五', 35_000],
      ['12,000元', 12_000],
      ['约3万余元', 30_000],
      ['两千多', 2_000],
      ['一百零五', 105],
      ['十二万', 120_000],
      ['¥800', 800],
      ['很多', undefined],
      ['三万五 另有五百元', undefined],
    ] as const)
      expect([text, yuanIn(text)]).toEqual([text, yuan])
    expect(chineseNumber('二〇二七')).toBe(2027)
  })

  it('IMP-13 explaining rows and examples of the template are passed over, empty rows too', () => {
    const { rows, passedOver } = understand(CASES, [
      ['序号', '标题', '经过'],
      ['填写说明', '30 个字以内', '一句一行'],
      ['示例', '领鸡蛋', '去听课'],
      [null, null, null],
      [null, '真的', '有这一件'],
    ])
    expect(passedOver).toEqual([2, 3])
    expect(rows.map(({ row }) => row)).toEqual([5])
  })

  it('IMP-13 a title that begins like a remark is a title', () => {
    const titles = [
      '说明会上交了三万',
      '例行体检查出大病',
      '样例房交了定金',
      'Example Fund 骗局',
      '例子就在身边',
    ]
    const { rows, passedOver } = understand(CASES, [
      ['标题', '经过'],
      ...titles.map((title) => [title, '去听课']),
    ])
    expect(passedOver).toEqual([])
    expect(rows.map(({ fields }) => fields['title'])).toEqual(titles)
  })

  it('IMP-13 a template without its first column is passed over by its own words', () => {
    const { rows, passedOver } = understand(CASES, [
      CASES.map(({ names }) => names.zh),
      CASES.map(({ help }) => help),
      CASES.map(({ example }) => example),
      CASES.map(({ field, example }) => (field === 'title' ? '真的一件' : example)),
    ])
    expect(passedOver).toEqual([2, 3])
    expect(rows.map(({ fields }) => fields['title'])).toEqual(['真的一件'])
  })

  it('IMP-10 steps stand in columns of their own, two or three a step', () => {
    const { rows } = understand(columnsOf('technique'), [
      ['标题', '骗局类别', '骗子说1', '您这样做1', '骗子说2', '您这样做2'],
      ['领鸡蛋', '其他', '免费的', '不去', '保本', '转身走'],
    ])
    expect(rows[0]?.fields).toEqual({
      title: '领鸡蛋',
      fraudClass: 'other',
      steps: [
        { heSays: '免费的', youDo: '不去' },
        { heSays: '保本', youDo: '转身走' },
      ],
    })
  })

  it('IMP-10 the template of each kind is understood whole', () => {
    for (const { kind, columns = [] } of KINDS.all) {
      const { rows, unused } = understand(columns, [
        columns.map(({ names }) => names.zh),
        // One cell of it typed over: as it stands it is the example, and nobody's.
        columns.map(({ as, example }) => (as === 'hotline' ? '12345' : example)),
      ])
      expect([kind, unused, rows[0]?.faults]).toEqual([kind, [], []])
      expect(new Set(columns.map(({ names }) => names.zh)).size).toBe(columns.length)
    }
  })

  it('IMP-10 anything in cells is understood or told, and nothing is thrown', () => {
    const cell = fc.oneof(
      fc.constant(null),
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.constantFrom('标题', '经过', '损失', '有效期', '三万', '投资养老'),
      fc.record({ day: fc.string() }),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }), (cells) => {
        for (const { columns = [] } of KINDS.all) understand(columns, cells)
      }),
    )
  })
})

describe('what a document says', () => {
  const propose = KINDS.named('case')?.propose

  it('IMP-15 stories are parted at headings, pairs of a table are labels', () => {
    const { rows } = understandDocument(
      CASES,
      [
        { as: 'heading', level: 1, text: '五间镇典型案例' },
        { as: 'heading', level: 2, text: '领鸡蛋的讲座' },
        { as: 'text', text: '张大妈去听课。投了三万元。' },
        {
          as: 'table',
          rows: [
            ['骗局类别', '投资养老'],
            ['涉案金额', '3万元'],
          ],
        },
        { as: 'heading', level: 2, text: '假公安来电' },
        { as: 'text', text: '李大爷接到电话。民警提醒：公安不会让您转账。' },
      ],
      propose,
    )
    expect(rows.map(({ fields }) => fields)).toMatchObject([
      {
        title: '领鸡蛋的讲座',
        story: '张大妈去听课。\n投了三万元。',
        fraudClass: 'care-investment',
        amount: 'to-50000',
      },
      { title: '假公安来电', story: '李大爷接到电话。', lesson: '公安不会让您转账。' },
    ])
  })

  it('IMP-15 a table that lists is read row by row; lines are slogans, their numbers left out', () => {
    const table = [
      ['标题', '经过'],
      ['一', '二'],
      ['三', '四'],
    ]
    expect(understandDocument(CASES, [{ as: 'table', rows: table }], propose).rows).toHaveLength(2)
    const slogans = ['宣传标语', '1. 天上不掉馅饼', '2、陌生来电先挂断'].map((text) => ({
      as: 'text' as const,
      text,
    }))
    const { rows } = understandDocument(columnsOf('slogan'), slogans)
    expect(rows.map(({ fields }) => fields['text'])).toEqual(['宣传标语', '天上不掉馅饼', '陌生来电先挂断'])
  })
})
