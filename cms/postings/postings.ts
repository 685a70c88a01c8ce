import type { PayloadRequest, Where } from 'payload'
import { refuse } from '../../src/errors/refusal.ts'
import type { Instant } from '../../src/model/ids.ts'
import type { CivilDate } from '../../src/model/town.ts'
import { addDays, civilOf, instantOf, isCivilDate, TOWN_ZONE } from '../../src/time/index.ts'
import { formatCode } from '../../src/poster/check-code.ts'
import { appendRow } from '../records/append.ts'
import { inTransaction } from '../records/transaction.ts'
import { appendAudit } from '../audit/append.ts'
import { ports } from '../base/ports.ts'
import { rowsOf } from '../records/rows.ts'
import { formOf } from '../requests/form.ts'
import { photoBySha, photoIn, storePhoto } from './photo.ts'
import { placesFor } from './places.ts'
import { isPack, printByCode, type PrintRow } from '../print/prints.ts'
import { readInForce } from '../town/verified.ts'
import { requireAct } from '../access/roles.ts'
import { refuseOtherUnit } from '../print/who.ts'

export type PostingRow = {
  readonly id: string
  readonly print: string
  readonly code: string
  readonly title: string
  readonly release: string
  readonly unit: string
  readonly place: string
  readonly photo?: string | null
  readonly postedAt: string
  /** Midnight of the last day, as date fields keep it. */
  readonly until: string
  readonly postedBy?: string | null
  readonly takenDownAt?: string | null
  readonly takenDownPhoto?: string | null
  readonly takenDownBy?: string | null
}

/** Where a content has no end, its sheets have: paper fades. */
const LONGEST_DAYS = 365

const dayOf = (instant: Instant): CivilDate => civilOf(instant, TOWN_ZONE).date
const midnight = (date: CivilDate): string => new Date(instantOf(date, '00:00', TOWN_ZONE)).toISOString()

/** First instant after the last day a sheet may hang. */
export const endOfPosting = ({ until }: Pick<PostingRow, 'until'>): Instant =>
  instantOf(addDays(dayOf(Date.parse(until)), 1), '00:00', TOWN_ZONE)

/** The day asked for, else the last one possible: today to the last valid day of the content. */
const untilIn = (given: unknown, validUntil: Instant | null, now: Instant): CivilDate => {
  const today = dayOf(now)
  const last = validUntil === null ? addDays(today, LONGEST_DAYS) : dayOf(validUntil - 1)
  if (given === null || given === '') return last
  const fits = typeof given === 'string' && isCivilDate(given) && given >= today && given <= last
  return fits ? given : refuse('POSTING_UNTIL_INVALID', { field: 'until', limit: last })
}

const placeIn = async (req: PayloadRequest, given: unknown, unit: string): Promise<string> => {
  if (typeof given !== 'string' || given === '') return refuse('TEXT_EMPTY', { field: 'place' })
  const places = await placesFor(req, unit)
  return places.some(({ id }) => String(id) === given)
    ? given
    : refuse('PRINT_OTHER_UNIT', { field: 'place' })
}

const stillHanging = (place: string, code: string): Where => ({
  and: [{ place: { equals: place } }, { code: { equals: code } }, { takenDownAt: { exists: false } }],
})

/** A phone that never heard the answer sends the same photo again: the posting it made is the answer. */
const alreadyPosted = async (
  req: PayloadRequest,
  sha256: string,
  { place, code }: { readonly place: string; readonly code: string },
): Promise<PostingRow | undefined> => {
  const photo = await photoBySha(req, sha256)
  if (!photo) return undefined
  const rows = await rowsOf<PostingRow>(req.payload, 'postings', { where: stillHanging(place, code), req })
  return rows.find((row) => String(row.photo) === String(photo.id))
}

export type Posting = { readonly print: PrintRow; readonly place: string; readonly until: CivilDate }

/** Appends a posting with its row in the audit, in the transaction of `req`. */
export const appendPosting = async (
  req: PayloadRequest,
  { print, place, until }: Posting,
  photo: string | null,
  at: Instant,
): Promise<string> => {
  const id = await appendRow(req, 'postings', {
    print: print.id,
    code: print.code,
    title: print.title,
    release: print.release,
    unit: print.unit,
    place,
    photo,
    postedAt: new Date(at).toISOString(),
    until: midnight(until),
    postedBy: req.user?.id ?? null,
  })
  await appendAudit(req, {
    action: 'posting.put',
    subject: `postings/${id}`,
    detail: `${formatCode(print.code)} places/${place}`,
  })
  return id
}

/** 张贴: a sheet in force, by its own unit, at a place of the unit or the town's, with a photo (PST-7). */
export const postSheet = async (req: PayloadRequest, typed: string): Promise<{ readonly id: string }> => {
  const user = requireAct(req, 'posting.put')
  const print = await printByCode(req, typed)
  // What stands in a newspaper hangs nowhere.
  if (isPack(print)) refuse('PRINT_CODE_UNKNOWN', { field: 'code' })
  const unit = String(print.unit)
  refuseOtherUnit(user, unit)
  const { frozen } = await readInForce(req.payload, String(print.release))
  const now = ports().now()
  const form = await formOf(req)
  const place = await placeIn(req, form.get('place'), unit)
  const until = untilIn(form.get('until'), frozen.validUntil, now)
  const photo = await photoIn(form)
  return inTransaction(req, async () => {
    const known = await alreadyPosted(req, photo.sha256, { place, code: print.code })
    if (known) return { id: known.id }
    const stored = await storePhoto(req, photo, unit)
    return { id: await appendPosting(req, { print, place, until }, stored, now) }
  })
}

const postingById = async (req: PayloadRequest, id: string): Promise<PostingRow> =>
  (await rowsOf<PostingRow>(req.payload, 'postings', { where: { id: { equals: id } }, limit: 1, req }))[0] ??
  refuse('NOT_FOUND')

/**
 * 撕下: once, with a photo of the bare place; asked again it stays as it was. Two clerks may have recorded one sheet:
 * all of it that stood there is down.
 */
export const takeDown = async (
  req: PayloadRequest,
  id: string,
): Promise<{ readonly id: string; readonly takenDownAt: string }> => {
  const user = requireAct(req, 'posting.down')
  const found = await postingById(req, id)
  const unit = String(found.unit)
  refuseOtherUnit(user, unit)
  if (found.takenDownAt) return { id, takenDownAt: found.takenDownAt }
  const photo = await photoIn(await formOf(req))
  return inTransaction(req, async () => {
    const again = await postingById(req, id)
    if (again.takenDownAt) return { id, takenDownAt: again.takenDownAt }
    const takenDownAt = new Date(ports().now()).toISOString()
    const data = {
      takenDownAt,
      takenDownBy: user.id,
      takenDownPhoto: await storePhoto(req, photo, unit),
      updatedAt: new Date().toISOString(),
    }
    const where = stillHanging(String(found.place), found.code)
    for (const row of await rowsOf<PostingRow>(req.payload, 'postings', { where, req })) {
      await req.payload.db.updateOne({ collection: 'postings', id: row.id, data, req })
      await appendAudit(req, {
        action: 'posting.down',
        subject: `postings/${row.id}`,
        detail: formatCode(row.code),
      })
    }
    return { id, takenDownAt }
  })
}
