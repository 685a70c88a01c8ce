/** What was written on a content when it was returned, and what of it the draft has answered since. */
import type { PayloadRequest } from 'payload'
import { readFrozen, type ContentKind, type Pictures } from '../../src/content/index.ts'
import { refuse } from '../../src/errors/refusal.ts'
import type { ContentBody, Picture } from '../../src/model/content.ts'
import type { MediaId, Sha256 } from '../../src/model/ids.ts'
import { submissionState } from '../../src/review/submission-state.ts'
import { requireAct } from '../access/roles.ts'
import { ports } from '../base/ports.ts'
import { decisionsOn, newestSubmission, rowsOf, type ContentSlug } from '../records/rows.ts'
import { draftOf, mediaOf, type Draft } from './content-rows.ts'
import { readPins, type Pin } from './pins.ts'

export type ReturnedPin = Pin & {
  /** The words it was written on. */
  readonly said: readonly string[]
  /** Whether the draft says something else there now. */
  readonly isMended: boolean
}

export type Returned = {
  readonly submission: string
  readonly by: string
  /** ISO 8601. */
  readonly at: string
  /** On the whole; may be empty. */
  readonly comment: string
  readonly pins: readonly ReturnedPin[]
  /** Whether anything in the words or pictures differs from what was returned. */
  readonly isMended: boolean
}

/** A text with the phrase that is set in the accent colour: setting another one answers a comment too. */
const marked = (kind: ContentKind, body: ContentBody) => {
  const { accents } = kind.checks(body)
  return (text: string): string =>
    [
      text,
      ...accents.filter((one) => one.text === text && one.accent !== '').map(({ accent }) => accent),
    ].join('\u0000')
}

/** What stands at a field: its texts, or the hash of its picture. */
const standing = (kind: ContentKind, body: ContentBody, { field, item }: Omit<Pin, 'text'>) => {
  const mark = marked(kind, body)
  return kind
    .texts(body)
    .filter((text) => text.field === field && (item === undefined || text.item === item))
    .map(({ text }) => mark(text))
}

const picturesOf = (kind: ContentKind, body: ContentBody): string =>
  kind
    .pictures(body)
    .map(({ sha256 }) => sha256)
    .join(' ')

type Bodies = { readonly kind: ContentKind; readonly before: ContentBody; readonly now: ContentBody }

/** Its words are nowhere in that field any more; a line may have moved meanwhile. */
const isPinMended = ({ kind, before, now }: Bodies, pin: Pin): boolean => {
  const was = standing(kind, before, pin)
  if (was.length === 0) return picturesOf(kind, before) !== picturesOf(kind, now)
  const is = new Set(standing(kind, now, { field: pin.field }))
  return was.some((one) => !is.has(one))
}

const wholeOf = (kind: ContentKind, body: ContentBody): string =>
  [...kind.texts(body).map(({ text }) => marked(kind, body)(text)), picturesOf(kind, body)].join('\n')

const bodyOf = async (req: PayloadRequest, kind: ContentKind, draft: Draft): Promise<ContentBody> => {
  const pictures: Pictures = Object.fromEntries(
    [...(await mediaOf(req, kind, draft))].map(([field, row]): [string, Picture] => [
      field,
      {
        media: row.id as MediaId,
        sha256: row.sha256 as Sha256,
        width: row.width,
        height: row.height,
        alt: row.alt ?? '',
      },
    ]),
  )
  return kind.freeze(draft, pictures).body
}

const nameOf = async (req: PayloadRequest, id: string): Promise<string> => {
  const [row] = await rowsOf<{ readonly name?: string | null }>(req.payload, 'users', {
    where: { id: { equals: id } },
    limit: 1,
    only: ['name'],
    req,
  })
  return row?.name ?? ''
}

/** Null while the newest submission of the content is not one that somebody returned. */
export const readReturned = async (
  req: PayloadRequest,
  slug: ContentSlug,
  id: string,
): Promise<Returned | null> => {
  requireAct(req, 'content.returned')
  const { kinds } = ports()
  const kind = kinds.writtenIn(slug) ?? refuse('NOT_FOUND')
  const draft = await draftOf(req, slug, id)
  const submission = await newestSubmission(req, id)
  const rows = submission ? await decisionsOn(req, submission.id) : []
  if (!submission || submissionState(rows) !== 'returned') return null
  const given = rows.findLast(({ decision }) => decision === 'return')
  const frozen = readFrozen(kinds, submission.frozen)
  if (!given || 'code' in frozen) return null
  const bodies = { kind, before: frozen.body, now: await bodyOf(req, kind, draft) }
  return {
    submission: submission.id,
    by: await nameOf(req, String(given.by)),
    at: new Date(given.at).toISOString(),
    comment: given.comment ?? '',
    pins: readPins(given.pins).map((pin) => ({
      ...pin,
      said: kind
        .texts(frozen.body)
        .filter(({ field, item }) => field === pin.field && item === pin.item)
        .map(({ text }) => text),
      isMended: isPinMended(bodies, pin),
    })),
    isMended: wholeOf(kind, bodies.before) !== wholeOf(kind, bodies.now),
  }
}
