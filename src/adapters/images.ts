import { fork, type ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { refusal, RefusalError, refuse } from '../errors/refusal.ts'
import type { Sha256 } from '../model/ids.ts'
import { MAX_BYTES, type ImageAnswer, type ImageJob, type ImageResult } from './image-jobs.ts'
import { sha256Hex } from './keys.ts'
import type { Objects } from './objects.ts'

export type Images = {
  readonly clean: (bytes: Uint8Array) => Promise<ImageResult & { readonly sha256: Sha256 }>
  readonly rendition: (source: Sha256, width: number, height: number) => Promise<CutPicture>
  readonly stop: () => void
}

export type CutPicture = { readonly asset: Sha256; readonly bytes: number; readonly type: string }

export type ImagesOptions = {
  /** Script of the child, and the flags Node needs to run it. */
  readonly child: { readonly file: string; readonly execArgv: readonly string[] }
  readonly uploads: string
  readonly objects: Objects
  readonly timeoutMs?: number
}

type Waiting = { readonly settle: (answer: ImageAnswer | null) => void }

const failed: (detail?: string) => RefusalError = (hint) =>
  new RefusalError(refusal('IMAGE_FAILED', hint ? { hint } : {}))

/** One child at a time, made when first needed; a time-out or crash costs that job only. */
const startChild = ({ child: { file, execArgv } }: ImagesOptions) => {
  let child: ChildProcess | null = null
  let next = 1
  const waiting = new Map<number, Waiting>()

  const ensure = (): ChildProcess => {
    if (child?.connected) return child
    const fresh = fork(file, [], {
      execArgv: ['--max-old-space-size=384', ...execArgv],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    fresh.on('message', (answer: ImageAnswer) => waiting.get(answer.id)?.settle(answer))
    fresh.on('exit', () => {
      if (child === fresh) child = null
      for (const job of waiting.values()) job.settle(null)
    })
    fresh.unref()
    fresh.channel?.unref()
    child = fresh
    return fresh
  }

  const ask = (job: ImageJob, timeoutMs: number): Promise<ImageResult> =>
    new Promise((resolve, reject) => {
      const id = next++
      const target = ensure()
      target.channel?.ref()
      const timer = setTimeout(() => target.kill('SIGKILL'), timeoutMs)
      const settle = (answer: ImageAnswer | null): void => {
        clearTimeout(timer)
        waiting.delete(id)
        if (waiting.size === 0) target.channel?.unref()
        if (answer === null) reject(failed())
        else if (answer.ok) resolve(answer.result)
        else reject(new RefusalError(refusal(answer.code, answer.detail)))
      }
      waiting.set(id, { settle })
      target.send({ id, job })
    })

  return { ask, stop: () => child?.kill('SIGKILL') }
}

const EXTENSIONS = ['jpg', 'png', 'webp'] as const

/** Finds a cleaned upload by its hash and believes only the hash, not the name. */
const sourceBytes = async (uploads: string, source: Sha256): Promise<Uint8Array> => {
  for (const extension of EXTENSIONS) {
    const bytes = await readFile(join(uploads, `${source}.${extension}`)).catch(() => null)
    if (bytes && sha256Hex(bytes) === source) return bytes
  }
  throw failed('source picture missing or changed')
}

export const startImages = (options: ImagesOptions): Images => {
  const { ask, stop } = startChild(options)
  const { uploads, objects, timeoutMs = 20_000 } = options
  const cut = new Map<string, Promise<CutPicture>>()

  const makeRendition = async (source: Sha256, width: number, height: number): Promise<CutPicture> => {
    const bytes = await sourceBytes(uploads, source)
    const result = await ask({ kind: 'rendition', bytes, width, height }, timeoutMs)
    return { asset: await objects.put(result.bytes), bytes: result.bytes.byteLength, type: result.type }
  }

  return {
    stop,
    clean: async (bytes) => {
      const megabytes = (bytes.byteLength / 1024 / 1024).toFixed(1)
      if (bytes.byteLength > MAX_BYTES) refuse('IMAGE_TOO_LARGE', { limit: 40, got: megabytes })
      const result = await ask({ kind: 'clean', bytes }, timeoutMs)
      return { ...result, sha256: sha256Hex(result.bytes) }
    },
    rendition: (source, width, height) => {
      const key = `${source} ${width} ${height}`
      const made = cut.get(key) ?? makeRendition(source, width, height)
      cut.set(key, made)
      made.catch(() => cut.delete(key))
      return made
    },
  }
}
