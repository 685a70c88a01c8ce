import { createHash } from 'node:crypto'
import type { PackPort } from '../../cms/base/ports.ts'
import { packPlan, type PackSource } from '../../src/pack/index.ts'

export type FakePack = PackPort & {
  /** What was packed, oldest first; how many files wait to be read or dropped. */
  readonly sources: PackSource[]
  readonly waiting: () => number
}

/** Packs words alone: a file is its texts as JSON. */
export const fakePack = (): FakePack => {
  const sources: PackSource[] = []
  let waiting = 0
  const pack: PackPort = async (source) => {
    sources.push(source)
    waiting += 1
    const { name, texts } = packPlan(source)
    const bytes = new TextEncoder().encode(JSON.stringify(texts))
    const drop = async (): Promise<void> => void (waiting -= 1)
    return {
      name,
      bytes: bytes.byteLength,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      read: () =>
        new ReadableStream({
          start: (to) => {
            to.enqueue(bytes)
            to.close()
            void drop()
          },
        }),
      drop,
    }
  }
  return Object.assign(pack, { sources, waiting: () => waiting })
}
