import { executeAccess, type Access, type CollectionBeforeOperationHook, type UploadConfig } from 'payload'
import { refuse } from '../../src/errors/refusal.ts'

/** Payload looks for the row of a file only where the right to read is a condition, and answers 500 for unknown names. */
export const withRow =
  (read: Access): Access =>
  async (asked) => {
    const may = await read(asked)
    return may === true && asked.isReadingStaticFile ? { filename: { exists: true } } : may
  }

/** The address of a stored row is a path of ours; one with a scheme or a host would lead elsewhere. */
const isForeign = (url: unknown): boolean =>
  typeof url === 'string' && /^\s*(?:[a-z][a-z\d+.-]*:|[\\/]{2})/i.test(url)

/**
 * First of all hooks of an upload (CMS-80, CMS-82): whoever may not is refused before a byte is decoded or looked up, which
 * Payload does after these hooks; and a picture comes as bytes alone, where Payload would fetch an address itself and
 * keep what it got uncleaned. `req.data` is the body: Payload takes the address out of `args` and keeps it aside.
 */
export const askFirst: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  overrideAccess,
  req,
}) => {
  if (operation !== 'create' && operation !== 'update') return
  const { data } = args as { data?: Record<string, unknown> }
  if (!overrideAccess) await executeAccess({ data, req }, collection.access[operation])
  const url = req.data?.['url'] ?? data?.['url']
  const named = operation === 'create' && !req.file && typeof url === 'string' && url !== ''
  if (named || isForeign(url)) refuse('IMAGE_BY_ADDRESS', { field: 'url' })
  // Another cut of a stored picture would be another picture under its name.
  if (req.query?.['uploadEdits']) refuse('FIELD_NOT_WRITABLE', { field: 'file' })
}

/** How pictures are kept and served: cleaned bytes in one folder, and nothing in them can run. */
export const uploadRules = (staticDir: string): UploadConfig => ({
  staticDir,
  // `keepFile` writes them.
  disableLocalStorage: true,
  mimeTypes: ['image/jpeg', 'image/png', 'image/webp'],
  crop: false,
  focalPoint: false,
  pasteURL: false,
  bulkUpload: false,
  modifyResponseHeaders: ({ headers }) => {
    headers.set('X-Content-Type-Options', 'nosniff')
    headers.set('Content-Security-Policy', "default-src 'none'; sandbox")
    return headers
  },
})
