import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReportLook } from '../../../../cms/audit-report/index.ts'
import { codeInAddress } from '../../../../cms/code-page/browser/square.ts'
import { addressFor, askPage, codePage, reportPage } from '../../../../cms/code-page/pages.tsx'
import type { CodeTold } from '../../../../cms/postings/public-code.ts'

const AROUND = { language: 'zh', demo: true, style: '.page{}' } as const
const NOW = Date.parse('2026-11-24T02:00:00Z')

const told = (more: Partial<CodeTold> = {}): CodeTold => ({
  code: '7K3D-92MQ',
  title: '高息返利是鱼饵',
  issuer: '五间镇平安办',
  unit: '石桥村',
  edition: 3,
  state: 'valid',
  since: null,
  hotlines: [{ prompt: '拿不准？先打', number: '96110' }],
  mayPost: false,
  ...more,
})

const html = (more: Partial<CodeTold> = {}): string =>
  codePage(AROUND, '7K3D-92MQ', { at: 'known', told: told(more), now: NOW }).html

describe('PPG-10 a reader’s page is one answer', () => {
  test('PPG-10 it names no script, no sheet of styles, no picture and no font to fetch', () => {
    const pages = [
      html(),
      html({ state: 'withdrawn', since: '2026-11-01T00:00:00Z' }),
      codePage(AROUND, 'ZZZZ-ZZZZ', { at: 'unknown' }).html,
    ]
    for (const page of pages) {
      expect(page).toMatch(/^<!doctype html><html lang="zh-CN">/)
      expect(page).not.toMatch(/<script|<link(?! rel="icon" href="data:)|@import|url\(|src=/)
    }
  })

  test('PPG-10 who may post, and who asks for a code, is given a script of ours', () => {
    const posting = { mayPost: true, places: [{ id: 'p', name: '村口' }], validUntil: null }
    expect(html(posting)).toContain('<script type="module" src="/v/post.js"></script>')
    expect(askPage(AROUND, '').html).toContain('<script type="module" src="/v/scan.js"></script>')
  })
})

describe('PPG-11 a sheet may be void, its advice is not', () => {
  const since = '2026-11-01T00:00:00Z'
  const style = readFileSync('cms/code-page/page.css', 'utf8')
  const absent = { at: 'unverifiable', status: 409 } as const
  const voids = (language: 'zh' | 'en') => [
    ...(['withdrawn', 'replaced', 'expired'] as const).map((state) => {
      const known = { at: 'known', told: told({ state, since }), now: NOW } as const
      return codePage({ ...AROUND, language, style }, '7K3D-92MQ', known)
    }),
    codePage({ ...AROUND, language, style }, '7K3D-92MQ', absent),
  ]

  test('PPG-11 withdrawn, replaced, past its day or not to be vouched for: what protects has not changed', () => {
    for (const { html } of voids('zh')) {
      expect(html).toContain('防骗的做法不变')
      expect(html).not.toMatch(/照着做|作废|签名|封印/)
    }
    for (const { html } of voids('en')) {
      expect(html).toContain('How to keep from being cheated has not changed')
      expect(html).not.toMatch(/follow|void|signature|seal/)
    }
    expect(voids('zh')[0]?.html).toContain('这张海报已收回，以新海报为准；防骗的做法不变。')
  })

  test('PPG-10 each of them is one answer of at most 6 KB', () => {
    for (const { html } of [...voids('zh'), ...voids('en')])
      expect(gzipSync(html).length).toBeLessThanOrEqual(6 * 1024)
  })
})

describe('PPG-6 what is told of a sheet is text', () => {
  const evil = fc
    .string()
    .map((words) => `${words}<img src=x onerror=alert(1)>"'&</p></script><script>alert(1)</script>`)

  test('PPG-6 no word of the records and no typed one becomes markup', () => {
    fc.assert(
      fc.property(evil, (words) => {
        const place = { id: words, name: words }
        const spoilt = told({
          title: words,
          issuer: words,
          unit: words,
          code: words,
          hotlines: [{ prompt: words, number: words }],
          mayPost: true,
          places: [place],
        })
        const pages = [
          codePage(AROUND, words, { at: 'known', told: spoilt, now: NOW }),
          codePage(AROUND, words, { at: 'unknown' }),
          codePage(AROUND, words, { at: 'refused', message: words, status: 429 }),
          askPage(AROUND, words),
        ]
        for (const { html: page } of pages)
          expect(page).not.toMatch(/<img src=x|<script>alert|<\/p><\/script>/)
      }),
    )
  })
})

describe('PPG-6 addresses', () => {
  test.each([
    ['7k3d 92mq', '/v/7K3D-92MQ'],
    ['', null],
    ['https://elsewhere.example', null],
    ['7K3D-92MQ'.padEnd(4_000, ' x'), null],
  ])('PPG-6 %j leads to %j', (typed, to) => {
    expect(addressFor(typed)).toBe(to)
  })

  test('PPG-6 an unknown code is not found, and stands in the field to be mended', () => {
    const page = codePage(AROUND, '7K3D-92MZ', { at: 'unknown' })
    expect([page.status, page.scripted]).toEqual([404, false])
    expect(page.html).toContain('value="7K3D-92MZ"')
  })
})

const look = (more: Partial<Extract<ReportLook, { at: 'whole' | 'known' }>> = {}): ReportLook => ({
  at: 'whole',
  statement: {
    code: '7K3D92MQ4F8H',
    pdf: 'a'.repeat(64),
    rows: 'b'.repeat(64),
    count: '12',
    head: '340',
    headHash: 'c'.repeat(64),
    at: '2026-11-30T04:00:00.000Z',
    asked: 'of=units&from=2026-11-01',
    by: 'u1',
    name: '周<督查>',
  },
  recorded: 341,
  rows: { at: 'same' },
  ...more,
})

describe('PACK-5 the page of an article', () => {
  test('PACK-5 it speaks of an article and of no place where a sheet hangs', () => {
    const page = html({ packed: true })
    expect(page).toContain('这篇内容是真的')
    expect(page).not.toMatch(/张贴单位|石桥村|这张海报/)
    expect(html({ packed: true, state: 'withdrawn' })).toContain('请不要再发')
    expect(html()).toContain('这张海报是真的')
  })
})

describe('AUD-3 the page of an export', () => {
  const said = (found: ReportLook | null) =>
    reportPage(AROUND, found && { look: found, asked: { by: '所有人', of: '单位' } })

  test('AUD-3 each verdict is a sentence of its own, and only a whole file whose rows are the same is whole', () => {
    const { statement } = look() as Extract<ReportLook, { at: 'whole' }>
    const verdicts: readonly (readonly [ReportLook, string, number])[] = [
      [look(), '一个字节都没改', 200],
      [look({ rows: { at: 'changed', edited: [12, 7] } }), '第 7、12 条', 200],
      [look({ rows: { at: 'changed', edited: [] } }), '少了或多了几条', 200],
      [look({ at: 'known' }), '本镇导出过这一份', 200],
      [look({ recorded: null }), '这次导出的那一条找不到了', 200],
      [{ at: 'altered', statement }, '文件被改过', 200],
      [{ at: 'foreign' }, '不是本镇签的', 404],
    ]
    for (const [found, words, status] of verdicts) {
      const page = said(found)
      expect([page.status, page.html.includes(words)]).toEqual([status, true])
      expect(page.html.includes('✓')).toBe(['一个字节都没改', '本镇导出过这一份'].includes(words))
      expect(page.html.includes('2026年11月30日 12:00')).toBe(found.at !== 'foreign')
      expect(page.html).not.toContain('<督查>')
    }
    for (const words of ['从2026年11月1日起', '所有人', '单位']) expect(said(look()).html).toContain(words)
  })

  test('AUD-2 a code of an export leads to its page wherever it is typed, one of a sheet to its own', () => {
    expect(addressFor('7k3d 92mq 4f8h')).toBe('/v/7K3D-92MQ-4F8H')
    expect(addressFor('7k3d92mq')).toBe('/v/7K3D-92MQ')
    expect(addressFor('7k3d92mq4')).toBeNull()
    expect(codeInAddress('https://shield.wujian.gov.cn/v/7K3D-92MQ-4F8H')).toBe('7K3D-92MQ-4F8H')
  })

  test('AUD-3 the page that asks for a file brings a script of ours and nothing else', () => {
    const { html: page, scripted } = said(null)
    expect(scripted).toBe(true)
    expect(page.match(/<script[^>]*>/g)).toEqual(['<script type="module" src="/v/report.js">'])
    expect(page).not.toMatch(/https?:/)
  })
})
