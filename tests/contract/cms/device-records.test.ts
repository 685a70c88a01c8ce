import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { inTransaction, localRequest } from '../../../cms/records/transaction.ts'
import { receiptsOf } from '../../../cms/playback/receipts.ts'
import { openDeviceRecords } from '../../../src/adapters/devices/device-records.ts'
import { openHeadRows } from '../../../src/adapters/publishing/head-rows.ts'
import { openKnownKeys } from '../../../src/adapters/devices/known-keys.ts'
import type { After } from '../../../src/adapters/process/clock.ts'
import type { Log } from '../../../src/adapters/process/log.ts'
import type { GroupKey, ScreenId } from '../../../src/model/ids.ts'
import { RECEIPT_STAGES } from '../../../src/model/receipt.ts'
import { sha256 } from '../../builders/programme.ts'
import { databases } from './databases.ts'
import { openDesk, type Desk } from './desk.ts'
import { buildPlaceWithScreens, createRow, SCREEN } from './rows.ts'

const FLEET = 60
const AT = 1_800_000_000_000

/** Nothing is written before it is told to. */
const never: After = () => () => undefined
const silent = { warn: () => undefined } as unknown as Log

describe.each(databases)('what a fleet tells, on $name', (database) => {
  let desk: Desk
  let screens: ScreenId[]
  const keyOf = (screen: ScreenId): string => `key of ${screen}`

  beforeAll(async () => {
    desk = await openDesk(database)
    const { place } = await buildPlaceWithScreens(desk)
    screens = []
    for (let i = 0; i < FLEET; i += 1) {
      const row = await createRow(desk, 'screens', { ...SCREEN, name: `屏${i}`, place: place.id })
      screens.push(row.id as ScreenId)
      const data = { key: keyOf(row.id as ScreenId) }
      await desk.payload.db.updateOne({ collection: 'screens', id: row.id, data })
    }
  })
  afterAll(() => desk.close())

  const stamps = async (sequence: number) =>
    (await receiptsOf(desk.payload, sequence)).map((row) => RECEIPT_STAGES.map((stage) => row[`${stage}At`]))

  it('ADP-17 five stages of every screen are on record after a stop, and cost no transaction each', async () => {
    const records = openDeviceRecords(desk.payload, never, silent)
    const begun = vi.spyOn(desk.payload.db, 'beginTransaction')
    for (const stage of RECEIPT_STAGES.toReversed())
      for (const screen of screens) records.receipt(screen, 7, stage, AT + RECEIPT_STAGES.indexOf(stage))
    for (const screen of screens) records.receipt(screen, 7, 'showing', AT + 99)
    expect(await receiptsOf(desk.payload, 7)).toEqual([])
    await records.stop()
    expect(begun.mock.calls.length).toBeLessThanOrEqual(2)
    begun.mockRestore()
    const expected = RECEIPT_STAGES.map((_, i) => new Date(AT + i).toISOString())
    expect(await stamps(7)).toEqual(screens.map(() => expected))
  })

  it('ADP-17 I16 rows of before are taken up, a screen that is gone keeps none, an impossible instant is its own', async () => {
    const [first, second, third] = screens as [ScreenId, ScreenId, ScreenId]
    const data = { screen: first, sequence: 8, notifiedAt: new Date(AT).toISOString() }
    await desk.payload.db.create({ collection: 'receipts', data })
    await desk.payload.delete({ collection: 'screens', id: third, overrideAccess: true })
    screens = screens.filter((one) => one !== third)
    const records = openDeviceRecords(desk.payload, never, silent)
    records.receipt(first, 8, 'notified', AT + 5)
    records.receipt(first, 8, 'ready', AT + 6)
    records.receipt(second, 8, 'ready', Number.MAX_SAFE_INTEGER)
    records.receipt(second, 8, 'showing', AT + 7)
    records.receipt(third, 8, 'showing', AT + 8)
    await records.stop()
    const rows = await receiptsOf(desk.payload, 8)
    const of = (screen: ScreenId) => {
      const row = rows.find((one) => one.screen === screen)
      return [row?.notifiedAt, row?.readyAt, row?.showingAt].map((at) => (at ? Date.parse(at) - AT : null))
    }
    expect([of(first), of(second)]).toEqual([
      [0, 6, null],
      [null, null, 7],
    ])
    expect(rows).toHaveLength(2)
  })

  it('ADP-17 when a fleet was seen, and what it reports, is one write; an older word does not put it back', async () => {
    const records = openDeviceRecords(desk.payload, never, silent)
    const [one] = screens as [ScreenId]
    for (const screen of screens) records.seen(screen, AT + 1000, { userAgent: 'x' } as never)
    for (const screen of screens) records.seen(screen, AT)
    await records.stop()
    const late = openDeviceRecords(desk.payload, never, silent)
    late.seen(one, AT - 1)
    await late.stop()
    const row = await desk.payload.findByID({
      collection: 'screens',
      id: one,
      overrideAccess: true,
      depth: 0,
    })
    expect(row).toMatchObject({ lastSeenAt: new Date(AT + 1000).toISOString() })
    const raw = (await desk.payload.db.findOne<{ id: string }>({
      collection: 'screens',
      where: { id: { equals: one } },
    })) as unknown as { report?: string }
    expect(JSON.parse(raw.report ?? '')).toEqual({ userAgent: 'x' })
  })

  it('CMS-23 a head goes before receipts and edits that wait', async () => {
    const heads = openHeadRows(desk.payload, desk.ports.heads)
    const order: string[] = []
    const edit = async (name: string): Promise<void> => {
      const req = await localRequest(desk.payload)
      await inTransaction(req, async () => void order.push(name))
    }
    let open = (): void => undefined
    const held = inTransaction(
      await localRequest(desk.payload),
      () => new Promise<void>((done) => (open = done)),
    )
    const records = openDeviceRecords(desk.payload, never, silent)
    for (const screen of screens) records.receipt(screen, 9, 'ready', AT)
    const waiting = [edit('first'), records.stop().then(() => order.push('receipts')), edit('second')]
    const group = 'a'.repeat(16) as GroupKey
    const head = {
      sequence: 9,
      town: '五间镇',
      group,
      programme: sha256('P'),
      activateAt: AT,
      leaseUntil: AT,
      revoked: [],
    }
    await new Promise((next) => setImmediate(next))
    const sent = heads.append(head, screens, 'changed').then(() => order.push('head'))
    await new Promise((next) => setImmediate(next))
    open()
    await Promise.all([held, sent, ...waiting])
    expect(order[0]).toBe('head')
    expect(order.toSorted()).toEqual(['first', 'head', 'receipts', 'second'])
  })

  it('ADP-18 a known key asks the database nothing; pairing, unpairing and deleting are known at once', async () => {
    const [one, two] = screens as [ScreenId, ScreenId]
    const known = await openKnownKeys(desk.payload)
    const asked = vi.spyOn(desk.payload.db, 'find')
    for (const screen of screens) expect(await known.screenOf(keyOf(screen))).toBe(screen)
    expect(asked).not.toHaveBeenCalled()
    asked.mockRestore()
    expect(await known.screenOf('a stranger')).toBeNull()
    known.changed({ kind: 'paired', screen: one, key: 'a new device' })
    expect([known.has('a new device'), known.has(keyOf(one))]).toEqual([true, false])
    known.changed({ kind: 'unpaired', screen: two, key: keyOf(two) })
    expect(known.has(keyOf(two))).toBe(false)
  })
})
