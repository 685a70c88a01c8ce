import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { refusal, RefusalError } from '../../errors/refusal.ts'
import { openPool, type Failure, type PoolState } from '../pool/pool.ts'
import type { ChildSetup, EngineName, TypstJob, TypstResult } from './jobs.ts'

export type { EngineName, TypstFile, TypstJob, TypstResult } from './jobs.ts'

export type Typst = {
  /**
   * Sets one sheet; `owner` is who waits, the queue is fair between owners. Rejects with a RefusalError:
   * PRINT_GLYPH_MISSING (`got`: the characters), PRINT_TIMEOUT (`limit`: seconds), PRINT_SHEET_FAILED and
   * PRINT_ENGINE_FAILED (`hint`), PRINT_BUSY (an owner has 250, or all together 1,000 waiting), PRINT_CANCELLED (`signal`
   * aborted: the job leaves the line, or its worker ends).
   */
  readonly run: (job: TypstJob, owner: string, signal?: AbortSignal) => Promise<TypstResult>
  readonly state: () => PoolState
  /** Ends the workers; who still waits is told PRINT_ENGINE_FAILED. */
  readonly stop: () => Promise<void>
}

export type TypstOptions = {
  /** Workspaces made ready before the first job; others may be named by jobs. */
  readonly templates: string | readonly string[]
  readonly childFile: string
  readonly execArgv: readonly string[]
  /** Default: the four weights of `posterFonts()`. Paths of ttf files. */
  readonly fonts?: readonly string[]
  /** 'auto': the native package where there is one for this machine, else WASM. */
  readonly engine?: EngineName | 'auto'
  readonly workers?: number
  readonly timeoutMs?: number
  readonly maxJobs?: number
  readonly maxRss?: number
  readonly hardRss?: number
  readonly idleMs?: number
}

const WEIGHTS = ['400Regular', '500Medium', '700Bold', '900Black'] as const

/** Static faces only: the engine reads neither variable fonts nor woff2 (docs/facts.md#the-typesetting-engine). */
export const posterFonts = (): readonly string[] => {
  const load = createRequire(import.meta.url)
  return WEIGHTS.map((weight) =>
    load.resolve(`@expo-google-fonts/noto-sans-sc/${weight}/NotoSansSC_${weight}.ttf`),
  )
}

/** Bundled, the child is a file beside this one; from sources it needs the TypeScript loader. */
export const typstChild = (): { readonly childFile: string; readonly execArgv: readonly string[] } =>
  import.meta.url.endsWith('.mjs')
    ? { childFile: fileURLToPath(new URL('./typst-child.mjs', import.meta.url)), execArgv: [] }
    : { childFile: resolve('src/adapters/typst/typst-child.ts'), execArgv: ['--import', 'tsx'] }

const HINTS = {
  died: 'the engine process ended',
  memory: 'too much memory',
  absent: 'no engine',
  stopping: 'stopping',
} as const

/** What each sheet after the first may take more, as a part of the limit for one. */
const FURTHER = 1 / 20

const failed = (why: Failure, limitMs: number): RefusalError => {
  if (why === 'busy') return new RefusalError(refusal('PRINT_BUSY'))
  if (why === 'cancelled') return new RefusalError(refusal('PRINT_CANCELLED'))
  return why === 'timeout'
    ? new RefusalError(refusal('PRINT_TIMEOUT', { limit: Math.ceil(limitMs / 1000) }))
    : new RefusalError(refusal('PRINT_ENGINE_FAILED', { hint: HINTS[why] }))
}

const MB = 1024 * 1024

export const openTypst = (options: TypstOptions): Typst => {
  const setup: ChildSetup = {
    fonts: options.fonts ?? posterFonts(),
    workspaces: [options.templates].flat(),
    engine: options.engine ?? 'auto',
  }
  const { childFile, execArgv, timeoutMs = 10_000 } = options
  const limitMs = ({ sheets = 1 }: TypstJob): number => timeoutMs * (1 + (sheets - 1) * FURTHER)
  return openPool<TypstJob, TypstResult>({
    child: { file: childFile, execArgv: ['--expose-gc', ...execArgv], args: [JSON.stringify(setup)] },
    workers: options.workers ?? 2,
    limitMs,
    startMs: 20_000,
    idleMs: options.idleMs ?? 600_000,
    hardRss: options.hardRss ?? 1_500 * MB,
    maxJobs: options.maxJobs ?? 1_000,
    maxRss: options.maxRss ?? 500 * MB,
    waiting: { perOwner: 250, total: 1_000 },
    failed: (why, job) => failed(why, limitMs(job)),
  })
}
