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

/** One profile for each grid in use, by `gridKey`, in a fixed order. */
export const gridsInUse = async (
  payload: Payload,
  req?: PayloadRequest,
): Promise<ReadonlyMap<string, ScreenProfile>> => {
  const rows = await rowsOf<ScreenRow>(payload, 'screens', req ? { req } : {})
  const whole = rows.map(profileOf).filter(isWhole)
  const profiles = whole.length > 0 ? whole : [COMMON]
  return new Map(
    profiles.map((profile) => [gridKey(profile), profile] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}
