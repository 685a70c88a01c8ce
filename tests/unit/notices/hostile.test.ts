import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bodyFor, mailFor, NOTICE_EVENTS, WEBHOOK_KINDS } from '../../../src/notices/index.ts'
import { aNotice } from '../../builders/notices.ts'

const ORIGIN = 'https://led.wujian.test'

const MARKS = [...'!#&()*+<=>@[\\]^_`{|}~"\'\r\n\t\u0000\u2028\u202e\u200b\ufeff\ud800，。A1']
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.constantFrom(...MARKS), { maxLength: 300 }).map((marks) => marks.join('')),
  fc.constantFrom(
    '](https://evil.test) [点这里',
    '<@all><font color="warning">',
    'x\r\nBcc: everybody@town.test\r\n\r\n<html>',
    '"},"at":{"isAtAll":true},"x":{"y":"',
    'https://evil.test/a',
    '题'.repeat(4_000),
  ),
)
const notices = fc
  .record({
    event: fc.constantFrom(...NOTICE_EVENTS, 'test' as const),
    title: hostile,
    by: hostile,
    to: fc.array(hostile, { maxLength: 12 }),
    days: fc.integer({ min: 0, max: 99 }),
  })
  .map(aNotice)

/** What the product itself writes in markdown, for a notice whose words hold no mark. */
const skeletonOf = (body: string): string => body.replace(/[^\n*>#[\]()]/gu, '')

describe('NTC-2 no title and no name breaks what it is put into', () => {
  it('NTC-2 JSON stays JSON of the same members', () => {
    fc.assert(
      fc.property(notices, (notice) => {
        for (const kind of WEBHOOK_KINDS) {
          const keys = (one: unknown) => Object.keys(one as object)
          const plain = aNotice({ ...notice, title: '题', by: '甲', to: ['乙'] })
          const [made, tame] = [notice, plain].map((one) => JSON.parse(bodyFor(kind, one, ORIGIN)))
          expect(keys(made)).toEqual(keys(tame))
        }
      }),
    )
  })

  it('NTC-2 a robot’s markdown has the marks the product put there and no other, and no address but the link', () => {
    fc.assert(
      fc.property(notices, (notice) => {
        const texts = (one: typeof notice) => [
          JSON.parse(bodyFor('wecom', one, ORIGIN)).markdown.content as string,
          JSON.parse(bodyFor('dingtalk', one, ORIGIN)).markdown.text as string,
        ]
        const has = (text: string) => text.replace(/[\s\p{C}]/gu, '') !== ''
        const tame = aNotice({
          ...notice,
          title: '题',
          by: has(notice.by) ? '甲' : '',
          to: notice.to.filter(has).map(() => '乙'),
        })
        expect(texts(notice).map(skeletonOf)).toEqual(texts(tame).map(skeletonOf))
        for (const text of texts(notice)) expect(text.match(/:\/\//g)).toHaveLength(1)
      }),
    )
  })

  it('NTC-2 WeCom takes at most 4096 bytes, and gets no more', () => {
    fc.assert(
      fc.property(notices, (notice) => {
        const { content } = JSON.parse(bodyFor('wecom', notice, ORIGIN)).markdown as { content: string }
        expect(Buffer.byteLength(content)).toBeLessThanOrEqual(4_096)
      }),
    )
  })

  it('NTC-2 the subject of a mail is one line without anything unseen, and each line of it stays a line', () => {
    fc.assert(
      fc.property(notices, (notice) => {
        const { subject, text } = mailFor(notice, ORIGIN)
        expect(subject).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
        expect([...subject].length).toBeLessThanOrEqual(120)
        expect(text).not.toMatch(/[\r\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
        expect(text.split('\n').length).toBeLessThanOrEqual(12)
      }),
    )
  })
})
