import type { CollectionSlug, PayloadRequest } from 'payload'
import { refuse } from '../../src/errors/refusal.ts'
import { EXTENSION, IMAGE_LIMIT_MB } from '../uploads/clean.ts'
import { ports, type CleanImage } from '../base/ports.ts'
import { rowsOf } from '../records/rows.ts'

const MB = 1024 * 1024

export type PhotoRow = { readonly id: string; readonly sha256: string }

/**
 * The photo of a form, encoded anew without place and maker (GPS, EXIF). It is slow, so it is done before any
 * transaction begins.
 */
export const photoIn = async (form: FormData): Promise<CleanImage> => {
  const sent = form.get('photo')
  if (!(sent instanceof File) || sent.size === 0) return refuse('POSTING_PHOTO_MISSING', { field: 'photo' })
  if (sent.size > IMAGE_LIMIT_MB * MB)
    refuse('IMAGE_TOO_LARGE', { field: 'photo', limit: IMAGE_LIMIT_MB, got: Math.ceil(sent.size / MB) })
  return ports().cleanImage(new Uint8Array(await sent.arrayBuffer()))
}

export const photoBySha = async (req: PayloadRequest, sha256: string): Promise<PhotoRow | undefined> =>
  (
    await rowsOf<PhotoRow>(req.payload, 'posting-photos', {
      where: { sha256: { equals: sha256 } },
      limit: 1,
      req,
    })
  )[0]

/** PST-9: one photo shows one moment; refuses POSTING_PHOTO_USED. In the transaction of `req`. */
export const storePhoto = async (
  req: PayloadRequest,
  { bytes, sha256, type }: CleanImage,
  unit: string,
): Promise<string> => {
  if (await photoBySha(req, sha256)) refuse('POSTING_PHOTO_USED', { field: 'photo' })
  const data = Buffer.from(bytes)
  const file = { name: `${sha256}.${EXTENSION[type]}`, data, mimetype: type, size: data.byteLength }
  const made = await req.payload.create({
    collection: 'posting-photos' as CollectionSlug,
    data: { unit, sha256 } as never,
    file,
    overwriteExistingFiles: true,
    overrideAccess: true,
    depth: 0,
    req,
  })
  return String(made.id)
}
