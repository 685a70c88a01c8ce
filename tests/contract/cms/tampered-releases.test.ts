import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toldByAudit } from '../../../cms/audit/decisions.ts'
import { derivePages, deriveMissing } from '../../../cms/town/derive.ts'
import { loadTown } from '../../../cms/town/read.ts'
import { gridKey } from '../../../src/model/screen.ts'
import { databases } from './databases.ts'
import { openDesk, type Desk } from './desk.ts'
import { buildPlaceWithScreens, SCREEN, sloganOf } from './rows.ts'
import { releaseAgain, releaseSlogan, type Story } from './stories.ts'

type Row = Record<string, unknown> & { readonly id: string }

describe.each(databases)('releases of one content, touched behind the product, on $name', (database) => {
  let desk: Desk
  let hotline: string
  let place: string
  let other: Story
  let older: Story
  let newest: Story
  beforeAll(async () => {
    desk = await openDesk(database)
    const started = await buildPlaceWithScreens(desk)
    hotline = started.hotline.id
    place = started.place.id
    other = await releaseSlogan(desk, sloganOf(hotline, '路边馅饼 别捡'))
    older = await releaseSlogan(desk, sloganOf(hotline))
    desk.ports.clock.advance(60_000)
    newest = await releaseAgain(desk, older.content, sloganOf(hotline, '天上不会 掉下馅饼'))
  })
  afterAll(() => desk.close())

  const rowOf = async (collection: string, id: string) =>
    (await desk.payload.db.findOne<Row>({
      collection: collection as CollectionSlug,
      where: { id: { equals: id } },
    })) as Row
  const write = (collection: string, id: string, data: Record<string, unknown>) =>
    desk.payload.db.updateOne({ collection: collection as CollectionSlug, id, data: { ...data } })
  /** Straight into the database, as an intruder would; and back again. */
  const edited = async (collection: string, id: string, data: Record<string, unknown>) => {
    const row = await rowOf(collection, id)
    await write(collection, id, data)
    const { town, refusals } = await loadTown(desk.payload)
    await write(collection, id, Object.fromEntries(Object.keys(data).map((name) => [name, row[name]])))
    return { town, live: town.releases.map((r) => r.id).sort(), codes: refusals.map((r) => r.code) }
  }
  const live = async () => (await loadTown(desk.payload)).town.releases.map((r) => r.id).sort()

  it('CMS-19 an older release never comes back because the newest one was edited', async () => {
    expect(await live()).toEqual([newest.release, other.release].sort())
    for (const data of [
      { releasedAt: '2020-01-01T00:00:00.000Z' },
      { releasedAt: '2031-01-01T00:00:00.000Z' },
      { signature: 'AAAA' },
    ]) {
      const seen = await edited('releases', newest.release, data)
      expect(seen.live).toEqual([other.release])
      expect(seen.codes).toEqual(['RELEASE_TAMPERED'])
      expect(seen.town.withdrawals).toEqual([])
    }
  })

  it('CMS-19 a release turned over to another content leaves both out', async () => {
    const content = { relationTo: 'slogans', value: other.content }
    const seen = await edited('releases', newest.release, { content })
    expect(seen.live).toEqual([])
    expect(new Set(seen.codes)).toEqual(new Set(['RELEASE_TAMPERED']))
  })

  it('CMS-19 an older release never comes back because the newest one was deleted', async () => {
    const row = await rowOf('releases', newest.release)
    await desk.payload.db.deleteOne({ collection: 'releases', where: { id: { equals: row.id } } })
    const { town, refusals } = await loadTown(desk.payload)
    expect(town.releases.map((r) => r.id)).toEqual([other.release])
    expect(refusals).toMatchObject([{ code: 'RELEASE_TAMPERED' }])
    const back = (await desk.payload.db.create({
      collection: 'releases',
      data: { ...row, customID: row.id },
      customID: row.id,
    } as never)) as unknown as Row
    newest = { ...newest, release: String(back.id) }
    expect(await live()).toEqual([newest.release, other.release].sort())
  })

  it('CMS-19 an edited time never puts a live release among those a withdrawal ended', async () => {
    desk.ports.clock.advance(1000)
    const off = await desk.rest('POST', `/releases/${other.release}/withdraw`, {
      as: 'issuer',
      json: { reason: '过时' },
    })
    expect(off.status).toBe(200)
    desk.ports.clock.advance(1000)
    const again = await releaseAgain(desk, other.content, sloganOf(hotline, '路边馅饼 千万别捡'))
    const seen = await edited('releases', again.release, { releasedAt: '2020-01-01T00:00:00.000Z' })
    expect(seen.town.withdrawals).toMatchObject([{ content: other.content, releases: [other.release] }])
    expect(await live()).toEqual([again.release, newest.release].sort())
  })

  it('CMS-94 a decision that was told is not untold with its row; an edited one is heard when it is put back', async () => {
    const told = async () =>
      (await toldByAudit(desk.payload, 'submission.issue')).map(({ submission }) => submission)
    const issueOf = async (submission: string) =>
      (await desk.payload.db.findOne<Row>({
        collection: 'audit',
        where: {
          and: [
            { action: { equals: 'submission.issue' } },
            { subject: { equals: `submissions/${submission}` } },
          ],
        },
      })) as Row
    const fresh = await releaseSlogan(desk, sloganOf(hotline, '门口馅饼 不要去捡'))
    const row = await issueOf(fresh.submission)
    await write('audit', row.id, { detail: `slogans/${other.content} 2020-01-01T00:00:00.000Z` })
    expect(await told()).not.toContain(fresh.submission)
    await write('audit', row.id, { detail: row['detail'] })
    expect(await told()).toContain(fresh.submission)
    await write('audit', row.id, { action: 'update' })
    expect(await told()).toContain(fresh.submission)
    await write('audit', row.id, { action: row['action'] })
    const hidden = await releaseSlogan(desk, sloganOf(hotline, '隔壁馅饼 也不要捡'))
    const away = await issueOf(hidden.submission)
    await write('audit', away.id, { action: 'update' })
    const after = await releaseSlogan(desk, sloganOf(hotline, '对面馅饼 更不要捡'))
    expect((await told()).slice(-2)).toEqual([fresh.submission, after.submission])
    await write('audit', away.id, { action: away['action'] })
    expect((await told()).slice(-2)).toEqual([hidden.submission, after.submission])
    const later = await releaseSlogan(desk, sloganOf(hotline, '楼下馅饼 谁也别捡'))
    expect((await told()).slice(-2)).toEqual([after.submission, later.submission])
    const contents = [later.content]
    expect(await toldByAudit(desk.payload, 'submission.issue', { contents })).toMatchObject([
      { content: later.content, submission: later.submission },
    ])
  })

  it('I8 assets lie outside the digest: what makes no sense is refused, never thrown', async () => {
    for (const assets of ['no json', '', 'null']) {
      const seen = await edited('submissions', newest.submission, { assets })
      expect(seen.codes).toEqual(['SUBMISSION_TAMPERED'])
      expect(seen.live).not.toContain(newest.release)
    }
    expect(await live()).toContain(newest.release)
  })

  it('CMS-17 derived pages are laid out from the words that were verified, and sealed with their digest', async () => {
    await desk.payload.create({
      collection: 'screens',
      data: { ...SCREEN, name: '新屏', place, width: 768, height: 384, pitchMm: 5 } as never,
      overrideAccess: true,
    })
    const { town } = await loadTown(desk.payload)
    const profile = town.screens.find((screen) => screen.name === '新屏')?.profile
    const release = town.releases.find(({ id }) => id === newest.release)
    if (!profile || !release) throw new Error('the new screen or the release is not in the town')
    const { digest, frozen } = await rowOf('submissions', newest.submission)
    // Words and digest agree with each other, not with what was signed.
    const words = String(frozen).replaceAll('馅饼', '黄金')
    const pages = String((await rowOf('submissions', newest.submission))['pages'])
    const forged = desk.ports.sha256(`silver-shield/submission/1\n{"frozen":${words},"pages":${pages}}`)
    await write('submissions', newest.submission, { frozen: words, digest: forged })
    expect(await derivePages(desk.payload, release, profile)).toBe(true)
    await write('submissions', newest.submission, { frozen, digest })
    const read = (await loadTown(desk.payload)).town.releases.find(({ id }) => id === newest.release)
    const drawn = JSON.stringify(read?.pages[gridKey(profile)])
    expect(drawn).toContain('馅饼')
    expect(drawn).not.toContain('黄金')
  })

  it('CMS-18 only words that can never fit are given up; a passing failure is tried again', async () => {
    await desk.payload.create({
      collection: 'screens',
      data: { ...SCREEN, name: '又一屏', place, width: 896, height: 448, pitchMm: 5 } as never,
      overrideAccess: true,
    })
    const { town } = await loadTown(desk.payload)
    const [first] = town.releases
    if (!first) throw new Error('nothing is released')
    const { signature } = await rowOf('releases', first.id)
    await write('releases', first.id, { signature: 'AAAA' })
    const broken = await deriveMissing(desk.payload, town)
    expect(broken.refused).toEqual([])
    expect(broken.failed.map((error) => error.refusals[0]?.code)).toContain('RELEASE_TAMPERED')
    await write('releases', first.id, { signature })
    expect(await deriveMissing(desk.payload, town)).toMatchObject({ refused: [], failed: [] })
    const { town: after } = await loadTown(desk.payload)
    expect(after.releases.every(({ pages }) => after.screens.every((s) => gridKey(s.profile) in pages))).toBe(
      true,
    )
  })
})
