import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { questionIn, readActs, sentenceOf, type ToldAct } from '../../../cms/audit-report/index.ts'
import { appendAudit } from '../../../cms/audit/append.ts'
import { databases } from './databases.ts'
import { openDesk, type Desk } from './desk.ts'
import { buildPlaceWithScreens, createRow, sloganOf } from './rows.ts'

describe.each(databases)('the audit for people on $name', (database) => {
  let desk: Desk
  let slogan: string
  beforeAll(async () => {
    desk = await openDesk(database)
    const hotline = (await buildPlaceWithScreens(desk)).hotline.id
    const json = { ...sloganOf(hotline, '=1+1 不轻信 多问人'), _status: 'draft' }
    const { body } = await desk.rest('POST', '/slogans?draft=true&depth=0', { as: 'author', json })
    slogan = (body['doc'] as { id: string }).id
    const text = '不轻信 多问人'
    await desk.rest('PATCH', `/slogans/${slogan}?draft=true`, {
      as: 'author',
      json: { text, accent: '多问' },
    })
    const { body: sent } = await desk.rest('POST', `/slogans/${slogan}/submit`, { as: 'author', json: {} })
    const { id } = sent['submission'] as { id: string }
    const comment = '第一句 再短一点'
    await desk.rest('POST', `/submissions/${id}/return`, { as: 'reviewer', json: { comment } })
  })
  afterAll(() => desk.close())

  const asked = (params: Readonly<Record<string, string>> = {}, language: 'zh' | 'en' = 'zh') =>
    readActs({ payload: desk.payload, language }, questionIn(params), 100)
  const said = (acts: readonly ToldAct[], language: 'zh' | 'en' = 'zh') =>
    acts.map((act) => [sentenceOf(act, language), act.detail])
  const report = (as: 'author' | 'village' | undefined, query = '') =>
    desk.raw('GET', `/audit-report.xlsx${query}`, as ? { as } : {})

  it('DESK-5 CMS-70 it says what was done to what, by the name it has now, newest first', async () => {
    expect(said(await asked({ of: `slogans/${slogan}` }))).toEqual([
      ['修改标语“不轻信 多问人”', '强调的词、标语'],
      ['新建标语“不轻信 多问人”', ''],
    ])
    expect(said(await asked({ of: 'submissions' }), 'zh')).toEqual([
      ['退回标语“不轻信 多问人”', '第一句 再短一点'],
      ['送审标语“不轻信 多问人”', ''],
    ])
  })

  it('DESK-5 acts that say what they are done to name it once, with the code of the sheet and no part of an id', async () => {
    const entry = { subject: 'postings/1', detail: 'QFTF-8C3P places/7c1e0f3a-0579-4763-8e21-0a5b6c7d8e9f' }
    await appendAudit(await desk.requestOf('author'), { action: 'posting.put', ...entry })
    const head = { action: 'head.publish', subject: 'heads/7', detail: 'aaaa-bbbb cccc-dddd changed' }
    await appendAudit({ payload: desk.payload }, head)
    await appendAudit(await desk.requestOf('author'), {
      action: 'login',
      subject: `users/${desk.ids.author}`,
    })
    expect(said((await asked()).slice(0, 3))).toEqual([
      ['登录', ''],
      ['发出节目', '第 7 号'],
      ['张贴', 'QFTF-8C3P'],
    ])
  })

  it('DESK-32 it is narrowed by person, by day and by what is older', async () => {
    const all = await asked()
    expect(all.map(({ seq }) => seq)).toEqual(all.map((_, i) => all.length - i))
    const mine = await asked({ by: desk.ids.reviewer })
    expect(mine.map(({ act }) => act)).toContain('退回')
    expect(new Set(mine.map(({ who }) => who)).size).toBe(1)
    expect((await asked({ by: 'system' })).length).toBeGreaterThan(0)
    expect((await asked({ before: '3' })).map(({ seq }) => seq)).toEqual([2, 1])
    for (const by of ['nobody', '7c1e0f3a-0579-4763-8e21-0a5b6c7d8e9f', '0123456789abcdef01234567'])
      expect(await asked({ by })).toEqual([])
    expect(await asked({ to: '2000-01-01' })).toEqual([])
    expect(await asked({ from: '2000-01-01' })).toHaveLength(all.length)
  })

  it('DESK-32 I12 a row that was edited says so, in the list and in the file; the others do not', async () => {
    const [row] = await asked({ of: `slogans/${slogan}` })
    const id = row?.row ?? ''
    await desk.payload.db.updateOne({ collection: 'audit', id, data: { actorName: '某某' } })
    expect((await asked()).filter(({ holds }) => !holds).map(({ row: edited }) => edited)).toEqual([id])
    const sheet = await sheetOf(await report('author'))
    expect(sheet.match(/>被改动</g)).toHaveLength(1)
  })

  it('DESK-32 the file holds what was asked for, as text whoever typed it', async () => {
    await createRow(desk, 'units', { name: '=1+1村', kind: 'village' })
    const sheet = await sheetOf(await report('author', '?of=units'))
    expect(sheet).toContain('<t>=1+1村</t>')
    expect(sheet).not.toContain('<f>')
    expect(sheet).not.toContain('退回')
  })

  it('CMS-96 a stranger and a village get no file', async () => {
    expect((await report(undefined)).status).toBe(401)
    expect((await report('village')).status).toBe(403)
  })
})

/** All text of the first sheet, wherever the format keeps it. */
const sheetOf = async (answer: Response): Promise<string> => {
  expect(answer.status).toBe(200)
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  return Object.entries(files)
    .filter(([name]) => name.startsWith('xl/') && name.endsWith('.xml'))
    .map(([, bytes]) => strFromU8(bytes))
    .join('\n')
}
