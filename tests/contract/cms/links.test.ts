import { randomBytes, randomUUID } from 'node:crypto'
import type { CollectionSlug, FlattenedField, RelationshipField, UploadField } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shapedBody } from '../../../src/adapters/web/rest-shape.ts'
import { sendPicture } from './access-walk.ts'
import { bodyWith, fieldsOf, writable } from './config-fields.ts'
import { databases } from './databases.ts'
import { openDesk, type Desk } from './desk.ts'
import { buildPlaceWithScreens, createRow, SCREEN, sloganOf } from './rows.ts'

type LinkField = FlattenedField & (RelationshipField | UploadField)
const isLink = (field: FlattenedField): field is LinkField =>
  field.type === 'relationship' || field.type === 'upload'

describe.each(databases)('links on $name', (database) => {
  let desk: Desk
  let rows: Record<string, string>
  let gone: Record<string, string>
  beforeAll(async () => {
    desk = await openDesk(database)
    const { hotline, place, unit, wall } = await buildPlaceWithScreens(desk)
    const json = sloganOf(hotline.id)
    const drafts: Record<string, string> = {}
    for (const slug of ['cases', 'techniques', 'slogans']) {
      const made = await desk.rest('POST', `/${slug}?draft=true`, {
        as: 'author',
        json: slug === 'slogans' ? json : {},
      })
      drafts[slug] = (made.body['doc'] as { id: string }).id
    }
    const entries = [{ relationTo: 'slogans', value: drafts['slogans'] }]
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
    const campaign = await createRow(desk, 'campaigns', {
      name: '专项行动',
      documentNo: '演示〔2026〕1号',
      units: [unit.id],
      stages: [
        {
          stage: 'mobilise',
          fromDate: '2026-05-26T00:00:00.000+08:00',
          untilDate: '2026-06-10T00:00:00.000+08:00',
        },
      ],
    })
    rows = {
      ...drafts,
      campaigns: campaign.id,
      users: desk.ids.author,
      hotlines: hotline.id,
      places: place.id,
      units: unit.id,
      screens: wall.id,
      playlists: playlist.id,
      schedules: schedule.id,
      media: await sendPicture(desk, 'author'),
    }
    const leaving = {
      units: { name: '撤并村', kind: 'village' },
      hotlines: { number: '96110', label: '旧', prompt: '打' },
      places: { name: '旧场所', placeType: 'park', unit: unit.id },
      screens: { ...SCREEN, name: '旧屏', place: place.id },
      playlists: { name: '旧单', entries },
      slogans: json,
      users: { email: 'left@town.test', name: '离任', roles: ['author'], password: 'a password of ten' },
    }
    gone = {}
    for (const [collection, data] of Object.entries(leaving)) {
      const { id } = await createRow(desk, collection, data)
      await desk.payload.delete({ collection: collection as CollectionSlug, id, overrideAccess: true })
      gone[collection] = id
    }
  })
  afterAll(() => desk.close())

  const freshId = (): string => (database.name === 'mongodb' ? randomBytes(12).toString('hex') : randomUUID())

  /** What a field may not hold, with what is said of it. */
  const wrongOf = ({ relationTo }: LinkField): (readonly [value: unknown, code: string])[] => {
    const many = Array.isArray(relationTo)
    const targets: readonly string[] = many ? relationTo : [relationTo]
    const foreign = Object.entries(rows).find(([slug]) => !targets.includes(slug))?.[1]
    const linked = (value: unknown, to: string = targets[0] ?? '') =>
      many ? { relationTo: to, value } : value
    return [
      [linked(freshId()), 'LINK_UNKNOWN'],
      ...targets.flatMap((to) => (gone[to] ? [[linked(gone[to], to), 'LINK_UNKNOWN'] as const] : [])),
      [linked(foreign), 'LINK_UNKNOWN'],
      [linked('null'), 'LINK_UNKNOWN'],
      [linked('none'), 'LINK_UNKNOWN'],
      [linked("' OR 1=1"), 'LINK_UNKNOWN'],
      [linked(5), 'FIELD_INVALID'],
      [linked({ id: foreign }), 'LINK_UNKNOWN'],
      [linked({ id: 5 }), 'FIELD_INVALID'],
      [linked([foreign]), 'FIELD_INVALID'],
      [linked(true), 'FIELD_INVALID'],
      ...(many
        ? ([
            [{ relationTo: 'audit', value: foreign }, 'FIELD_INVALID'],
            [{ relationTo: 'nothing', value: foreign }, 'FIELD_INVALID'],
            [{ relationTo: 5, value: foreign }, 'FIELD_INVALID'],
            [{ value: foreign }, 'FIELD_INVALID'],
            [foreign, 'FIELD_INVALID'],
          ] as const)
        : []),
    ]
  }

  const told = async (method: string, path: string, json: unknown): Promise<string> => {
    const { status, body } = await desk.rest(method, path, { as: 'everything', json })
    // In a bulk edit Payload keeps only the sentence of each error; the door of the product reads the rest out of it.
    const shaped = status < 400 ? body : ((shapedBody(body, true) ?? body) as typeof body)
    const [error] = shaped.errors ?? []
    return `${status} ${error?.code ?? JSON.stringify(body)} ${error?.field ?? ''}`
  }

  it('CMS-36 what is no link is refused at its field: every field of every collection, created, changed, in drafts, many at once', async () => {
    // Whose a preference is, Payload writes itself, whatever was given.
    const found = fieldsOf(await writable(desk), isLink).filter(
      ({ collection }) => !collection.slug.startsWith('payload-'),
    )
    expect(found.length).toBeGreaterThan(12)
    for (const { collection, field, path } of found) {
      const own = `/${collection.slug}/${rows[collection.slug]}`
      const doors: (readonly [string, string])[] = [
        // A picture without a file is refused for that.
        ...(collection.upload ? [] : [['POST', `/${collection.slug}`] as const]),
        ['PATCH', own],
        ['PATCH', `/${collection.slug}?where[id][equals]=${rows[collection.slug]}`],
        ...(collection.versions
          ? ([
              ['POST', `/${collection.slug}?draft=true&autosave=true`],
              ['PATCH', `${own}?draft=true&autosave=true`],
            ] as const)
          : []),
      ]
      // An autosave says what it was made from (CMS-84).
      const { body: madeFrom } = await desk.rest('GET', `${own}?draft=true&depth=0`, { as: 'everything' })
      const wrong = wrongOf(field)
      const cases = field.hasMany
        ? [
            ...wrong.map(([value, code]) => [[value], code, `${path}.0`] as const),
            [[null], 'FIELD_INVALID', `${path}.0`] as const,
            [{}, 'FIELD_INVALID', path] as const,
            ['x', 'FIELD_INVALID', path] as const,
          ]
        : wrong.map(([value, code]) => [value, code, path] as const)
      for (const [i, [value, code, at]] of cases.entries()) {
        // A person is asked first what he signs in by (PPL-1).
        const name = collection.slug === 'users' ? { username: 'somebody' } : {}
        const json = { ...bodyWith(path, value), ...name }
        // One look up and one look at the type are enough for the other doors, which lead through the same hooks.
        const taken = i === 0 || i === cases.length - 1 ? doors : doors.slice(0, 1)
        for (const [method, door] of taken) {
          const sent = door.includes('autosave') && method === 'PATCH' ? { ...json, madeFrom } : json
          expect(await told(method, door, sent), `${method} ${door} ${JSON.stringify(json)}`).toBe(
            `400 ${code} ${at}`,
          )
        }
      }
    }
  })

  it('CMS-36 of a long list the wrong entry is named, and each collection is asked once', async () => {
    const entry = { relationTo: 'slogans', value: rows['slogans'] }
    const entries = [entry, entry, { relationTo: 'techniques', value: freshId() }, entry]
    expect(await told('POST', '/playlists', { name: '长', entries })).toBe('400 LINK_UNKNOWN entries.2')
    const real = desk.payload.db.find
    const asked: string[] = []
    desk.payload.db.find = ((args: Parameters<typeof real>[0]) => {
      asked.push(args.collection)
      return real.call(desk.payload.db, args)
    }) as typeof real
    const many = [...Array.from({ length: 40 }, () => entry), { relationTo: 'slogans', value: freshId() }]
    expect(await told('POST', '/playlists', { name: '长', entries: many })).toBe(
      '400 LINK_UNKNOWN entries.40',
    )
    desk.payload.db.find = real
    expect(asked.filter((collection) => collection === 'slogans')).toHaveLength(1)
  })

  it('CMS-36 a list without end is refused, not handed to the database', async () => {
    const screens = Array.from({ length: 30_000 }, freshId)
    expect(await told('PATCH', `/schedules/${rows['schedules']}`, { screens })).toMatch(
      /^400 (TOO_MANY_ITEMS|BODY_TOO_LARGE)/,
    )
  })

  it('CMS-36 a link a person may not read is like one that is gone, but one that stood there stays', async () => {
    const { access } = desk.payload.collections.hotlines.config
    const { read } = access
    const made = await createRow(desk, 'hotlines', { number: '12337', label: '乙', prompt: '打' })
    access.read = () => false
    try {
      const own = `/slogans/${rows['slogans']}?draft=true`
      expect(await told('PATCH', own, { hotline: made.id })).toBe('400 LINK_UNKNOWN hotline')
      expect(await told('PATCH', own, { hotline: rows['hotlines'] })).toMatch(/^200/)
    } finally {
      access.read = read
    }
  })

  it('CMS-36 a row whose link dangles since long is still mended field by field', async () => {
    const { id } = await createRow(desk, 'places', { name: '老地方', placeType: 'park', unit: rows['units'] })
    if (database.name === 'mongodb') {
      await desk.payload.db.updateOne({ collection: 'places', id, data: { unit: freshId() } })
    }
    const { body } = await desk.rest('GET', `/places/${id}?depth=0`, { as: 'everything' })
    expect(await told('PATCH', `/places/${id}`, { ...body, name: '新地方' })).toMatch(/^200/)
    expect(await told('PATCH', `/places/${id}`, { unit: null })).toMatch(/^200/)
  })
})
