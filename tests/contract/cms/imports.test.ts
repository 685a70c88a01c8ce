import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginImport, lookAt, undoBrokenOff } from '../../../cms/imports/index.ts'
import { note } from '../../../cms/imports/journal.ts'
import { rowsOf } from '../../../cms/records/rows.ts'
import { readFile } from '../../../src/adapters/office/read-office.ts'
import { docxOf, xlsxOf } from '../../builders/office.ts'
import type { PersonName } from '../../builders/people.ts'
import { databases } from './databases.ts'
import { openDesk, type Desk } from './desk.ts'
import { createRow } from './rows.ts'

const HEADINGS = ['标题', '类别', '案情简介', '金额', '举报电话', '有效期', '民警']

type Told = {
  readonly digest: string
  readonly unused: readonly string[]
  readonly rows: readonly {
    readonly row: number
    readonly state: string
    readonly title: string
    readonly faults: readonly { readonly cell: string; readonly code: string }[]
    readonly notes: readonly { readonly code: string }[]
  }[]
}

const formOf = (bytes: Uint8Array, name: string, more: Readonly<Record<string, string>> = {}): FormData => {
  const form = new FormData()
  form.set('file', new File([bytes as BlobPart], name))
  for (const [key, value] of Object.entries(more)) form.set(key, value)
  return form
}

const caseRow = (title: string, ...more: readonly (string | null)[]) => [
  title,
  '投资养老',
  `${title}，去听课。投了三万。`,
  ...more,
]

describe.each(databases)('IMP-30 what offices bring in on $name', (database) => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk(database)
    await createRow(desk, 'hotlines', {
      number: '96110',
      label: '反诈专线',
      prompt: '拿不准？先打',
      verifiedOn: '2026-11-10T04:00:00.000Z',
    })
  })
  afterAll(() => desk.close())

  const cases = () => rowsOf<{ title: string; story: string; contributors: unknown }>(desk.payload, 'cases')
  const audits = (action: string) =>
    rowsOf<{ detail: string; actorName: string }>(desk.payload, 'audit', {
      where: { action: { equals: action } },
    })

  const look = async (bytes: Uint8Array, name = '台账.xlsx', as: PersonName = 'author') =>
    desk.rest('POST', '/imports/look', { as, form: formOf(bytes, name, { collection: 'cases' }) })

  const readyIn = ({ rows }: Told): number => rows.filter(({ state }) => state === 'ready').length

  const take = async (bytes: Uint8Array, told: Told, more: Readonly<Record<string, string>> = {}) =>
    desk.rest('POST', '/imports', {
      as: 'author',
      form: formOf(bytes, '台账.xlsx', {
        collection: 'cases',
        digest: told.digest,
        ready: String(readyIn(told)),
        ...more,
      }),
    })

  const overOf = async (id: unknown) => {
    await expect
      .poll(async () => (await desk.rest('GET', `/imports/${String(id)}`, { as: 'author' })).body['state'])
      .not.toBe('running')
    return (await desk.rest('GET', `/imports/${String(id)}`, { as: 'author' })).body
  }

  it('IMP-30 rows are told before they are taken, and become drafts of who took them, by the form’s own rules', async () => {
    const bytes = await xlsxOf({
      name: '案例',
      rows: [
        HEADINGS,
        caseRow('领鸡蛋的讲座', '3万元', '96110', '2027-10-11', '李某'),
        caseRow('第二件，用Ａ４纸'),
      ],
    })
    const { body, status } = await look(bytes)
    const told = body as unknown as Told
    expect([status, told.unused, told.rows.map(({ state, title }) => [state, title])]).toEqual([
      200,
      ['民警'],
      [
        ['ready', '领鸡蛋的讲座'],
        ['ready', '第二件，用A4纸'],
      ],
    ])
    expect(await cases()).toEqual([])
    const begun = await take(bytes, told)
    expect([begun.status, begun.body['of']]).toEqual([202, 2])
    expect(await overOf(begun.body['id'])).toEqual({ collection: 'cases', of: 2, made: 2, state: 'done' })
    const made = await cases()
    expect(made.map(({ title }) => title).toSorted()).toEqual(told.rows.map(({ title }) => title).toSorted())
    expect(made.find(({ title }) => title === '领鸡蛋的讲座')).toMatchObject({
      fraudClass: 'care-investment',
      story: '领鸡蛋的讲座，去听课。\n投了三万。',
      amount: 'to-50000',
      hotline: expect.any(String),
      validUntil: expect.stringContaining('2027-10-10T16:00'),
      _status: 'draft',
      contributors: [desk.ids.author],
    })
    expect((await audits('import.done')).map(({ detail, actorName }) => [detail, actorName])).toEqual([
      ['cases 2', '林编写'],
    ])
  })

  it('IMP-32 the same file twice makes nothing, and says so; rows of one text in a file are one', async () => {
    const before = (await cases()).length
    const bytes = await xlsxOf({
      name: '案例',
      rows: [HEADINGS, caseRow('领鸡蛋的讲座'), caseRow('新的一件'), caseRow('新的一件')],
    })
    const told = (await look(bytes)).body as unknown as Told
    expect(told.rows.map(({ state, notes }) => [state, notes[0]?.code])).toEqual([
      ['known', 'IMPORT_ROW_EXISTS'],
      ['ready', undefined],
      ['known', 'IMPORT_ROW_TWICE'],
    ])
    const answers = await Promise.all([take(bytes, told), take(bytes, told)])
    for (const { body, status } of answers) if (status === 202) await overOf(body['id'])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([202, 400])
    expect((await cases()).length).toBe(before + 1)
  })

  it('IMP-31 a faulty row keeps all of them out, until somebody says to leave it out', async () => {
    const before = (await cases()).length
    const bytes = await xlsxOf({
      name: '案例',
      rows: [HEADINGS, caseRow('好的一件'), ['坏的一件', '不知道', null, '很多', '119911', '明天', '']],
    })
    const told = (await look(bytes)).body as unknown as Told
    expect(told.rows[1]?.faults.map(({ cell, code }) => `${cell} ${code}`)).toEqual([
      'B3 IMPORT_CHOICE_UNKNOWN',
      'D3 IMPORT_AMOUNT_UNCLEAR',
      'F3 IMPORT_DAY_UNCLEAR',
      'C3 TEXT_EMPTY',
      'E3 IMPORT_LINK_UNKNOWN',
    ])
    expect((await take(bytes, told)).body).toMatchObject({ errors: [{ code: 'IMPORT_ROWS_FAULTY', got: 1 }] })
    expect((await take(bytes, { ...told, digest: 'x' }, { withoutFaulty: 'true' })).body).toMatchObject({
      errors: [{ code: 'IMPORT_CHANGED' }],
    })
    expect((await cases()).length).toBe(before)
    const begun = await take(bytes, told, { withoutFaulty: 'true' })
    expect(await overOf(begun.body['id'])).toMatchObject({ made: 1, state: 'done' })
    expect((await cases()).length).toBe(before + 1)
  })

  it('IMP-31 broken off in the middle nothing of it stands, but what somebody has worked on since', async () => {
    const before = (await cases()).map(({ title }) => title).toSorted()
    const rows = Array.from({ length: 45 }, (_, i) => caseRow(`断掉的第${i}件`))
    const bytes = await xlsxOf({ name: '案例', rows: [HEADINGS, ...rows] })
    const brought = { bytes, name: '台账.xlsx' }
    const req = await desk.requestOf('author')
    const { digest } = await lookAt(req, 'cases', brought)
    const create = desk.payload.create.bind(desk.payload)
    let count = 0
    desk.payload.create = ((...args: Parameters<typeof create>) => {
      count += 1
      return count > 30 ? Promise.reject(new Error('the disk is full')) : create(...args)
    }) as typeof create
    try {
      const begun = await beginImport(req, 'cases', brought, { digest, ready: 45, withoutFaulty: false })
      await expect(begun.over).rejects.toThrow('full')
      expect(await overOf(begun.id)).toMatchObject({ of: 45, made: 20, state: 'undone' })
    } finally {
      desk.payload.create = create
    }
    expect((await cases()).map(({ title }) => title).toSorted()).toEqual(before)
  })

  it('IMP-31 what a killed process left is taken back at the next start, once', async () => {
    const before = (await cases()).length
    const make = async (title: string) =>
      String(
        (
          await desk.payload.create({
            collection: 'cases',
            draft: true,
            data: { title } as never,
            user: { ...(await desk.requestOf('author')).user! },
            overrideAccess: false,
          })
        ).id,
      )
    const [left, worked] = [await make('没有做完的'), await make('有人接着写的')]
    await desk.rest('PATCH', `/cases/${worked}?draft=true`, { as: 'author', json: { lesson: '先问儿女' } })
    const id = '3f0c2f6e-0000-4000-8000-000000000001'
    await note(await desk.requestOf('author'), id, 'import.begin', 'cases 40')
    await note(await desk.requestOf('author'), id, 'import.part', `${left} ${worked}`)
    await undoBrokenOff(desk.payload)
    await undoBrokenOff(desk.payload)
    expect((await cases()).map(({ title }) => title)).not.toContain('没有做完的')
    expect((await cases()).length).toBe(before + 1)
    expect((await audits('import.undo')).at(0)?.detail).toBe(`cases kept ${worked}`)
  })

  it('IMP-30 words that may not go out are told beside the row, which is taken all the same', async () => {
    const bytes = await xlsxOf({
      name: '案例',
      rows: [HEADINGS, ['有电话的一件', '投资养老', '他让张大妈打13812345678。']],
    })
    const told = (await look(bytes)).body as unknown as Told
    expect(told.rows.map(({ state, notes }) => [state, notes.map(({ code }) => code)])).toEqual([
      ['ready', ['CHECK_PHONE_NUMBER']],
    ])
  })

  it('IMP-15 a document of several cases is looked at in the same way', async () => {
    const bytes = docxOf({ heading: '甲案' }, '甲去听课。投了三万元。', { heading: '乙案' }, '乙接到来电。')
    const told = (await look(bytes, '案例.docx')).body as unknown as Told
    expect(told.rows.map(({ title, state }) => [title, state])).toEqual([
      ['甲案', 'ready'],
      ['乙案', 'ready'],
    ])
  })

  it('IMP-13 the template of every kind is read again, and holds nothing to take', async () => {
    for (const { collection } of desk.ports.kinds.all) {
      const answer = await desk.raw('GET', `/imports/template/${collection}`, { as: 'author' })
      const bytes = new Uint8Array(await answer.arrayBuffer())
      expect([collection, answer.status, (await readFile({ bytes, name: 'a.xlsx' })).as]).toEqual([
        collection,
        200,
        'sheets',
      ])
      expect((await look(bytes)).body).toMatchObject({ errors: [{ code: 'IMPORT_NOTHING_FOUND' }] })
    }
    expect((await desk.rest('GET', '/imports/template/users', { as: 'author' })).status).toBe(404)
  })

  it('IMP-30 who may not write a content brings none in, and sees nobody else’s import', async () => {
    const bytes = await xlsxOf({ name: '案例', rows: [HEADINGS, caseRow('别人的')] })
    for (const as of ['reviewer', 'operator', 'village'] as const)
      expect((await look(bytes, '台账.xlsx', as)).body).toMatchObject({ errors: [{ code: 'ROLE_MISSING' }] })
    expect((await desk.rest('POST', '/imports/look', { form: formOf(bytes, 'a.xlsx') })).status).toBe(401)
    const own = (await audits('import.begin')).length
    expect(own).toBeGreaterThan(0)
    const [row] = await rowsOf<{ subject: string }>(desk.payload, 'audit', {
      where: { action: { equals: 'import.done' } },
      limit: 1,
    })
    const id = row?.subject.split('/')[1]
    expect((await desk.rest('GET', `/imports/${id}`, { as: 'administrator' })).status).not.toBe(200)
  })
})
