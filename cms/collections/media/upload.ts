import type { CollectionSlug, PayloadRequest, UploadConfig } from 'payload'
import { refuse } from '../../../src/errors/refusal.ts'
import { rowsOf } from '../../workflow/rows.ts'

type Asked = { readonly params: { readonly collection: string; readonly filename: string } }

/** Payload answers 500 for a name nobody ever gave to a file (I14). */
const knownOnly = async (req: PayloadRequest, { params: { collection, filename } }: Asked): Promise<void> => {
  const where = { filename: { equals: filename } }
  const [row] = await rowsOf(req.payload, collection as CollectionSlug, { where, limit: 1, req })
  if (!row) refuse('NOT_FOUND')
}

/** How pictures are kept and served: cleaned bytes in one folder, and nothing in them can run. */
export const uploadRules = (staticDir: string): UploadConfig => ({
  staticDir,
  mimeTypes: ['image/jpeg', 'image/png', 'image/webp'],
  crop: false,
  focalPoint: false,
  pasteURL: false,
  bulkUpload: false,
  handlers: [knownOnly],
  modifyResponseHeaders: ({ headers }) => {
    headers.set('X-Content-Type-Options', 'nosniff')
    headers.set('Content-Security-Policy', "default-src 'none'; sandbox")
    return headers
  },
})
