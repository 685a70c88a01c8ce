import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { noteSeen, openPairing, screenByKey } from '../../../cms/playback/devices.ts'
import type { ScreenId } from '../../../src/model/ids.ts'
import { databases } from './databases.ts'
import { openDesk, type Answer, type Desk } from './desk.ts'
import { buildPlaceWithScreens } from './rows.ts'

const MINUTE = 60_000

describe.each(databases)('pairing on $name', (database) => {
  let desk: Desk
  let started: Awaited<ReturnType<typeof buildPlaceWithScreens>>
  beforeAll(async () => {
    desk = await openDesk(database)
    started = await buildPlaceWithScreens(desk)
  })
  afterAll(() => desk.close())
  // The counts of wrong codes are the town's: each story starts with clean hands.
  beforeEach(() => desk.ports.clock.advance(120 * MINUTE))

  const codes = ({ status, body }: Answer) => [status, ...(body.errors ?? []).map((e) => e.code)]
  const offer = (code: string, key: string) =>
    openPairing(
      desk.payload,
      { code, key, fingerprint: 'ABCD 1234 EF56 7890', expiresAt: desk.ports.now() + 10 * MINUTE },
      desk.ports.now(),
    )
  const look = (code: string) => desk.rest('POST', '/pairings/look', { as: 'administrator', json: { code } })
  const pair = (screen: string, code: string, fingerprint = 'abcd1234ef567890') =>
    desk.rest('POST', `/screens/${screen}/pair`, { as: 'administrator', json: { code, fingerprint } })

  it('CMS-50 a code is looked at, used once, and the screen is announced after the commit', async () => {
    await offer('BCDF-GHJK', 'key-1')
    expect((await look('bcdf ghjk')).body).toMatchObject({ fingerprint: 'ABCD 1234 EF56 7890' })
    const at = desk.ports.changes.length
    expect(codes(await pair(started.wall.id, 'ＢＣＤＦ－ＧＨＪＫ', 'FFFF'))).toEqual([400, 'FIELD_INVALID'])
    const done = await pair(started.wall.id, 'ＢＣＤＦ－ＧＨＪＫ')
    expect(done.status, JSON.stringify(done.body)).toBe(200)
    expect(desk.ports.changes.slice(at)).toEqual([{ kind: 'paired', key: 'key-1', screen: started.wall.id }])
    expect((await screenByKey(desk.payload, 'key-1'))?.id).toBe(started.wall.id)
    expect(codes(await pair(started.strip.id, 'BCDFGHJK'))).toEqual([409, 'PAIRING_CODE_USED'])
    const shown = await desk.rest('GET', `/screens/${started.wall.id}`, { as: 'administrator' })
    expect(shown.body['key']).toBeUndefined()
    expect(shown.body['fingerprint']).toBe('ABCD 1234 EF56 7890')
    const listed = await desk.rest('GET', '/pairings', { as: 'administrator' })
    expect(JSON.stringify(listed.body)).not.toMatch(/BCDFGHJK|key-1/)
  })

  it('CMS-51 a device paired anew leaves the screen it was, a screen its former device', async () => {
    await offer('BBBB-CCCC', 'key-1')
    const at = desk.ports.changes.length
    expect((await pair(started.strip.id, 'BBBBCCCC')).status).toBe(200)
    expect(desk.ports.changes.slice(at)).toEqual([
      { kind: 'unpaired', screen: started.wall.id, key: 'key-1' },
      { kind: 'paired', key: 'key-1', screen: started.strip.id },
    ])
    expect((await screenByKey(desk.payload, 'key-1'))?.id).toBe(started.strip.id)
    await desk.rest('POST', `/screens/${started.strip.id}/unpair`, { as: 'administrator', json: {} })
    expect(await screenByKey(desk.payload, 'key-1')).toBeUndefined()
  })

  it('CMS-6 wrong, expired and too many codes', async () => {
    await offer('DDDD-FFFF', 'key-2')
    desk.ports.clock.advance(11 * MINUTE)
    expect(codes(await look('DDDDFFFF'))).toEqual([404, 'PAIRING_CODE_WRONG'])
    for (let i = 0; i < 4; i++)
      expect(codes(await pair(started.wall.id, `ZZZZZZZ${'BCDF'[i]}`))).toEqual([404, 'PAIRING_CODE_WRONG'])
    await offer('GGGG-HHHH', 'key-3')
    expect(codes(await pair(started.wall.id, 'GGGGHHHH'))).toEqual([429, 'PAIRING_TOO_MANY'])
    desk.ports.clock.advance(MINUTE + 1)
    expect((await look('GGGGHHHH')).status).toBe(200)
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 5; i++) await look('QQQQQQQQ')
      desk.ports.clock.advance(MINUTE + 1)
    }
    const locked = await look('GGGGHHHH')
    expect([...codes(locked), locked.body.errors?.[0]?.limit]).toEqual([429, 'PAIRING_TOO_MANY', 60])
  })

  it('CMS-3 nobody writes the key or fingerprint of a screen; seeing it is no change of the town', async () => {
    const door = `/screens/${started.wall.id}`
    for (const json of [{ key: 'mine' }, { fingerprint: 'FFFF' }, { pairedAt: '2020-01-01T00:00:00.000Z' }])
      expect(codes(await desk.rest('PATCH', door, { as: 'administrator', json }))).toEqual([
        403,
        'FIELD_NOT_WRITABLE',
      ])
    const at = desk.ports.changes.length
    const seen = { screen: started.wall.id as ScreenId, at: 1_800_000_000_000 }
    await noteSeen(desk.payload, [{ ...seen, report: { userAgent: 'x' } }])
    await noteSeen(desk.payload, [{ ...seen, at: 1_700_000_000_000 }])
    expect(desk.ports.changes.length).toBe(at)
    const renamed = await desk.rest('PATCH', `${door}?depth=0`, {
      as: 'administrator',
      json: { name: '新名' },
    })
    expect(renamed.body['doc']).toMatchObject({ name: '新名', lastSeenAt: '2027-01-15T08:00:00.000Z' })
    expect(desk.ports.changes.slice(at)).toEqual([{ kind: 'town' }])
    expect(codes(await desk.rest('POST', `${door}/pair`, { as: 'operator', json: { code: 'x' } }))).toEqual([
      403,
      'ROLE_MISSING',
    ])
    const timeline = await desk.rest('GET', `${door}/timeline?at=2026-11-23T08:00:00%2B08:00`, {
      as: 'operator',
    })
    expect(timeline.body).toMatchObject({ screen: started.wall.id, at: '2026-11-23T00:00:00.000Z' })
    expect(codes(await desk.rest('GET', `${door}/timeline?at=now`, { as: 'operator' }))).toEqual([
      400,
      'INSTANT_INVALID',
    ])
  })
})
