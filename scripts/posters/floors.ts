/**
 * What each field's place holds at its smallest size, as the templates say themselves while they set (`floor` of the
 * library), the least over all sizes and ways, lengths of lists and heights of headlines. `node --import tsx
 * scripts/posters/floors.ts` writes it into the schemas (PRT-26).
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { KINDS, posterKinds } from '../../src/content/index.ts'
import { trialChoices, trialData, type TrialChoice } from '../../src/poster/index.ts'
import type { Instant } from '../../src/model/ids.ts'
import type { SheetData } from '../../src/poster/sheet.ts'
import type { Place, TemplateSchema } from '../../src/poster/template.ts'
import { openPress, POSTERS, TEMPLATES } from './press.ts'
import { schemaOf } from './texts.ts'

type Floor = {
  readonly field: string
  readonly by: Place['by']
  readonly ems: number
  readonly tall?: number
  readonly leading?: number
  readonly lines?: number
  readonly gap?: number
  readonly count?: number
  readonly of?: number
  readonly parts?: number
}

const NOW = Date.UTC(2026, 10, 23, 4) as Instant
/** Headlines of one to four lines: the higher they come out, the less room the rest has. */
const TITLES = ['先别转', '先别转，再问人，报警吧', '一别急，二别慌，三问人，四报警', '这是谁的钱']
const BEAT = '先问儿女'
/** Leading of a column and what parts its texts, in ems of the text. */
const [COLUMN_LEADING, GUTTER] = [0.3, 0.6]

const itemsOf = ({ fields }: TemplateSchema, kind: string): number =>
  kind === 'case'
    ? (fields['lines']?.maxItems ?? 5)
    : kind === 'technique'
      ? (fields['steps']?.maxItems ?? 4)
      : 1

/** The kinds of sheet that bear on how much room a field has. */
export const floorSheets = (schema: TemplateSchema): readonly SheetData[] =>
  trialChoices(schema, posterKinds(KINDS)).flatMap((choice: TrialChoice) => {
    const { kind } = choice.kind
    const full = trialData(schema, choice, 'longest', NOW)
    const counts = Array.from({ length: itemsOf(schema, kind) }, (_, i) => i + 1)
    return counts.flatMap((count) =>
      TITLES.flatMap((title) =>
        (kind === 'case' ? [BEAT, ''] : ['']).map((lesson) => ({
          ...full,
          title,
          accent: '',
          lesson,
          lines: kind === 'case' ? Array.from({ length: count }, () => BEAT) : [],
          steps:
            kind === 'technique' ? Array.from({ length: count }, () => ({ heSays: BEAT, youDo: BEAT })) : [],
        })),
      ),
    )
  })

const linesIn = (tall: number, leading: number): number => Math.floor((tall + leading) / (1 + leading) + 1e-6)

/** Lines of so many texts in one column. */
const rowsIn = (tall: number, count: number): number =>
  Math.floor((tall + COLUMN_LEADING * count - GUTTER * (count - 1)) / (1 + COLUMN_LEADING) + 1e-6)

const linesOf = ({ by, tall = 0, leading = 0, lines = 1, count = 1 }: Floor): number => {
  if (by === 'column') return rowsIn(tall, count)
  return by === 'each' ? linesIn(tall, leading) : lines
}

const down = (ems: number): number => Math.floor(ems * 100) / 100

/** The place that lies within all these. */
const placeOf = (floors: readonly Floor[]): Place => {
  const [{ by, gap, parts = 1 }] = floors as readonly [Floor]
  const counts = Math.max(...floors.map(({ count = 1 }) => count))
  const listed = (least: (floor: Floor) => number): readonly number[] => {
    const all = Array.from({ length: counts }, (_, i) =>
      Math.min(...floors.filter(({ count = 1 }) => count === i + 1).map(least)),
    )
    // The last of a list holds for all longer ones.
    return new Set(all).size === 1 ? all.slice(0, 1) : all
  }
  return {
    by,
    ems: listed(({ ems }) => down(ems)),
    ...(by !== 'row' && by !== 'upright' && { lines: listed(linesOf) }),
    ...(gap !== undefined && { gap }),
    ...(parts > 1 && { parts }),
  }
}

export type Said = { readonly kind: string; readonly floors: readonly Floor[] }

/** Places by field of all that the sheets said. A slogan's words are its title and stand under their own name. */
export const placesOf = (said: readonly Said[]): Readonly<Record<string, Place>> => {
  const all = said.flatMap(({ kind, floors }) =>
    floors.map((floor) => ({
      ...floor,
      field: kind === 'slogan' && floor.field === 'title' ? 'text' : floor.field,
    })),
  )
  const fields = [...new Set(all.map(({ field }) => field))]
  return Object.fromEntries(
    fields.map((field) => [field, placeOf(all.filter((floor) => floor.field === field))]),
  )
}

/** The tent card sets one line of a story, and no more of it (its `line`). */
export const withOne = (schema: TemplateSchema, places: Readonly<Record<string, Place>>) => {
  const { lesson } = places
  if (schema.id !== 'counter' || !lesson) return places
  return {
    ...places,
    lines: { ...lesson, only: 'last' as const },
    steps: { ...lesson, only: 'first' as const },
  }
}

export const floorsOf = (press: ReturnType<typeof openPress>, schema: TemplateSchema) =>
  withOne(
    schema,
    placesOf(
      floorSheets(schema).map((data) => ({
        kind: data.kind,
        floors: press.query(schema.id, data, '<ss-floor>') as readonly Floor[],
      })),
    ),
  )

const write = (): void => {
  const press = openPress()
  for (const id of TEMPLATES) {
    const path = `${POSTERS}/${id}/schema.json`
    const places = floorsOf(press, schemaOf(id)) as Readonly<Record<string, Place>>
    const schema = JSON.parse(readFileSync(path, 'utf8')) as { fields: Record<string, object> }
    for (const [field, limit] of Object.entries(schema.fields))
      schema.fields[field] = { ...limit, ...(places[field] && { place: places[field] }) }
    writeFileSync(path, `${JSON.stringify(schema, null, 2)}\n`)
    console.log(id, JSON.stringify(places))
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) write()
