import { spokenRefusal, type Refusal } from '../errors/refusal.ts'
import type { Picture } from '../model/content.ts'
import type { SeenPicture } from '../poster/look.ts'
import { cutFaults, isSetWhole, isTooCoarse, photoDpi, percentCut, sharpnessFor } from '../poster/photo.ts'
import type { TemplateSchema, TemplateSize } from '../poster/template.ts'

/** A size of a template with a place for the photo, and what the photo would be there. */
type Place = {
  readonly schema: TemplateSchema
  readonly size: TemplateSize
  readonly dpi: number
  readonly least: number
  readonly isCoarse: boolean
  readonly cut: number
}

const placesIn = (seen: SeenPicture, schemas: readonly TemplateSchema[]): readonly Place[] =>
  schemas.flatMap((schema) =>
    schema.sizes.flatMap((size) => {
      const slot = schema.photo?.[size.id]
      if (!slot) return []
      const dpi = photoDpi(seen, slot, isSetWhole(seen, slot))
      const sharpness = sharpnessFor(seen.look, size)
      const cut = cutFaults(seen, slot).length > 0 ? percentCut(seen, slot) : 0
      return [{ schema, size, dpi, least: sharpness.refuse, isCoarse: isTooCoarse(dpi, sharpness), cut }]
    }),
  )

const measures = (name: string): string => name.replace(/\s*[（(].*$/u, '')

/** By name, with the size where others of the same template are not meant. */
const named = (places: readonly Place[]) => {
  const one = ({ schema, size }: Place, name: 'name_zh' | 'name_en'): string => {
    const all = places.filter(({ schema: { id } }) => id === schema.id).length === schema.sizes.length
    return all ? schema[name] : `${schema[name]} ${measures(size[name])}`
  }
  return {
    zh: `“${[...new Set(places.map((place) => one(place, 'name_zh')))].join('”“')}”`,
    en: [...new Set(places.map((place) => one(place, 'name_en')))].join(', '),
  }
}

/** Pixels of the original from which all of these print it. */
const enough = (places: readonly Place[], { width, height }: Picture): string => {
  const times = Math.max(...places.map(({ dpi, least }) => (least + 1) / Math.max(1, dpi)))
  return `${Math.ceil(width * times)}×${Math.ceil(height * times)}`
}

const idsOf = (schemas: readonly Pick<TemplateSchema, 'id'>[]): string =>
  [...new Set(schemas.map(({ id }) => id))].join(' ')

/**
 * What becomes of the photo on printed things, told while it can still be changed (PRT-25): where it is too coarse and will
 * not be printed, where a cut takes much of it, and which have no place for one. Whether the words leave room for it is
 * known only when a sheet is set.
 * @param field of the form it was chosen in
 * @param seen what the picture is, and what of it is set
 * @param schemas that take this kind of content
 */
export const photoNotes = (
  field: string,
  photo: Picture,
  seen: SeenPicture,
  schemas: readonly TemplateSchema[],
): readonly Refusal[] => {
  const places = placesIn(seen, schemas)
  const coarse = places.filter(({ isCoarse }) => isCoarse)
  const cut = places.filter((place) => !place.isCoarse && place.cut > 0)
  const without = schemas.filter(({ photo: slots }) => !slots)
  return [
    ...(coarse.length === 0
      ? []
      : [
          spokenRefusal(
            'PHOTO_NOT_ON_PAPER',
            { got: named(coarse) },
            { field, limit: enough(coarse, photo), got: idsOf(coarse.map(({ schema }) => schema)) },
          ),
        ]),
    ...(cut.length === 0
      ? []
      : [
          spokenRefusal(
            'PHOTO_CUT_ON_PAPER',
            { got: named(cut) },
            {
              field,
              limit: Math.max(...cut.map((place) => place.cut)),
              got: idsOf(cut.map(({ schema }) => schema)),
            },
          ),
        ]),
    ...(without.length === 0
      ? []
      : [
          spokenRefusal(
            'PHOTO_NO_PLACE_ON_PAPER',
            {
              got: {
                zh: `“${without.map(({ name_zh }) => name_zh).join('”“')}”`,
                en: without.map(({ name_en }) => name_en).join(', '),
              },
            },
            { field, got: idsOf(without) },
          ),
        ]),
  ]
}
