import { refusal, type Refusal } from '../../../src/errors/refusal.ts'
import { isMoving, kindOfBytes } from '../../../src/picture/index.ts'

export type Chosen = { readonly file: File; readonly told: readonly Refusal[] }

const nameEnding = ({ name }: File): string => (/\.([a-z\d]{1,5})$/i.exec(name)?.[1] ?? '?').toUpperCase()

/**
 * The file as it is sent. What the server decodes goes as it is; of the rest a copy, where this browser can make one
 * (IMG-7). What nobody here opens goes as it is too: the server says why not.
 */
export const chosenPicture = async (
  file: File,
  copyOf: (file: File) => Promise<File | null>,
): Promise<Chosen> => {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const kind = kindOfBytes(bytes)
  const first = isMoving(bytes) ? [refusal('IMAGE_FIRST_FRAME', { field: 'file' })] : []
  if (typeof kind === 'string') return { file, told: first }
  const copy = await copyOf(file)
  if (!copy) return { file, told: [] }
  return {
    file: copy,
    told: [refusal('IMAGE_COPIED', { field: 'file', got: kind?.other ?? nameEnding(file) }), ...first],
  }
}
