/** Which screen plays which list when: the rows people arrange, read so that one damaged row changes no screen. */
import type { Payload } from 'payload'
import type { ContentId, PlaceId, PlaylistId, ScheduleId, ScreenId, UnitId } from '../../src/model/ids.ts'
import type { Level } from '../../src/model/level.ts'
import type { Town, TownPlaylist, TownSchedule, TownScreen } from '../../src/model/town.ts'
import { recurrenceOf, type ScheduleRow } from './recurrence.ts'
import { damagedIn } from '../database/unreadable.ts'
import { profileOf, type ScreenRow } from '../grids/grids.ts'
import { rowsOf } from '../records/rows.ts'

type Stamped = { readonly id: string; readonly updatedAt: string }
type PlaylistRow = Stamped & {
  readonly entries?: readonly { readonly relationTo: string; readonly value: string }[] | null
}
type FullScheduleRow = Stamped &
  ScheduleRow & {
    readonly playlist?: string | null
    readonly level: Level
    readonly screens?: readonly string[] | null
    readonly places?: readonly string[] | null
  }

export type Plan = Pick<Town, 'screens' | 'playlists' | 'schedules'>
export const NO_PLAN: Plan = { screens: [], playlists: [], schedules: [] }
/** A screen of which nothing is known but that it is there. */
export type UnreadScreen = { readonly id: ScreenId; readonly name: string }

const screenOf = (row: ScreenRow): TownScreen => ({
  id: row.id as ScreenId,
  name: row.name,
  place: (row.place ?? '') as PlaceId,
  unit: (row.unit ?? '') as UnitId,
  profile: profileOf(row),
  hours: { open: row.hoursOpen, close: row.hoursClose },
})

const playlistOf = (row: PlaylistRow): TownPlaylist => ({
  id: row.id as PlaylistId,
  changedAt: Date.parse(row.updatedAt),
  entries: (row.entries ?? []).map(({ relationTo, value }) =>
    relationTo === 'playlists' ? { playlist: value as PlaylistId } : { content: value as ContentId },
  ),
})

const scheduleOf = (row: FullScheduleRow): TownSchedule => ({
  id: row.id as ScheduleId,
  playlist: (row.playlist ?? '') as PlaylistId,
  level: row.level,
  screens: (row.screens ?? []) as readonly ScreenId[],
  places: (row.places ?? []) as readonly PlaceId[],
  recurrence: recurrenceOf(row),
  changedAt: Date.parse(row.updatedAt),
})

/** Fields without which a row would say another plan than the one that was saved. */
type Decisive = {
  readonly collection: 'screens' | 'playlists' | 'schedules'
  /** Without these the row says nothing at all. */
  readonly needed: readonly string[]
  /** Changes what is shown, but the rest is better than nothing. */
  readonly wanted: readonly string[]
}

const DECISIVE: Readonly<Record<Decisive['collection'], Decisive>> = {
  screens: {
    collection: 'screens',
    needed: [
      'width',
      'height',
      'pitchMm',
      'colour',
      'ink',
      'distanceNear',
      'distanceTypical',
      'distanceFar',
      'roadFacing',
      'indoor',
    ],
    wanted: ['place', 'unit', 'hoursOpen', 'hoursClose'],
  },
  playlists: { collection: 'playlists', needed: [], wanted: ['entries', 'updatedAt'] },
  schedules: {
    collection: 'schedules',
    needed: ['playlist', 'level', 'fromDate', 'untilDate', 'weekdays', 'fromTime', 'untilTime'],
    wanted: ['screens', 'places', 'updatedAt'],
  },
}

type Sound<Row, Item> = { readonly items: readonly Item[]; readonly left: readonly Row[] }

/**
 * The rows the town is made of. Where a row lost a field that decides, the row as it was read `before` stays in
 * force, as with releases (I8). After a restart there is no earlier reading, and a row that lost a needed field is
 * left out.
 */
const soundRows = async <Row extends { readonly id: string }, Item extends { readonly id: string }>(
  payload: Payload,
  { collection, needed, wanted }: Decisive,
  of: (row: Row) => Item,
  before: readonly Item[],
): Promise<Sound<Row, Item>> => {
  const known = new Map<string, Item>(before.map((item) => [item.id, item]))
  const items: Item[] = []
  const left: Row[] = []
  for (const row of await rowsOf<Row>(payload, collection, { sort: 'id' })) {
    const lost = damagedIn(payload.db, collection, row.id).map((path) => path.split('.')[0] ?? '')
    const has = (names: readonly string[]) => names.some((name) => lost.includes(name))
    const kept = has([...needed, ...wanted]) ? known.get(row.id) : undefined
    if (!kept && has(needed)) left.push(row)
    else items.push(kept ?? of(row))
  }
  return { items, left }
}

export const readPlan = async (
  payload: Payload,
  before: Plan,
): Promise<Plan & { readonly unread: readonly UnreadScreen[] }> => {
  const screens = await soundRows(payload, DECISIVE.screens, screenOf, before.screens)
  return {
    screens: screens.items,
    playlists: (await soundRows(payload, DECISIVE.playlists, playlistOf, before.playlists)).items,
    schedules: (await soundRows(payload, DECISIVE.schedules, scheduleOf, before.schedules)).items,
    unread: screens.left.map(({ id, name }) => ({ id: id as ScreenId, name })),
  }
}
