import { describe, expect, it } from 'vitest'
import { bodyFor, mailFor, NOTICE_EVENTS, wordsOf } from '../../../src/notices/index.ts'
import { aNotice } from '../../builders/notices.ts'

const ORIGIN = 'https://led.wujian.test'
const said = (...over: Parameters<typeof aNotice>) => wordsOf(aNotice(...over)).headline

describe('NTC-1 a notice in words', () => {
  it('NTC-1 says what it is about in one sentence of each language', () => {
    expect(said()).toEqual({
      zh: '案例《高息返了两个月，人去楼空》等审核',
      en: 'Case “高息返了两个月，人去楼空” waits: reviewer',
    })
    expect(said({ because: 'remind' }).zh).toMatch(/^催办：案例《/)
    expect(said({ because: 'hand-over' }).en).toMatch(/^Handed over: case “/)
    expect(said({ event: 'returned' }).zh).toMatch(/被退回，请修改$/)
    expect(said({ event: 'issued' }).zh).toMatch(/已签发$/)
    expect(said({ event: 'withdrawn' }).zh).toMatch(/已撤下$/)
    expect(said({ event: 'overdue', days: 4 }).zh).toBe(
      '超期：案例《高息返了两个月，人去楼空》等审核，已 4 天',
    )
    expect(said({ event: 'expiring', days: 7 }).zh).toMatch(/还有 7 天到期$/)
    expect(said({ event: 'expiring', days: 1 }).en).toMatch(/ends in 1 day$/)
    expect(said({ event: 'expiring', days: 0 }).zh).toMatch(/今天到期$/)
  })

  it('NTC-1 names those it asks, few of many', () => {
    expect(wordsOf(aNotice()).lines.map(({ zh }) => zh)).toEqual(['经手：林编写', '轮到：吴审核'])
    const many = Array.from({ length: 9 }, (_, i) => `甲${i}`)
    expect(wordsOf(aNotice({ to: many })).lines[1]).toEqual({
      zh: '轮到：甲0、甲1、甲2、甲3、甲4等 9 人',
      en: 'Next: 甲0, 甲1, 甲2, 甲3, 甲4 and 4 more',
    })
    expect(wordsOf(aNotice({ by: '', to: [] })).lines).toEqual([])
  })

  it('NTC-1 the link leads to the town’s own address, and there is none without one', () => {
    for (const kind of ['generic', 'wecom', 'dingtalk'] as const) {
      expect(bodyFor(kind, aNotice(), ORIGIN)).toContain(`${ORIGIN}/admin/collections/submissions/1`)
      expect(bodyFor(kind, aNotice(), '')).not.toContain('/admin')
    }
    expect(JSON.parse(bodyFor('generic', aNotice(), '')).link).toBeNull()
    expect(mailFor(aNotice(), '').text).not.toContain('/admin')
  })

  it('NTC-1 each receiver gets the JSON it knows', () => {
    expect(JSON.parse(bodyFor('wecom', aNotice(), ORIGIN))).toEqual({
      msgtype: 'markdown',
      markdown: {
        content: [
          '**银盾：案例《高息返了两个月，人去楼空》等审核**',
          '> 经手：林编写',
          '> 轮到：吴审核',
          `[打开](${ORIGIN}/admin/collections/submissions/1)`,
        ].join('\n'),
      },
    })
    expect(JSON.parse(bodyFor('dingtalk', aNotice({ event: 'issued' }), ''))).toEqual({
      msgtype: 'markdown',
      markdown: {
        title: '银盾：案例《高息返了两个月，人去楼空》已签发',
        text: '#### 银盾：案例《高息返了两个月，人去楼空》已签发\n\n经手：林编写\n\n编写：吴审核',
      },
    })
    const generic = JSON.parse(bodyFor('generic', aNotice({ event: 'overdue', days: 4 }), ORIGIN))
    expect(Object.keys(generic)).toEqual([
      'id',
      'event',
      'at',
      'kind',
      'title',
      'by',
      'to',
      'days',
      'words',
      'link',
    ])
    expect(generic).toMatchObject({
      id: aNotice().id,
      event: 'overdue',
      at: '2026-11-30T01:00:00.000Z',
      days: 4,
    })
  })

  it('NTC-1 every event has a sentence, and a mail in both languages', () => {
    for (const event of [...NOTICE_EVENTS, 'test' as const]) {
      const { subject, text } = mailFor(aNotice({ event, days: 3 }), ORIGIN)
      const { zh, en } = said({ event, days: 3 })
      expect(subject).toBe(`银盾：${zh}`)
      expect(text.split('\n')).toEqual(expect.arrayContaining([zh, en, `#${aNotice().id}`]))
    }
  })
})
