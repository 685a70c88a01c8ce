import { resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { reportSheet, type Around } from '../../cms/audit-report/report-words.ts'
import type { ToldAct } from '../../cms/audit-report/read.ts'
import { openReport } from '../../src/adapters/report/set-report.ts'
import { openTypst } from '../../src/adapters/typst/index.ts'
import { withSaid } from '../../src/report/index.ts'
import { TYPST_CHILD } from '../templates/children.ts'
import { openPdf, textOf } from './printing.ts'

const workspace = resolve('media/reports')
const typst = openTypst({ templates: workspace, ...TYPST_CHILD })
afterAll(() => typst.stop())

const AROUND: Around = {
  town: '五间镇',
  language: 'zh',
  question: { by: null, of: 'units', from: '2026-11-01', to: '2026-11-30', before: null },
  asked: { by: '所有人', of: '单位' },
  by: '周督查',
  at: '2026-11-30T04:00:00.000Z',
  head: { seq: 1340, hash: 'c0ffee'.repeat(10) + 'cafe' },
  code: '7K3D92MQ4F8H',
  address: 'https://shield.wujian.gov.cn/v/7K3D-92MQ-4F8H',
}

const act = (i: number): ToldAct => ({
  row: String(i),
  seq: 1340 - i,
  hash: 'h',
  at: new Date(Date.parse('2026-11-30T03:00:00Z') - i * 40 * 60_000).toISOString(),
  who: ['周小敏', '王建国', '系统'][i % 3] ?? '',
  act: ['修改', '送审', '退回'][i % 3] ?? '',
  kind: '案例',
  name: '高息返了两个月，第三个月人去楼空',
  subject: 'cases/1',
  detail: i % 3 === 2 ? '第一句再短一点；电话换成 96110；#set text(size: 99pt) $x$ *粗*' : '标题、正文',
  holds: i !== 4,
})

describe('AUD the file for an inspector', () => {
  it('AUD-1 pages of office paper with numbers, each row in words, an edited one told; words are never markup; readers open it with the line behind', async () => {
    const acts = Array.from({ length: 120 }, (_, i) => act(i))
    const { pdf } = await openReport({ typst, workspace })(
      reportSheet(AROUND, acts, (t) => t),
      'me',
    )
    const statement = {
      code: AROUND.code,
      pdf: 'a'.repeat(64),
      rows: 'b'.repeat(64),
      count: '120',
      head: '1340',
      headHash: 'c'.repeat(64),
      at: AROUND.at,
      asked: 'of=units',
      by: 'u',
      name: '周督查',
    }
    const file = withSaid(pdf, { statement, signature: 'S'.repeat(86) })
    const opened = await openPdf(file)
    expect(opened.numPages).toBeGreaterThan(3)
    const { view } = await opened.getPage(1)
    expect([view[2], view[3]].map((n) => Math.round(Number(n)))).toEqual([595, 842])
    const first = await textOf(opened, 1)
    for (const said of [
      '五间镇',
      '操作记录',
      '2026年11月1日到2026年11月30日',
      '120 条，从新到旧',
      '1 条，那一条上写明',
      '周督查',
      '第 1340 条',
      '7K3D-92MQ-4F8H',
      '停 这一条被人改过',
      '#set text(size: 99pt) $x$ *粗*',
    ])
      expect(first.replaceAll(/\s/g, '')).toContain(said.replaceAll(/\s/g, ''))
    const last = await textOf(opened, opened.numPages)
    expect(last.replaceAll(/\s/g, '')).toContain(`第${opened.numPages}页，共${opened.numPages}页`)
    expect(last.replaceAll(/\s/g, '')).toContain('c0ffee'.repeat(10))
  })

  it('AUD-1 a thousand rows are set within the time of their pages; without an address there is no square, and the way to check is told', async () => {
    const acts = Array.from({ length: 1000 }, (_, i) => act(i))
    const { pdf } = await openReport({ typst, workspace })(
      reportSheet({ ...AROUND, address: null }, acts, (t) => t),
      'me',
    )
    expect((await textOf(await openPdf(pdf), 1)).replaceAll(/\s/g, '')).toContain(
      '在本镇服务器的/v页面输入核验码',
    )
  })
})
