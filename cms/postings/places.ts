import type { PayloadRequest } from 'payload'
import { rowsOf } from '../records/rows.ts'
import type { UnitRow } from '../print/records.ts'

export type PlaceRow = { readonly id: string; readonly name: string; readonly unit?: string | null }

/** Where sheets of `unit` may hang: at its own places, its first, and at the town's (PST-7). */
export const placesFor = async (req: PayloadRequest, unit: string): Promise<readonly PlaceRow[]> => {
  const villages = new Set(
    (await rowsOf<UnitRow>(req.payload, 'units', { where: { kind: { equals: 'village' } }, req })).map(
      ({ id }) => String(id),
    ),
  )
  const places = await rowsOf<PlaceRow>(req.payload, 'places', { sort: 'name', req })
  const isOwn = (place: PlaceRow) => place.unit != null && String(place.unit) === unit
  const isTowns = (place: PlaceRow) => place.unit == null || !villages.has(String(place.unit))
  return [...places.filter(isOwn), ...places.filter((place) => !isOwn(place) && isTowns(place))]
}
