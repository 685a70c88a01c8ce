import type { TypedUser } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readHotlineUse, type HotlineUse } from '../../../cms/overview/hotline-use.ts'
import { readDueHotlines } from '../../../cms/overview/hotlines-due.ts'
import type { PersonName } from '../../builders/people.ts'
import { buildTown, type Town } from './access-walk.ts'
import { databases } from './databases.ts'
import { openDesk, type Desk } from './desk.ts'
import { createRow, sloganOf } from './rows.ts'

const DAY_MS = 86_400_000

describe.each(databases)('what names a hotline, on $name', (database) => {
  let desk: Desk
  let town: Town
  beforeAll(async () => {
    desk = await openDesk(database)
    town = await buildTown(desk)
  })
  afterAll(() => desk.close())

  const use = async (): Promise<HotlineUse> =>
    readHotlineUse(desk.payload, { id: town.hotline, number: '96110' })
  const counts = ({ drafts, inForce, sheets }: HotlineUse) => [drafts.length, inForce.length, sheets.length]
  const draft = async (data: object) => {
    const { body } = await desk.rest('POST', '/slogans?draft=true', { as: 'author', json: data })
    return String((body['doc'] as { id: string }).id)
  }

  it('DESK-90 drafts by their newest words, releases in force, and sheets that hang, each with the way to it', async () => {
    const { content, release } = town.story
    const { drafts, inForce, sheets } = await use()
    // Two people of the town wrote one more each.
    expect(drafts).toHaveLength(3)
    expect(drafts.map(({ href }) => href)).toContain(`/admin/collections/slogans/${content}`)
    expect(inForce.map(({ href }) => href)).toEqual([`/admin/collections/releases/${release}`])
    expect(new Set([...drafts, ...inForce].map(({ title }) => title))).toEqual(new Set(['天上不会 掉馅饼']))
    expect(sheets.map(({ title }) => title).toSorted()).toEqual([
      '天上不会 掉馅饼 · 柳河村村部',
      '天上不会 掉馅饼 · 石桥村公告栏',
    ])
    const police = await createRow(desk, 'hotlines', { number: '110', label: '报警', prompt: '马上打' })
    const other = await draft(sloganOf(town.hotline))
    expect(counts(await use())).toEqual([4, 1, 2])
    await desk.rest('PATCH', `/slogans/${other}?draft=true`, { as: 'author', json: { hotline: police.id } })
    expect(counts(await use())).toEqual([3, 1, 2])
    const ofPolice = await readHotlineUse(desk.payload, { id: police.id, number: '110' })
    expect(ofPolice).toEqual({
      drafts: [{ title: '天上不会 掉馅饼', href: `/admin/collections/slogans/${other}` }],
      inForce: [],
      sheets: [],
    })
  })

  it('DESK-90 what was withdrawn is no longer in force, and its sheets still hang', async () => {
    const { release } = town.story
    desk.ports.clock.advance(1000)
    await desk.rest('POST', `/releases/${release}/withdraw`, { as: 'issuer', json: { reason: '换号码' } })
    expect(counts(await use())).toEqual([3, 0, 2])
  })

  it('DESK-91 who keeps the numbers is told of all that are due, who is named of his own, others of none', async () => {
    const asking = async (name: PersonName) => ({
      payload: desk.payload,
      user: (await desk.requestOf(name)).user as unknown as TypedUser,
    })
    const due = async (name: PersonName) =>
      (await readDueHotlines(await asking(name))).map(({ number, days }) => [number, days])
    const { user } = await asking('author')
    const verified = (days: number) => new Date(desk.ports.now() - days * DAY_MS).toISOString()
    for (const [number, days] of [
      ['12315', 20],
      ['12337', 170],
      ['12381', 200],
    ] as const)
      await createRow(desk, 'hotlines', {
        number,
        label: '专线',
        prompt: '先打',
        verifiedOn: verified(days),
        confirmBy: number === '12337' ? user.name : '',
      })
    const all = await due('administrator')
    expect(all).toEqual(
      expect.arrayContaining([
        ['12381', -20],
        ['12337', 10],
        ['110', 0],
      ]),
    )
    expect(all.map(([number]) => number)).not.toContain('12315')
    expect(all.map(([, days]) => Number(days))).toEqual(
      all.map(([, days]) => Number(days)).toSorted((a, b) => a - b),
    )
    expect(await due('author')).toEqual([['12337', 10]])
    expect(await due('reviewer')).toEqual([])
    expect(await due('village')).toEqual([])
  })
})
