import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { vectorIn, type VectorDrawing } from '../../poster/index.ts'

/** The product's own drawings in lines and areas, by the pixels of the pictures they are (TPL-27). */
export type Vectors = (pixels: string) => VectorDrawing | null

/** Which file names which pixels: written by `node scripts/media.mjs` with both. */
const INDEX = 'pixels.json'

/** A file that is not quite one of ours is passed over: its picture is printed as any other is. */
export const openVectors = (folder: string): Vectors => {
  const names = JSON.parse(readFileSync(join(folder, INDEX), 'utf8')) as Readonly<Record<string, string>>
  const drawings = new Map(
    [...new Set(Object.values(names))].map((name) => [
      name,
      vectorIn(readFileSync(join(folder, `${name}.svg`), 'utf8')),
    ]),
  )
  return (pixels) => drawings.get(names[pixels] ?? '') ?? null
}
