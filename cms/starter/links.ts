import type { Payload, PayloadRequest, TypedUser } from 'payload'
import { RefusalError } from '../../src/errors/refusal.ts'
import { dayField, makeRow } from '../records/make-row.ts'
import { rowsOf } from '../records/rows.ts'
import { localRequest } from '../records/transaction.ts'
import type { StarterDraft } from './drafts.ts'
import { HOTLINES } from './hotlines.ts'

/** Bytes of `media/pictures/<name>.png`. */
export type Pictures = (name: string) => Promise<Uint8Array>

/** Ids of rows by what drafts name them with, and how many of them are new. */
export type Linked = { readonly ids: ReadonlyMap<string, string>; readonly made: number }

/** The row that holds the picture already, where that is why it was refused. */
const rowIn = (error: unknown): string | undefined =>
  error instanceof RefusalError
    ? error.refusals.find(({ code }) => code === 'IMAGE_ALREADY_STORED')?.hint
    : undefined

type Picture = NonNullable<StarterDraft['picture']>

/**
 * Each picture by itself, ahead of the contents: others shall write while it is cleaned. One that is there already is
 * used, so a crash in between leaves a picture that the next time finds.
 */
export const linkPictures = async (
  payload: Payload,
  user: TypedUser | undefined,
  wanted: readonly Picture[],
  pictures: Pictures,
): Promise<Linked> => {
  const ids = new Map<string, string>()
  let made = 0
  for (const { name, alt } of wanted) {
    const data = Buffer.from(await pictures(name))
    const file = { name: `${name}.png`, data, mimetype: 'image/png', size: data.byteLength }
    const req = await localRequest(payload, user)
    try {
      ids.set(name, await makeRow(req, 'media', { alt, credit: '银盾项目绘制' }, file))
      made += 1
    } catch (error) {
      const there = rowIn(error)
      if (there === undefined) throw error
      ids.set(name, there)
    }
  }
  return { ids, made }
}

/** The numbers of these keys. One that the town has under words of its own is used as it stands. */
export const linkHotlines = async (req: PayloadRequest, keys: readonly string[]): Promise<Linked> => {
  const rows = await rowsOf<{ id: string; number: string }>(req.payload, 'hotlines', {
    only: ['number'],
    req,
  })
  const ids = new Map(rows.map(({ id, number }) => [number, id]))
  let made = 0
  for (const { key, verifiedOn, ...words } of HOTLINES) {
    if (!keys.includes(key) || ids.has(words.number)) continue
    ids.set(words.number, await makeRow(req, 'hotlines', { ...words, verifiedOn: dayField(verifiedOn) }))
    made += 1
  }
  return { ids, made }
}
