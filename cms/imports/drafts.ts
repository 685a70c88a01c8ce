/** Rows that were understood, as drafts of the form: words mended, links found, what speaks against each. */
import type { CollectionSlug, PayloadRequest } from 'payload'
import { contentFaults, type ContentKind } from '../../src/content/index.ts'
import { refusal, type Refusal } from '../../src/errors/refusal.ts'
import type { CellFault, Column, Named, Understood, UnderstoodRow } from '../../src/intake/index.ts'
import { canonicalJson } from '../../src/programme/canonical.ts'
import { mend, type Shape } from '../../src/text/mend.ts'
import { mayRows } from '../access/roles.ts'
import { ports } from '../base/ports.ts'
import { turn } from '../base/turn.ts'
import { dayField } from '../records/make-row.ts'
import { rowsOf } from '../records/rows.ts'
import { checkBody, readTown } from '../workflow/checks.ts'

type Fields = Readonly<Record<string, unknown>>

/** `known`: one of the same words stands in the town, or further up. */
export type RowState = 'ready' | 'faulty' | 'known'

export type ImportRow = {
  readonly row: number
  readonly state: RowState
  readonly title: string
  /** As the form would send them. */
  readonly fields: Fields
  /** What must be mended before it can be taken, each at its cell. */
  readonly faults: readonly CellFault[]
  /** What 送审 would say of its words; it is taken all the same. */
  readonly notes: readonly Refusal[]
}

const SHAPES: Readonly<Partial<Record<Column['as'], Shape>>> = {
  line: 'line',
  halves: 'halves',
  lines: 'lines',
}

/** The shape of each text by its field, steps of any number by their name. */
const shapesOf = (columns: readonly Column[]): ReadonlyMap<string, Shape> =>
  new Map(
    columns.flatMap(({ field, as }) => {
      const shape = SHAPES[as]
      return shape ? [[field.replace(/\.\d+\./, '.'), shape] as const] : []
    }),
  )

/** As saving them would (MEND-5), so that what is looked at is what will be stored. */
const mendedIn = (fields: Fields, shapes: ReadonlyMap<string, Shape>, path = ''): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const shape = shapes.get(`${path}${name}`)
      if (typeof value === 'string' && shape) return [name, mend(value, shape).text]
      if (!Array.isArray(value)) return [name, value]
      return [
        name,
        value.map((one: unknown) =>
          typeof one === 'object' && one !== null ? mendedIn(one as Fields, shapes, `${name}.`) : one,
        ),
      ]
    }),
  )

/** Names of rows of the town that a cell may give, without blanks. */
const plain = (text: unknown): string =>
  String(text ?? '')
    .normalize('NFKC')
    .replace(/\s+/gu, '')

type Links = Readonly<Record<Named['as'], ReadonlyMap<string, string>>>

const readLinks = async (req: PayloadRequest): Promise<Links> => {
  const { payload } = req
  const hotlines = await rowsOf<{ id: string; number: string; label: string }>(payload, 'hotlines', { req })
  const units = mayRows(req.user, 'units', 'read')
    ? await rowsOf<{ id: string; name: string; fullName?: string | null }>(payload, 'units', { req })
    : []
  return {
    hotline: new Map(
      hotlines.flatMap(({ id, number, label }) =>
        [number, label, `${number}${label}`, `${label}${number}`].map((name) => [plain(name), id] as const),
      ),
    ),
    unit: new Map(
      units.flatMap(({ id, name, fullName }) =>
        [fullName, name].filter(Boolean).map((one) => [plain(one), id] as const),
      ),
    ),
  }
}

const linked = (named: readonly Named[], links: Links) => {
  const fields: Record<string, string> = {}
  const faults: CellFault[] = []
  for (const { field, as, text, cell, heading } of named) {
    const id = links[as].get(plain(text))
    if (id !== undefined) fields[field] = id
    else faults.push({ ...refusal('IMPORT_LINK_UNKNOWN', { field, got: text.slice(0, 60) }), cell, heading })
  }
  return { fields, faults }
}

const withDays = (fields: Fields, columns: readonly Column[]): Fields => ({
  ...fields,
  ...Object.fromEntries(
    columns
      .filter(({ field, as }) => as === 'day' && typeof fields[field] === 'string')
      .map(({ field }) => [field, dayField(fields[field] as string)]),
  ),
})

/** All words of a draft, in one text: equal words are one content, whatever else was chosen. */
export const wordsOf = (kind: ContentKind, fields: Fields): string => {
  const { body } = kind.freeze(fields, {})
  return canonicalJson(kind.texts(body).map(({ field, text }) => ({ field, text })))
}

/** The field a kind is called by. */
const titleFieldOf = (columns: readonly Column[]): string =>
  columns.find(({ required }) => required)?.field ?? 'title'

/** Words of the drafts that the person may read and that bear one of these titles. */
const standing = async (
  req: PayloadRequest,
  kind: ContentKind,
  titles: readonly string[],
): Promise<ReadonlySet<string>> => {
  const { docs } = await req.payload.find({
    collection: kind.collection as CollectionSlug,
    where: { [titleFieldOf(kind.columns ?? [])]: { in: [...titles] } },
    draft: true,
    depth: 0,
    pagination: false,
    overrideAccess: false,
    user: req.user,
  })
  return new Set(docs.map((doc) => wordsOf(kind, doc as unknown as Fields)))
}

type Draft = { readonly from: UnderstoodRow; readonly fields: Fields; readonly faults: readonly CellFault[] }

const stated = (kind: ContentKind, drafts: readonly Draft[], stands: ReadonlySet<string>) => {
  const met = new Map<string, number>()
  return drafts.map(({ from, fields, faults }) => {
    if (faults.length > 0) return { state: 'faulty' as const, known: [] }
    const words = wordsOf(kind, fields)
    const before = met.get(words)
    if (before === undefined) met.set(words, from.row)
    if (before !== undefined)
      return { state: 'known' as const, known: [refusal('IMPORT_ROW_TWICE', { got: before })] }
    if (!stands.has(words)) return { state: 'ready' as const, known: [] }
    const title = kind.title(kind.freeze(fields, {}).body)
    return { state: 'known' as const, known: [refusal('IMPORT_ROW_EXISTS', { got: title })] }
  })
}

/** So many rows are looked at between two turns of the event loop (CMS-90). */
const ROWS_A_TURN = 5

/** One after another, with turns in between. */
const inTurns = async <From, To>(
  all: readonly From[],
  work: (one: From, i: number) => To,
): Promise<readonly To[]> => {
  const done: To[] = []
  for (const [i, one] of all.entries()) {
    if (i % ROWS_A_TURN === ROWS_A_TURN - 1) await turn()
    done.push(work(one, i))
  }
  return done
}

/** Every row of a table or document as the draft it would become. Stores nothing. */
export const draftsOf = async (
  req: PayloadRequest,
  kind: ContentKind,
  { rows }: Understood,
): Promise<readonly ImportRow[]> => {
  const { kinds, missingGlyphs } = ports()
  const columns = kind.columns ?? []
  const shapes = shapesOf(columns)
  const links = await readLinks(req)
  const town = await readTown(req)
  const drafts = await inTurns(rows, (from): Draft => {
    const found = linked(from.named, links)
    const fields = { ...withDays(mendedIn(from.fields, shapes), columns), ...found.fields }
    return { from, fields, faults: [...from.faults, ...found.faults] }
  })
  const title = titleFieldOf(columns)
  const titles = drafts.flatMap(({ fields }) => (typeof fields[title] === 'string' ? [fields[title]] : []))
  const states = stated(kind, drafts, await standing(req, kind, titles))
  return inTurns(drafts, ({ from, fields, faults }, i): ImportRow => {
    const { body, faults: own } = kind.freeze(fields, {})
    const { state, known } = states[i] ?? { state: 'faulty', known: [] }
    // What a person may still leave out of a draft is asked for at 送审.
    const wrong = [...own, ...contentFaults(kinds, { body }, missingGlyphs)].filter(
      ({ code }) => code !== 'TEXT_EMPTY',
    )
    return {
      row: from.row,
      state,
      title: kind.title(body),
      fields,
      faults,
      notes: [...known, ...wrong, ...checkBody(town, body)],
    }
  })
}
