/** Who must agree, over REST: the steps of a class of risk, and what somebody with the database could make of them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readTasks } from '../../../cms/components/today/tasks.ts'
import { rowsOf, type ApprovalRow } from '../../../cms/records/rows.ts'
import { loadTown } from '../../../cms/town/read.ts'
import { readStuck } from '../../../cms/workflow/stuck.ts'
import { stepWord } from '../../../src/lexicon/people.ts'
import type { PersonName } from '../../builders/people.ts'
import { databases } from './databases.ts'
import { openDesk, type Desk } from './desk.ts'
import { buildPlaceWithScreens, caseOf } from './rows.ts'

describe.each(databases)('policies on $name', (database) => {
  let desk: Desk
  let hotline: string
  beforeAll(async () => {
    desk = await openDesk(database)
    hotline = (await buildPlaceWithScreens(desk)).hotline.id
  })
  afterAll(() => desk.close())

  const draft = async (data: object): Promise<string> => {
    const { body } = await desk.rest('POST', '/cases?draft=true', { as: 'author', json: data })
    return String((body['doc'] as { id: string }).id)
  }
  const submitted = async (id: string): Promise<string> => {
    desk.ports.clock.advance(1000)
    const { body, status } = await desk.rest('POST', `/cases/${id}/submit`, { as: 'author' })
    expect(status, JSON.stringify(body)).toBe(201)
    return String((body['submission'] as { id: string }).id)
  }
  const codeOf = (body: { readonly errors?: readonly { readonly code: string }[] }) =>
    body.errors?.map(({ code }) => code)

  it('CMS-11 what is sensitive needs its note, and police or justice beside two reviewers, whatever its row says', async () => {
    const status = 'investigated'
    const bare = await draft({ ...caseOf(hotline), title: '还在侦查的案子', accent: '侦查', status })
    const refused = await desk.rest('POST', `/cases/${bare}/submit`, { as: 'author' })
    expect([refused.status, codeOf(refused.body)]).toEqual([400, ['SYNC_NOTE_REQUIRED']])
    // What stops and asks on a screen does not in a note for those who decide.
    const syncNote = '派出所已立案，联系0563-6022110；涉案款正在追；对外只说骗法；家属由村里安抚'
    await desk.rest('PATCH', `/cases/${bare}?draft=true`, { as: 'author', json: { syncNote } })
    const submission = await submitted(bare)
    const row = await desk.rest('GET', `/submissions/${submission}?depth=0`, { as: 'reviewer' })
    expect(row.body).toMatchObject({ risk: 'sensitive', looks: 0, state: 'in-review' })
    // Behind the product: the column is of lists, what decides is sealed.
    const edited = { id: submission, collection: 'submissions' as const, data: { risk: 'ordinary' } }
    await desk.payload.db.updateOne({ ...edited, returning: false })
    const approve = async (as: PersonName) => {
      desk.ports.clock.advance(1000)
      const { body, status: said } = await desk.rest('POST', `/submissions/${submission}/approve`, {
        as,
        json: {},
      })
      return said === 200 ? body['decision'] : codeOf(body)?.[0]
    }
    const way = []
    for (const as of ['reviewer', 'issuer', 'second-reviewer', 'issuer', 'reviewer'] as const)
      way.push(await approve(as))
    expect(way).toEqual(['approve', 'ROLE_MISSING', 'approve', 'ROLE_MISSING', 'ROLE_MISSING'])
    expect((await loadTown(desk.payload)).town.releases.map((r) => r.content)).not.toContain(bare)
    expect([await approve('law-reviewer'), await approve('issuer')]).toEqual(['approve', 'issue'])
    expect((await loadTown(desk.payload)).town.releases.map((r) => r.content)).toContain(bare)
  })

  it('CMS-11 I8 a case whose row calls it a slogan goes the way of a case, and a look written down again is no second one', async () => {
    const content = await draft({ ...caseOf(hotline), title: '门店关了又开张', accent: '门店' })
    const submission = await submitted(content)
    const approve = async (as: PersonName) => {
      desk.ports.clock.advance(1000)
      const { body } = await desk.rest('POST', `/submissions/${submission}/approve`, { as, json: {} })
      return body['decision'] ?? codeOf(body)?.[0]
    }
    expect(await approve('reviewer')).toBe('approve')
    const rename = (kind: string) => {
      const edited = { id: submission, collection: 'submissions' as const, data: { kind } }
      return desk.payload.db.updateOne({ ...edited, returning: false })
    }
    await rename('slogan')
    expect(await approve('issuer')).toBe('ROLE_MISSING')
    await rename('case')
    const [look] = await rowsOf<ApprovalRow>(desk.payload, 'approvals', {
      where: { submission: { equals: submission } },
    })
    const { id: _, ...copy } = look as ApprovalRow
    await desk.payload.db.create({ collection: 'approvals', data: copy as never })
    expect(await approve('issuer')).toBe('APPROVAL_TAMPERED')
    expect(await approve('second-reviewer')).toBe('APPROVAL_TAMPERED')
  })

  it('DESK-93 what nobody may take further is told to who can give somebody the role', async () => {
    const submission = await submitted(
      await draft({ ...caseOf(hotline), title: '门店关了谁来审', accent: '门店' }),
    )
    const stuck = async () =>
      (await readStuck(desk.payload)).flatMap((one) =>
        one.title === '门店关了谁来审' ? [stepWord(one.steps, one.at).zh] : [],
      )
    const told = async (name: PersonName) => {
      const user = (await desk.requestOf(name)).user as never
      const lines = await readTasks({ payload: desk.payload, user, language: 'zh' }, [], [])
      return lines.find(({ key }) => key === 'stuck')?.words
    }
    expect([await stuck(), await told('administrator')]).toEqual([[], undefined])
    const leave = (name: PersonName, leftTown: boolean) =>
      desk.payload.update({
        collection: 'users',
        id: desk.ids[name],
        data: { leftTown },
        overrideAccess: true,
      })
    await leave('second-reviewer', true)
    await desk.rest('POST', `/submissions/${submission}/approve`, { as: 'reviewer', json: {} })
    expect(await stuck()).toEqual(['复审'])
    expect(await told('administrator')).toMatch(/^\d+ 件没有人能审：复审还缺一位“审核”$/)
    expect(await told('issuer')).toBeUndefined()
    await leave('second-reviewer', false)
    expect(await stuck()).toEqual([])
  })
})
