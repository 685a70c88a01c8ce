import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { derivePages, deriveMissing } from '../../../cms/town/derive.ts'
import { loadTown } from '../../../cms/town/read.ts'
import { gridKey } from '../../../src/model/screen.ts'
import { databases } from './databases.ts'
import { openDesk, type Desk } from './desk.ts'
import { buildPlaceWithScreens, SCREEN, sloganOf } from './rows.ts'
import { releaseSlogan, type Story } from './stories.ts'

describe.each(databases)('rows edited behind the product on $name', (database) => {
  let desk: Desk
  let story: Story
  let started: Awaited<ReturnType<typeof buildPlaceWithScreens>>
  beforeAll(async () => {
    desk = await openDesk(database)
    started = await buildPlaceWithScreens(desk)
    story = await releaseSlogan(desk, sloganOf(started.hotline.id))
  })
  afterAll(() => desk.close())

  const rowOf = async (collection: string, id: string) =>
    (await desk.payload.db.findOne<Record<string, unknown> & { id: string }>({
      collection: collection as CollectionSlug,
      where: { id: { equals: id } },
    })) as Record<string, unknown>
  /** Straight into the database, as an intruder would; and back again. */
  const edited = async (collection: string, id: string, data: Record<string, unknown>) => {
    const row = await rowOf(collection, id)
    const before = Object.fromEntries(Object.keys(data).map((name) => [name, row[name]]))
    const write = (values: Record<string, unknown>) =>
      desk.payload.db.updateOne({ collection: collection as CollectionSlug, id, data: { ...values } })
    await write(data)
    const reading = await loadTown(desk.payload)
    await write(before)
    return { ...reading, codes: reading.refusals.map((r) => r.code) }
  }
  const live = async () => (await loadTown(desk.payload)).town.releases.map((r) => r.id)

  it('I8 nothing is refused while nobody has touched the rows', async () => {
    const { town, refusals } = await loadTown(desk.payload)
    expect(refusals).toEqual([])
    expect(town.releases.map((r) => r.id)).toEqual([story.release])
    expect(town.screens).toHaveLength(2)
    expect(Object.keys(town.fallback)).toHaveLength(2)
    expect(Object.values(town.fallback).every((pages) => pages.length > 0)).toBe(true)
  })

  it('I8 an edited submission is left out: words, pages or digest', async () => {
    const { frozen, pages } = await rowOf('submissions', story.submission)
    const swap = (text: unknown) => String(text).replaceAll('馅饼', '黄金')
    for (const data of [
      { frozen: swap(frozen) },
      { pages: String(pages).replace('"dwellMs":', '"dwellMs": ') },
      { digest: 'f'.repeat(64) },
      { frozen: '{}' },
      { frozen: 'no json' },
    ]) {
      const { town, codes } = await edited('submissions', story.submission, data)
      expect(town.releases).toEqual([])
      expect(codes).toEqual(['SUBMISSION_TAMPERED'])
    }
    expect(await live()).toEqual([story.release])
  })

  it('I8 an edited release is left out: digest, time, signature', async () => {
    for (const data of [
      { digest: 'f'.repeat(64) },
      { releasedAt: '2030-01-01T00:00:00.000Z' },
      { signature: 'AAAA' },
      { signature: '' },
    ]) {
      const { town, codes } = await edited('releases', story.release, data)
      expect(town.releases).toEqual([])
      expect(codes).toEqual(['RELEASE_TAMPERED'])
    }
    expect(await live()).toEqual([story.release])
  })

  it('I8 a release row made by hand, without the town key, is left out', async () => {
    const row = await rowOf('releases', story.release)
    const { id: _, ...copy } = row
    const made = (await desk.payload.db.create({
      collection: 'releases',
      data: { ...copy, releasedAt: '2031-01-01T00:00:00.000Z' },
    })) as { id: string }
    const { town, refusals } = await loadTown(desk.payload)
    expect(town.releases).toEqual([])
    expect(refusals).toMatchObject([{ code: 'RELEASE_TAMPERED', hint: made.id }])
    await desk.payload.db.deleteOne({ collection: 'releases', where: { id: { equals: made.id } } })
  })

  it('CMS-5 an edited hotline changes no screen and cannot be sent for review', async () => {
    const { town, codes } = await edited('hotlines', started.hotline.id, { number: '4001234567' })
    expect(codes).toEqual(['HOTLINE_TAMPERED'])
    expect(town.releases.map((r) => r.frozen.hotline.number)).toEqual(['96110'])
    const draft = await desk.rest('POST', '/slogans?draft=true', {
      as: 'author',
      json: sloganOf(started.hotline.id),
    })
    const id = (draft.body['doc'] as { id: string }).id
    const seal = (await rowOf('hotlines', started.hotline.id))['seal']
    await desk.payload.db.updateOne({
      collection: 'hotlines',
      id: started.hotline.id,
      data: { seal: 'AAAA' },
    })
    const sent = await desk.rest('POST', `/slogans/${id}/submit`, { as: 'author' })
    expect(sent.body.errors?.[0]?.code).toBe('HOTLINE_TAMPERED')
    await desk.payload.db.updateOne({ collection: 'hotlines', id: started.hotline.id, data: { seal } })
  })

  it('I8 a forged withdrawal takes nothing off, and a decision cannot be forged towards a release', async () => {
    const row = await rowOf(
      'approvals',
      String(
        (await desk.payload.find({ collection: 'approvals', limit: 1, overrideAccess: true })).docs[0]?.id,
      ),
    )
    const { id: _, ...copy } = row
    const forged = (await desk.payload.db.create({
      collection: 'approvals',
      data: { ...copy, decision: 'withdraw', at: '2031-01-01T00:00:00.000Z' },
    })) as { id: string }
    const { town, refusals } = await loadTown(desk.payload)
    expect(town.releases.map((r) => r.id)).toEqual([story.release])
    expect(refusals).toMatchObject([{ code: 'APPROVAL_TAMPERED', hint: forged.id }])
    await desk.payload.db.deleteOne({ collection: 'approvals', where: { id: { equals: forged.id } } })

    const draft = await desk.rest('POST', '/slogans?draft=true', {
      as: 'author',
      json: sloganOf(started.hotline.id, '馅饼 别捡'),
    })
    const sent = await desk.rest('POST', `/slogans/${(draft.body['doc'] as { id: string }).id}/submit`, {
      as: 'author',
    })
    const submission = (sent.body['submission'] as { id: string }).id
    await desk.payload.db.create({
      collection: 'approvals',
      data: { ...copy, submission, decision: 'approve' },
    })
    const issued = await desk.rest('POST', `/submissions/${submission}/approve`, { as: 'issuer', json: {} })
    expect(issued.body.errors?.[0]?.code).toBe('APPROVAL_TAMPERED')
  })

  it('CMS-28 a name of the town that no administrator saved stands on no card', async () => {
    const saved = await desk.rest('POST', '/globals/town', { as: 'administrator', json: { name: '五间镇' } })
    expect(saved.status, JSON.stringify(saved.body)).toBe(200)
    expect((await loadTown(desk.payload)).town.name).toBe('五间镇')
    const write = (data: Record<string, unknown>) => desk.payload.db.updateGlobal({ slug: 'town', data })
    await write({ name: '加群领奖' })
    const { town, refusals } = await loadTown(desk.payload)
    expect(town.name).toBe('本镇')
    expect(refusals).toMatchObject([{ code: 'TOWN_TAMPERED' }])
    expect(JSON.stringify(town.fallback)).not.toContain('领奖')
    expect(Object.values(town.fallback).every((pages) => pages.length > 0)).toBe(true)
    await write({ name: '五间镇' })
    expect((await loadTown(desk.payload)).refusals).toEqual([])
  })

  it('I8 every refused row is in the audit, once', async () => {
    const { docs } = await desk.payload.find({
      collection: 'audit',
      where: { action: { equals: 'refused' } },
      pagination: false,
      overrideAccess: true,
    })
    const said = docs.map((row) => `${row.detail} ${row.subject}`)
    expect(new Set(said).size).toBe(said.length)
    expect(said).toEqual(
      expect.arrayContaining([
        `SUBMISSION_TAMPERED ${story.submission}`,
        `RELEASE_TAMPERED ${story.release}`,
        `HOTLINE_TAMPERED ${started.hotline.id}`,
      ]),
    )
  })

  it('CMS-17 a grid not in use at submit gets derived pages once, and edited ones are left out', async () => {
    const late = await desk.payload.create({
      collection: 'screens',
      data: {
        ...SCREEN,
        name: '新屏',
        place: started.place.id,
        width: 768,
        height: 384,
        pitchMm: 5,
      } as never,
      overrideAccess: true,
    })
    const first = await loadTown(desk.payload)
    const profile = first.town.screens.find((s) => s.id === late.id)?.profile
    if (!profile) throw new Error('the new screen is not in the town')
    const grid = gridKey(profile)
    expect(first.town.releases[0]?.pages[grid]).toBeUndefined()
    expect(await deriveMissing(desk.payload, first.town)).toEqual({ added: 1, refused: [], failed: [] })
    const [before] = first.town.releases
    if (!before) throw new Error('nothing is released')
    expect(await derivePages(desk.payload, before, profile)).toBe(false)
    const { town, refusals } = await loadTown(desk.payload)
    expect(refusals).toEqual([])
    expect(town.releases[0]?.pages[grid]?.length).toBeGreaterThan(0)
    const [row] = (
      await desk.payload.find({ collection: 'derivations', limit: 1, depth: 0, overrideAccess: true })
    ).docs
    const after = await edited('derivations', String(row?.id), { pages: '[]' })
    expect(after.codes).toEqual(['SUBMISSION_TAMPERED'])
    expect(after.town.releases[0]?.pages[grid]).toBeUndefined()
  })

  it('I7 a withdrawal whose row was edited or deleted stands, and is reported', async () => {
    const own = await releaseSlogan(desk, sloganOf(started.hotline.id, '天上 不掉馅饼'))
    desk.ports.clock.advance(1000)
    const off = await desk.rest('POST', `/releases/${own.release}/withdraw`, {
      as: 'issuer',
      json: { reason: '过时' },
    })
    expect(off.status).toBe(200)
    const { docs } = await desk.payload.find({
      collection: 'approvals',
      where: { decision: { equals: 'withdraw' } },
      overrideAccess: true,
    })
    const row = String(docs[0]?.id)
    const changed = await edited('approvals', row, { decision: 'return' })
    expect(changed.codes).toEqual(['APPROVAL_TAMPERED'])
    expect(changed.town.releases.map((r) => r.id)).toEqual([story.release])
    await desk.payload.db.deleteOne({ collection: 'approvals', where: { id: { equals: row } } })
    const { town, refusals } = await loadTown(desk.payload)
    expect(town.releases.map((r) => r.id)).toEqual([story.release])
    expect(town.withdrawals).toMatchObject([{ content: own.content, releases: [own.release] }])
    expect(refusals).toMatchObject([{ code: 'APPROVAL_TAMPERED' }])
  })
})
