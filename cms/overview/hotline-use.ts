import type { CollectionSlug, Payload } from 'payload'
import { ports } from '../base/ports.ts'
import { draftsOf, rowsOf, type ReleaseRow, type SubmissionRow } from '../records/rows.ts'
import { readHistory } from '../workflow/states.ts'

type Named = { readonly title: string; readonly href: string }

/** What names a hotline, and what becomes of each when its row changes. */
export type HotlineUse = {
  /** Drafts that link to its row: they go along with a change. */
  readonly drafts: readonly Named[]
  /** Releases in force with its number in their words: they stay as they were signed. */
  readonly inForce: readonly Named[]
  /** Sheets that hang with it, of whatever edition, each with its place. */
  readonly sheets: readonly Named[]
}

type Hotline = { readonly id: string; readonly number: string }

const draftsWith = async (payload: Payload, { id }: Hotline): Promise<readonly Named[]> => {
  const all: Named[] = []
  for (const { collection } of ports().kinds.all) {
    const field = payload.collections[collection as CollectionSlug].config.admin.useAsTitle ?? 'id'
    const rows = await draftsOf<Readonly<Record<string, unknown>>>(payload, collection, {
      only: [field, 'hotline'],
      where: { hotline: { equals: id } },
    })
    for (const row of rows) {
      // By the long way the words lie in the version, and the row is its parent.
      const version = (row['version'] ?? row) as Readonly<Record<string, unknown>>
      const href = `/admin/collections/${collection}/${String(row['parent'] ?? row['id'])}`
      all.push({ title: String(version[field] ?? ''), href })
    }
  }
  return all
}

type Frozen = Pick<SubmissionRow, 'id' | 'content' | 'title' | 'frozen'>

/** Its words as canonical JSON writes them. */
const submissionsWith = (payload: Payload, { number }: Hotline): Promise<Frozen[]> =>
  number === ''
    ? Promise.resolve([])
    : rowsOf<Frozen>(payload, 'submissions', {
        where: { frozen: { contains: `"hotline":{"number":"${number}"` } },
        only: ['content', 'title', 'frozen'],
      })

const isOver = (frozen: string): boolean => {
  const { validUntil } = JSON.parse(frozen) as { readonly validUntil?: unknown }
  return typeof validUntil === 'number' && validUntil <= ports().now()
}

const inForceOf = async (payload: Payload, submissions: readonly Frozen[]): Promise<readonly Named[]> => {
  const { status } = await readHistory(
    { payload },
    submissions.map(({ content }) => String(content.value)),
  )
  const standing = new Map([...status.standing.values()].map((one) => [one.submission, one.id]))
  return submissions.flatMap(({ id, title, frozen }) => {
    const release = standing.get(String(id))
    return release !== undefined && !isOver(frozen)
      ? [{ title, href: `/admin/collections/releases/${release}` }]
      : []
  })
}

type Posting = { readonly id: string; readonly title: string; readonly place: string }

const sheetsWith = async (payload: Payload, submissions: readonly Frozen[]): Promise<readonly Named[]> => {
  const releases = await rowsOf<Pick<ReleaseRow, 'id'>>(payload, 'releases', {
    where: { submission: { in: submissions.map(({ id }) => String(id)) } },
    only: ['submission'],
  })
  const up = await rowsOf<Posting>(payload, 'postings', {
    where: {
      and: [{ takenDownAt: { exists: false } }, { release: { in: releases.map(({ id }) => String(id)) } }],
    },
    sort: 'postedAt',
    only: ['title', 'place'],
  })
  const places = await rowsOf<{ readonly id: string; readonly name: string }>(payload, 'places', {
    where: { id: { in: [...new Set(up.map(({ place }) => String(place)))] } },
    only: ['name'],
  })
  const names = new Map(places.map(({ id, name }) => [String(id), name]))
  return up.map(({ id, title, place }) => ({
    title: [title, names.get(String(place))].filter(Boolean).join(' · '),
    href: `/admin/collections/postings/${id}`,
  }))
}

/** All that names a hotline, read anew (DESK-90); for whoever may read contents and releases. */
export const readHotlineUse = async (payload: Payload, hotline: Hotline): Promise<HotlineUse> => {
  const submissions = await submissionsWith(payload, hotline)
  return {
    drafts: await draftsWith(payload, hotline),
    inForce: submissions.length > 0 ? await inForceOf(payload, submissions) : [],
    sheets: submissions.length > 0 ? await sheetsWith(payload, submissions) : [],
  }
}
