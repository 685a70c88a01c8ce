import type { DateField, FlattenedField } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyWith, fieldsOf, writable } from './config-fields.ts'
import { databases } from './databases.ts'
import { openDesk, type Desk } from './desk.ts'
import { buildPlaceWithScreens, createRow } from './rows.ts'

const isDate = (field: FlattenedField): field is FlattenedField & DateField => field.type === 'date'

/** Others, one by one, are shown to the hook itself (tests/unit/cms/hooks/days.test.ts). */
const NO_DAYS = ['2026-02-30', '2026-02-30T08:00:00.000Z', '99999-01-01']

describe.each(databases)('days on $name', (database) => {
  let desk: Desk
  const rows: Record<string, string> = {}
  beforeAll(async () => {
    desk = await openDesk(database)
    const { hotline, wall } = await buildPlaceWithScreens(desk)
    const made = await desk.rest('POST', '/slogans?draft=true', {
      as: 'author',
      json: { text: '天上不会掉馅饼', hotline: hotline.id },
    })
    const { id: slogan } = made.body['doc'] as { id: string }
    const entries = [{ relationTo: 'slogans', value: slogan }]
    const playlist = await createRow(desk, 'playlists', { name: '单', entries })
    const schedule = await createRow(desk, 'schedules', {
      name: '早',
      playlist: playlist.id,
      screens: [wall.id],
      level: 'daily',
      fromDate: '2026-11-23',
      fromTime: '07:00',
      untilTime: '21:30',
    })
    Object.assign(rows, { hotlines: hotline.id, screens: wall.id, slogans: slogan, schedules: schedule.id })
  })
  afterAll(() => desk.close())

  const told = async (method: string, path: string, json?: unknown): Promise<string> => {
    const { status, body } = await desk.rest(method, path, {
      as: 'everything',
      ...(json !== undefined && { json }),
    })
    const [error] = body.errors ?? []
    return `${status} ${error?.code ?? ''} ${error?.field ?? ''}`
  }

  /** A person is asked first what he signs in by (PPL-1). */
  const named = (slug: string) => (slug === 'users' ? { username: 'somebody' } : {})

  it('TIM-2 CMS-35 a day that is none is refused at its field: every date of every collection, drafts too', async () => {
    const found = fieldsOf(await writable(desk), isDate)
    expect(found.length).toBeGreaterThan(6)
    for (const { collection, path } of found) {
      const own = rows[collection.slug]
      const doors: (readonly [string, string])[] = [['POST', `/${collection.slug}`]]
      if (collection.versions) doors.push(['POST', `/${collection.slug}?draft=true&autosave=true`])
      if (own) doors.push(['PATCH', `/${collection.slug}/${own}`])
      for (const [i, day] of NO_DAYS.entries())
        for (const [method, door] of i === 0 ? doors : doors.slice(0, 1))
          expect(
            await told(method, door, { ...bodyWith(path, day), ...named(collection.slug) }),
            `${method} ${door} ${path} ${day}`,
          ).toBe(`400 DATE_INVALID ${path}`)
    }
  })

  it('TIM-2 a day that is one is stored as that day of the town', async () => {
    for (const day of ['2026-02-28', '2028-02-29', '2026-12-31', '2026-02-28T04:00:00.000Z']) {
      const answer = await desk.rest('PATCH', `/hotlines/${rows['hotlines']}?depth=0`, {
        as: 'administrator',
        json: { verifiedOn: day },
      })
      expect(answer.status, JSON.stringify(answer.body)).toBe(200)
      const stored = (answer.body['doc'] as { verifiedOn: string }).verifiedOn
      expect(new Date(Date.parse(stored) + 8 * 3_600_000).toISOString().slice(0, 10)).toBe(day.slice(0, 10))
    }
    const emptied = { verifiedOn: '' }
    expect(await told('PATCH', `/hotlines/${rows['hotlines']}`, emptied)).toMatch(/^200/)
  })

  it('ADP-15 a question about a day that is none is refused, never asked of another day: every date of every collection', async () => {
    for (const { collection, path } of fieldsOf(desk.config.collections, isDate)) {
      const asked = path.replaceAll('.0.', '.')
      const list = `/${collection.slug}?where[${asked}][less_than]=2026-02-30`
      const { access } = collection
      if (!(await access.read({ req: await desk.requestOf('everything') }))) continue
      expect(await told('GET', list), list).toBe(`400 DATE_INVALID ${asked}`)
    }
    const nested = [
      '/schedules?where[and][0][fromDate][in]=2026-01-01,2026-02-30',
      '/schedules/count?where[or][0][and][0][fromDate][equals]=2026-02-30',
      '/schedules?where[playlist.updatedAt][greater_than]=2026-02-30',
      '/slogans/versions?where[version.validUntil][equals]=2026-02-30',
    ]
    for (const door of nested) expect(await told('GET', door), door).toMatch(/^400 DATE_INVALID /)
    expect(await told('DELETE', '/schedules?where[fromDate][equals]=2026-02-30')).toMatch(/^400 DATE_INVALID/)
    for (const fine of ['2026-02-28', '2026-02-28T00:00:00.000Z'])
      expect(await told('GET', `/schedules?where[fromDate][less_than]=${fine}`), fine).toMatch(/^200/)
    expect(await told('GET', '/schedules?where[untilDate][exists]=false')).toMatch(/^200/)
  })

  it('TIM-2 the past is asked for an instant that was: ?at=', async () => {
    for (const at of ['2026-02-30T08:00:00Z', '2026-02-29T00:00Z', '2026-01-01T24:30Z', '2026-02-28'])
      expect(await told('GET', `/screens/${rows['screens']}/timeline?at=${at}`), at).toBe(
        '400 INSTANT_INVALID at',
      )
  })
})
