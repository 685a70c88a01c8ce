import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LRUCache } from 'lru-cache'
import { refusal, RefusalError, refuse } from '../../errors/refusal.ts'
import type { Look, SeenPicture, VectorDrawing } from '../../poster/index.ts'
import type { Sha256 } from '../../model/ids.ts'
import { openPool } from '../pool/pool.ts'
import {
  MAX_BYTES,
  type CleanResult,
  type Drawing,
  type Fit,
  type ImageAnswer,
  type ImageJob,
  type ImageResult,
  type Looked,
  type Medium,
  type PaperImage,
} from './image-jobs.ts'
import { sha256Hex } from '../disk/keys.ts'
import type { Objects } from '../disk/objects.ts'
import type { Vectors } from './vectors.ts'

export type Images = {
  readonly clean: (bytes: Uint8Array) => Promise<CleanResult & { readonly sha256: Sha256 }>
  /** A page's picture, an object under its hash. */
  readonly rendition: (source: Sha256, width: number, height: number) => Promise<CutPicture>
  /** Whether it is a drawing, and what of it is set: the same for the same bytes, whenever it is asked. */
  readonly look: (source: Sha256) => Promise<SeenPicture>
  /**
   * A sheet's picture: evidence of nothing and soon made again, so it is never stored. One of the product's own drawings
   * has no size: it comes in lines and areas (TPL-27).
   */
  readonly onPaper: (
    source: Sha256,
    width: number,
    height: number,
    inks: Exclude<Medium, 'led'>,
  ) => Promise<PaperImage>
  /** For a newspaper or an article; a drawing whole, on its ground. */
  readonly fitted: (source: Sha256, fit: Fit) => Promise<ImageResult>
  /** The cleaned upload as it lies there. */
  readonly stored: (source: Sha256) => Promise<Uint8Array>
  readonly drawn: (drawing: Drawing) => Promise<ImageResult>
  /** Of the child that lives now, for those who measure it. */
  readonly pid: () => readonly number[]
  readonly stop: () => void
}

export type CutPicture = { readonly asset: Sha256; readonly bytes: number; readonly type: string }

export type ImagesOptions = {
  /** Script of the child, and the flags Node needs to run it. */
  readonly child: { readonly file: string; readonly execArgv: readonly string[] }
  readonly uploads: string
  readonly objects: Objects
  readonly vectors: Vectors
  readonly timeoutMs?: number
}

const MB = 1024 * 1024

/** One picture at a time, so that ten large ones are no larger than one; a time-out or crash costs that job only. */
const openChild = ({ child: { file, execArgv } }: ImagesOptions, timeoutMs: number) =>
  openPool<ImageJob, ImageAnswer>({
    child: { file, execArgv: ['--max-old-space-size=384', ...execArgv] },
    workers: 1,
    limitMs: () => timeoutMs,
    startMs: 20_000,
    idleMs: 600_000,
    hardRss: 1_500 * MB,
    maxJobs: 10_000,
    maxRss: 500 * MB,
    waiting: { perOwner: Infinity, total: Infinity },
    failed: () => new RefusalError(refusal('IMAGE_FAILED')),
  })

const EXTENSIONS = ['jpg', 'png', 'webp'] as const

/** Finds a cleaned upload by its hash and believes only the hash, not the name. */
const sourceBytes = async (uploads: string, source: Sha256): Promise<Uint8Array> => {
  for (const extension of EXTENSIONS) {
    const bytes = await readFile(join(uploads, `${source}.${extension}`)).catch(() => null)
    if (bytes && sha256Hex(bytes) === source) return bytes
  }
  return refuse('IMAGE_SOURCE_MISSING', { field: 'photo', hint: source })
}

/** As many pictures as a town has. */
const KEPT_LOOKS = 1_000

/** One photo for all villages, or the same sheet typed at: a few, each some megabytes at most. */
const KEPT_PAPERS = 12

type Ask = <Result extends ImageAnswer>(job: ImageJob) => Promise<Result>

const forPacks = (uploads: string, ask: Ask): Pick<Images, 'fitted' | 'stored' | 'drawn'> => ({
  fitted: async (source, fit) =>
    ask<ImageResult>({ kind: 'fit', bytes: await sourceBytes(uploads, source), fit }),
  stored: (source) => sourceBytes(uploads, source),
  drawn: (drawing) => ask<ImageResult>({ kind: 'draw', drawing }),
})

/** What a picture is, and the drawing of the product's own that it shows. */
type Known = { readonly seen: SeenPicture; readonly drawing: VectorDrawing | null }

const knownFrom = ({ pixels, ...seen }: Looked, vectors: Vectors): Known => {
  const drawing = pixels === null ? null : vectors(pixels)
  return { seen: drawing ? { ...seen, vector: true } : seen, drawing }
}

const onPaperFrom = async (
  { svg, width, height }: VectorDrawing,
  inks: Exclude<Medium, 'led'>,
  ask: Ask,
): Promise<PaperImage> =>
  inks === 'press'
    ? ask<PaperImage>({ kind: 'press', svg })
    : { bytes: Buffer.from(svg), type: 'image/svg+xml', width, height }

/** Of a released picture, at a size and for a medium. */
const openMaking =
  (uploads: string, ask: Ask) =>
  async <Result extends PaperImage>(
    source: Sha256,
    size: { readonly width: number; readonly height: number },
    medium: Medium,
    look: Look,
  ): Promise<Result> =>
    ask<Result>({ kind: 'rendition', bytes: await sourceBytes(uploads, source), ...size, medium, look })

const forSheets = (
  { uploads, vectors }: ImagesOptions,
  ask: Ask,
  make: ReturnType<typeof openMaking>,
): Pick<Images, 'look' | 'onPaper'> => {
  const looks = new LRUCache<string, Promise<Known>>({ max: KEPT_LOOKS })
  const papers = new LRUCache<string, Promise<PaperImage>>({ max: KEPT_PAPERS })
  const knownOf = (source: Sha256): Promise<Known> => {
    const known =
      looks.get(source) ??
      sourceBytes(uploads, source)
        .then((bytes) => ask<Looked>({ kind: 'look', bytes }))
        .then((looked) => knownFrom(looked, vectors))
    looks.set(source, known)
    known.catch(() => looks.delete(source))
    return known
  }
  return {
    look: async (source) => (await knownOf(source)).seen,
    onPaper: async (source, width, height, inks) => {
      const { seen, drawing } = await knownOf(source)
      const key = drawing ? `${source} ${inks}` : `${source} ${width} ${height} ${inks}`
      const made =
        papers.get(key) ??
        (drawing
          ? onPaperFrom(drawing, inks, ask)
          : make<PaperImage>(source, { width, height }, inks, seen.look))
      papers.set(key, made)
      made.catch(() => papers.delete(key))
      return made
    },
  }
}

export const startImages = (options: ImagesOptions): Images => {
  const { uploads, objects, timeoutMs = 20_000 } = options
  const pool = openChild(options, timeoutMs)
  const ask: Ask = async <Result extends ImageAnswer>(job: ImageJob) =>
    (await pool.run(job, 'pictures')) as Result
  const make = openMaking(uploads, ask)
  const cut = new Map<string, Promise<CutPicture>>()

  const makeRendition: Images['rendition'] = async (source, width, height) => {
    const { bytes, type } = await make<ImageResult>(source, { width, height }, 'led', 'photo')
    return { asset: await objects.put(bytes), bytes: bytes.byteLength, type }
  }

  return {
    pid: () => pool.state().pids,
    stop: () => void pool.stop(),
    clean: async (bytes) => {
      const megabytes = (bytes.byteLength / 1024 / 1024).toFixed(1)
      if (bytes.byteLength > MAX_BYTES) refuse('IMAGE_TOO_LARGE', { limit: 40, got: megabytes })
      const result = await ask<CleanResult>({ kind: 'clean', bytes })
      return { ...result, sha256: sha256Hex(result.bytes) }
    },
    rendition: async (source, width, height) => {
      const key = `${source} ${width} ${height}`
      const known = cut.get(key)
      if (known && (await objects.has((await known).asset))) return known
      const made = makeRendition(source, width, height)
      cut.set(key, made)
      made.catch(() => cut.delete(key))
      return made
    },
    ...forSheets(options, ask, make),
    ...forPacks(uploads, ask),
  }
}
