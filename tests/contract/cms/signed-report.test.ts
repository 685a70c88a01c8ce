import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHash } from 'node:crypto'
import { lookByCode, lookByFile, questionIn, readActs, sentenceOf } from '../../../cms/audit-report/index.ts'
import { appendAudit } from '../../../cms/audit/append.ts'
import { partSaid, readSaid, saidText, withSaid, type Statement } from '../../../src/report/index.ts'
import { fakePorts } from '../../fakes/ports.ts'
import { databases } from './databases.ts'
import { openDesk, type Asking, type Desk } from './desk.ts'
import { createRow } from './rows.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe.each(databases)('signed exports of the audit on $name', (database) => {
  let desk: Desk
  let unit: string
  beforeAll(async () => {
    desk = await openDesk(database, { publicUrl: 'https://shield.wujian.gov.cn' })
    unit = (await createRow(desk, 'units', { name: '石桥村', kind: 'village' })).id
    await createRow(desk, 'units', { name: '柳河村', kind: 'village' })
    await appendAudit(await desk.requestOf('author'), {
      action: 'update',
      subject: `units/${unit}`,
      detail: 'name',
    })
  })
  afterAll(() => desk.close())

  const exported = (as: Asking['as'], query = '?of=units') =>
    desk.raw('POST', `/audit-report.pdf${query}`, as ? { as } : {})
  const fileOf = async (as: Asking['as'] = 'supervisor', query?: string) => {
    const answer = await exported(as, query)
    expect(answer.status).toBe(200)
    return new Uint8Array(await answer.arrayBuffer())
  }
  const look = (file: Uint8Array) => {
    const { pdf, said } = partSaid(file)
    return lookByFile(desk.payload, sha256(pdf), said)
  }
  const statementOf = (file: Uint8Array): Statement => {
    const said = readSaid(partSaid(file).said ?? '')
    if (!said) throw new Error('nothing said')
    return said.statement
  }

  it('AUD-1 a supervisor exports what was asked for; the file says who, when, how many and where the log ended, and so does the log', async () => {
    const [last] = await readActs({ payload: desk.payload, language: 'zh' }, questionIn({}), 1)
    const file = await fileOf()
    const { code, count, head, headHash, asked, by, name } = statementOf(file)
    expect({ count, head, headHash, asked, by }).toEqual({
      count: '3',
      head: String(last?.seq),
      headHash: last?.hash,
      asked: 'of=units',
      by: desk.ids.supervisor,
    })
    const [sheet] = desk.ports.report.sheets
    const shown = code.replace(/(.{4})(?=.)/g, '$1-')
    expect(sheet).toMatchObject({ code: shown, address: `https://shield.wujian.gov.cn/v/${shown}` })
    expect(sheet?.days.flatMap(({ rows }) => rows.map(({ said }) => said))).toEqual([
      '修改单位“石桥村”',
      '新建单位“柳河村”',
      '新建单位“石桥村”',
    ])
    expect(sheet?.facts.map(([, said]) => said).join()).toContain(name)
    const [act] = await readActs({ payload: desk.payload, language: 'zh' }, questionIn({}), 1)
    expect(act && [sentenceOf(act, 'zh'), act.detail, act.who]).toEqual(['导出操作记录', shown, name])
  })

  it('AUD-2 AUD-3 the code tells what was exported; the file, that not a byte was changed', async () => {
    const file = await fileOf()
    const statement = statementOf(file)
    expect(await lookByCode(desk.payload, statement.code)).toMatchObject({
      at: 'known',
      statement,
      recorded: expect.any(Number),
      rows: { at: 'same' },
    })
    expect(await look(file)).toMatchObject({ at: 'whole', statement, rows: { at: 'same' } })
    // Its line cut off by a program that wrote it anew: the log still knows the bytes.
    expect(await look(partSaid(file).pdf)).toMatchObject({ at: 'whole', statement })
    expect(await lookByCode(desk.payload, '222222222222')).toEqual({ at: 'foreign' })
  })

  it('AUD-3 one byte of the PDF changed, one word of the line, or the line of another export: none is whole', async () => {
    const file = await fileOf()
    const { pdf, said } = partSaid(file)
    const changed = Uint8Array.from(pdf, (byte, i) => (i === 20 ? byte ^ 1 : byte))
    expect(await lookByFile(desk.payload, sha256(changed), said)).toMatchObject({ at: 'altered' })
    expect(await lookByFile(desk.payload, sha256(changed), null)).toEqual({ at: 'foreign' })
    const one = readSaid(said ?? '')
    if (!one) throw new Error('nothing said')
    for (const statement of [
      { ...one.statement, count: '2' },
      { ...one.statement, pdf: sha256(changed) },
      { ...one.statement, name: '别人' },
    ])
      expect(await lookByFile(desk.payload, sha256(changed), saidText({ ...one, statement }))).toEqual({
        at: 'foreign',
      })
    const other = partSaid(await fileOf('author', '?of=users'))
    expect(await lookByFile(desk.payload, sha256(pdf), other.said)).toMatchObject({ at: 'altered' })
    expect(await lookByFile(desk.payload, sha256(pdf), `${'9'.repeat(3000)}`)).toMatchObject({ at: 'whole' })
  })

  it('AUD-3 what another town signed is foreign here, whatever it says', async () => {
    const { pdf } = partSaid(await fileOf())
    const statement = {
      ...statementOf(withSaid(pdf, { statement: statementOf(await fileOf()), signature: 'S'.repeat(86) })),
      pdf: sha256(pdf),
    }
    const theirs = fakePorts().sign('report', statement)
    expect(await lookByFile(desk.payload, sha256(pdf), saidText({ statement, signature: theirs }))).toEqual({
      at: 'foreign',
    })
  })

  it('AUD-4 I12 a row that is edited or taken away after the export shows, with its number; the file is still whole', async () => {
    const file = await fileOf()
    const [first] = await readActs({ payload: desk.payload, language: 'zh' }, questionIn({ of: 'units' }), 1)
    const id = first?.row ?? ''
    const stored = await desk.payload.findByID({ collection: 'audit', id, overrideAccess: true })
    await desk.payload.db.updateOne({ collection: 'audit', id, data: { actorName: '某某' } })
    expect(await look(file)).toMatchObject({ at: 'whole', rows: { at: 'changed', edited: [first?.seq] } })
    // And what is exported from now on says it in the file.
    const later = await fileOf()
    const edited =
      desk.ports.report.sheets.at(-1)?.days.flatMap(({ rows }) => rows.map((row) => row.edited)) ?? []
    expect(edited.filter((said) => said !== '')).toEqual(['停 这一条被人改过'])
    expect(await look(later)).toMatchObject({ at: 'whole', rows: { at: 'same' } })
    await desk.payload.db.updateOne({ collection: 'audit', id, data: { actorName: stored.actorName } })
    expect(await look(file)).toMatchObject({ rows: { at: 'same' } })
    await desk.payload.db.deleteOne({ collection: 'audit', where: { id: { equals: id } } })
    expect(await look(file)).toMatchObject({ at: 'whole', rows: { at: 'changed', edited: [] } })
  })

  it('AUD-4 the row that tells of the export may be edited or gone: the file is known by its signature, and that is said', async () => {
    const file = await fileOf()
    const [act] = await readActs({ payload: desk.payload, language: 'zh' }, questionIn({}), 1)
    const id = act?.row ?? ''
    await desk.payload.db.updateOne({ collection: 'audit', id, data: { actorName: '某某' } })
    expect(await look(file)).toMatchObject({ at: 'whole', recorded: null })
    await desk.payload.db.deleteOne({ collection: 'audit', where: { id: { equals: id } } })
    expect(await look(file)).toMatchObject({ at: 'whole', recorded: null })
    expect(await lookByCode(desk.payload, statementOf(file).code)).toEqual({ at: 'foreign' })
  })

  it('AUD-1 no word and no name of a row keeps the report from being made', async () => {
    const odd = '\u{1F469}\u200D\u{1F680} \u0007行\n二'
    await appendAudit(await desk.requestOf('author'), { action: odd, subject: `units/${unit}`, detail: odd })
    for (const c of ['\u{1F469}', '\u{1F680}', '\u200D', '\u0007']) desk.ports.unknownGlyphs.add(c)
    await fileOf()
    const said = JSON.stringify(desk.ports.report.sheets.at(-1))
    expect(said).toContain('□□□ □行 二')
  })

  it('CMS-96 a stranger and a village get no file', async () => {
    expect((await exported(undefined)).status).toBe(401)
    expect((await exported('village')).status).toBe(403)
  })
})
