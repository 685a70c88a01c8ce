import type { Payload, TypedUser } from 'payload'

export type HangingLine = {
  readonly id: string
  readonly title: string
  readonly place: string
  readonly postedAt: string
}

type Row = {
  readonly id: string
  readonly title?: string | null
  readonly place?: string | { readonly name?: string | null } | null
  readonly postedAt: string
}

const LINES = 10

/** What hangs at the village now, newest first, read with the person's own rights. */
export const readHanging = async (asking: {
  readonly payload: Payload
  readonly user: TypedUser | null
}): Promise<readonly HangingLine[]> => {
  const { docs } = await asking.payload.find({
    collection: 'postings',
    where: { takenDownAt: { exists: false } },
    sort: '-postedAt',
    depth: 1,
    limit: LINES,
    pagination: false,
    overrideAccess: false,
    // A person without the right to read postings is shown an empty list and no error.
    disableErrors: true,
    user: asking.user,
  })
  return (docs as unknown as readonly Row[]).map(({ id, title, place, postedAt }) => ({
    id,
    title: title ?? '',
    place: typeof place === 'object' ? (place?.name ?? '') : '',
    postedAt,
  }))
}
