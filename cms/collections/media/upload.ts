import type { Access, UploadConfig } from 'payload'

/** Payload looks for the row of a file only where the right to read is a condition, and answers 500 for unknown names. */
export const withRow =
  (read: Access): Access =>
  async (asked) => {
    const may = await read(asked)
    return may === true && asked.isReadingStaticFile ? { filename: { exists: true } } : may
  }

/** How pictures are kept and served: cleaned bytes in one folder, and nothing in them can run. */
export const uploadRules = (staticDir: string): UploadConfig => ({
  staticDir,
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
