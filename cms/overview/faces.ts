/** Page 1 of contents, as their screens draw it: the frozen page where one was sent in, else the draft laid out now. */
import type { CollectionSlug, Payload } from 'payload'
import type { ContentKind, Pictures } from '../../src/content/index.ts'
import type { FrozenContent, Picture } from '../../src/model/content.ts'
import type { ContentId, MediaId, Sha256 } from '../../src/model/ids.ts'
import type { Page } from '../../src/model/page.ts'
import type { ScreenProfile } from '../../src/model/screen.ts'
import { gridsInUse } from '../grids/grids.ts'
import { layOut } from '../grids/paginate.ts'
import { rowsOf, type SubmissionRow } from '../records/rows.ts'
import type { Told } from './contents.ts'

/** Page 1 and how many there are; a draft that nothing can be drawn of yet has none. */
export type Face = { readonly page: Page; readonly pages: number }

type DraftDoc = Readonly<Record<string, unknown>> & { readonly id: string }
type Media = {
  readonly id: string
  readonly sha256: string
  readonly width: number
  readonly height: number
  readonly alt?: string | null
}
type Line = { readonly id: string; readonly prompt: string; readonly number: string }

/** The grid people think of as the screen: the one with most lamps. */
const largest = async (payload: Payload): Promise<readonly [string, ScreenProfile] | undefined> => {
  const area = ({ width, height }: ScreenProfile) => width * height
  return [...(await gridsInUse(payload))].toSorted(([, a], [, b]) => area(b) - area(a))[0]
}

const faceIn = (pages: Readonly<Record<string, readonly Page[]>>, grid: string): Face | undefined => {
  const area = ([first]: readonly Page[]) => (first ? first.width * first.height : 0)
  const list = pages[grid] ?? Object.values(pages).toSorted((a, b) => area(b) - area(a))[0]
  return list?.[0] && { page: list[0], pages: list.length }
}

/** A row whose pages are no JSON has no face; its own page tells what is wrong with it. */
const parsed = (text: string): Readonly<Record<string, readonly Page[]>> => {
  try {
    return JSON.parse(text) as Readonly<Record<string, readonly Page[]>>
  } catch {
    return {}
  }
}

const sentFaces = async (
  payload: Payload,
  told: readonly Told[],
  grid: string,
): Promise<ReadonlyMap<string, Face>> => {
  const submissions = new Map(told.flatMap(({ id, submission }) => (submission ? [[submission, id]] : [])))
  if (submissions.size === 0) return new Map()
  const rows = await rowsOf<Pick<SubmissionRow, 'id' | 'pages'>>(payload, 'submissions', {
    where: { id: { in: [...submissions.keys()] } },
    only: ['pages'],
  })
  return new Map(
    rows.flatMap(({ id, pages }) => {
      const face = faceIn(parsed(pages), grid)
      const content = submissions.get(String(id))
      return face && content ? [[content, face] as const] : []
    }),
  )
}

const byId = async <T extends { readonly id: string }>(
  payload: Payload,
  collection: string,
  ids: readonly unknown[],
  only: readonly string[],
): Promise<ReadonlyMap<string, T>> => {
  const wanted = [...new Set(ids.filter((id) => typeof id === 'string'))]
  if (wanted.length === 0) return new Map()
  const rows = await rowsOf<T>(payload, collection, { where: { id: { in: wanted } }, only })
  return new Map(rows.map((row) => [String(row.id), row]))
}

const pictureOf = ({ id, sha256, width, height, alt }: Media): Picture => ({
  media: id as MediaId,
  sha256: sha256 as Sha256,
  width,
  height,
  alt: alt ?? '',
})

/** As 送审 would freeze it, but for what is missing yet: a draft half written shows what it has. */
const unfrozen = (
  kind: ContentKind,
  draft: DraftDoc,
  media: ReadonlyMap<string, Media>,
  lines: ReadonlyMap<string, Line>,
): FrozenContent => {
  const pictures: Pictures = Object.fromEntries(
    kind.uploads.flatMap((field) => {
      const row = media.get(String(draft[field]))
      return row ? [[field, pictureOf(row)]] : []
    }),
  )
  const line = lines.get(String(draft['hotline']))
  return {
    content: draft.id as ContentId,
    layout: Math.max(...kind.layouts),
    body: kind.freeze(draft, pictures).body,
    hotline: { prompt: line?.prompt ?? '', number: line?.number ?? '' },
    validUntil: null,
  }
}

const draftFaces = async (
  payload: Payload,
  kind: ContentKind,
  ids: readonly string[],
  [grid, profile]: readonly [string, ScreenProfile],
): Promise<ReadonlyMap<string, Face>> => {
  if (ids.length === 0) return new Map()
  const { docs } = await payload.db.queryDrafts({
    collection: kind.collection as CollectionSlug,
    pagination: false,
    limit: ids.length,
    where: { parent: { in: [...ids] } },
  })
  const drafts = docs as unknown as readonly DraftDoc[]
  const uploads = drafts.flatMap((draft) => kind.uploads.map((field) => draft[field]))
  const media = await byId<Media>(payload, 'media', uploads, ['sha256', 'width', 'height', 'alt'])
  const hotlines = drafts.map(({ hotline }) => hotline)
  const lines = await byId<Line>(payload, 'hotlines', hotlines, ['prompt', 'number'])
  const faces = new Map<string, Face>()
  for (const draft of drafts) {
    // Half written words may be what no page can be made of; that is no fault of the list.
    const laid = await layOut(unfrozen(kind, draft, media, lines), new Map([[grid, profile]])).catch(
      () => null,
    )
    const face = laid && faceIn(laid.pages, grid)
    if (face) faces.set(String(draft.id), face)
  }
  return faces
}

/** Faces of the contents of one page of a list, by content. */
export const facesOf = async (
  payload: Payload,
  kind: ContentKind,
  told: readonly Told[],
): Promise<ReadonlyMap<string, Face>> => {
  const grid = await largest(payload)
  if (!grid) return new Map()
  const sent = await sentFaces(payload, told, grid[0])
  const drafts = told.filter(({ stage }) => stage === 'draft').map(({ id }) => id)
  return new Map([...sent, ...(await draftFaces(payload, kind, drafts, grid))])
}
