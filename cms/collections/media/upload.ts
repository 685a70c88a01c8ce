import type { UploadConfig } from 'payload'

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
