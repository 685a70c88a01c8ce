import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { PayloadRequest } from 'payload'

type Laid = { readonly name: string; readonly data: Uint8Array }

/**
 * Writes an upload's file before Payload does, who says of any failure only that there was one: a full disk is to have
 * its name (CMS-63). A file left behind by a transaction that was rolled back holds the same bytes.
 */
export const layDown = async (
  { payload }: Pick<PayloadRequest, 'payload'>,
  collection: 'media' | 'posting-photos',
  { name, data }: Laid,
): Promise<void> => {
  const { staticDir = collection } = payload.collections[collection as 'media'].config.upload
  const file = path.join(staticDir, name)
  await mkdir(staticDir, { recursive: true })
  try {
    await writeFile(file, data)
  } catch (error) {
    await rm(file, { force: true })
    throw error
  }
}
