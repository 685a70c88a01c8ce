import type { Payload, PayloadRequest } from 'payload'
import { gridKey, type ScreenProfile } from '../../src/model/screen.ts'
import { rowsOf } from '../records/rows.ts'

export type ScreenRow = {
  readonly id: string
  readonly name: string
  readonly place?: string | null
  readonly unit?: string | null
  readonly width: number
  readonly height: number
  readonly pitchMm: number
  readonly colour: ScreenProfile['colour']
  readonly ink?: ScreenProfile['ink'] | null
  readonly distanceNear: number
  readonly distanceTypical: number
  readonly distanceFar: number
  readonly roadFacing?: boolean | null
  readonly indoor?: boolean | null
  readonly hoursOpen: string
  readonly hoursClose: string
}

export const profileOf = (row: ScreenRow): ScreenProfile => ({
  width: row.width,
  height: row.height,
  pitchMm: row.pitchMm,
  colour: row.colour,
  ink: row.ink ?? 'red',
  distance: { near: row.distanceNear, typical: row.distanceTypical, far: row.distanceFar },
  roadFacing: row.roadFacing ?? false,
  indoor: row.indoor ?? false,
})

/** What reviewers look at in a town that has no screen yet. */
const COMMON: ScreenProfile = {
  width: 1280,
  height: 720,
  pitchMm: 4,
  colour: 'full',
  ink: 'red',
  distance: { near: 3, typical: 8, far: 15 },
  roadFacing: false,
  indoor: false,
}

/** A damaged row is no grid: words would fit it never, and nothing could be submitted beside it (I17). */
const isWhole = ({ width, height, pitchMm, distance, colour }: ScreenProfile): boolean =>
  [width, height, pitchMm, distance.near, distance.typical, distance.far].every(
    (length) => typeof length === 'number' && length > 0,
  ) && typeof colour === 'string'

/** A grid in use, and the names of the screens that have it; none of the common grid of a town without screens. */
export type TownGrid = { readonly profile: ScreenProfile; readonly screens: readonly string[] }

/** The grids in use by `gridKey`, in a fixed order. */
export const townGrids = async (
  payload: Payload,
  req?: PayloadRequest,
): Promise<ReadonlyMap<string, TownGrid>> => {
  const rows = await rowsOf<ScreenRow>(payload, 'screens', req ? { req } : {})
  const found = new Map<string, TownGrid>()
  for (const row of rows) {
    const profile = profileOf(row)
    if (!isWhole(profile)) continue
    const key = gridKey(profile)
    found.set(key, { profile, screens: [...(found.get(key)?.screens ?? []), row.name] })
  }
  if (found.size === 0) found.set(gridKey(COMMON), { profile: COMMON, screens: [] })
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** One profile for each grid in use, by `gridKey`, in a fixed order. */
export const gridsInUse = async (
  payload: Payload,
  req?: PayloadRequest,
): Promise<ReadonlyMap<string, ScreenProfile>> =>
  new Map([...(await townGrids(payload, req))].map(([key, { profile }]) => [key, profile] as const))
