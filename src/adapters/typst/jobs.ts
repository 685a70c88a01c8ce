import type { ErrorCode } from '../../errors/codes.ts'
import type { RefusalDetail } from '../../errors/refusal.ts'

export type TypstFile = { readonly path: string; readonly bytes: Uint8Array }

/** One sheet to set. Everything that is not on disk below `workspace` travels with the job and is forgotten after it. */
export type TypstJob = {
  /** Absolute folder; nothing outside it can be read. */
  readonly workspace: string
  /** Path in the workspace. */
  readonly main: string
  /** Words are data, never source: each is the file `/job/<name>.json` of this job. */
  readonly inputs: Readonly<Record<string, string>>
  /** Laid over the workspace for this job only; paths in the workspace. */
  readonly files: readonly TypstFile[]
  readonly pdf?: 'a-2b' | 'plain' | null
  /** All pages under one another, or with `svgPage` (from 1) one of pages of equal size. */
  readonly svg?: boolean
  readonly svgPage?: number
  /** The first page as a PNG this many pixels wide. */
  readonly png?: number
  /** Selectors such as `<ss-element>`; the answers are the values of the metadata found. */
  readonly query?: readonly string[]
}

export type TypstResult = {
  readonly pdf?: Uint8Array
  /** What the PDF is: the WASM build has no standard to choose and makes 'plain' after its own check of the characters. */
  readonly standard?: 'a-2b' | 'plain'
  readonly svg?: string
  /** The WASM build, which draws nothing, makes none. */
  readonly png?: Uint8Array
  readonly query: Readonly<Record<string, readonly unknown[]>>
  /** Time in the worker, without queue and transport. */
  readonly ms: number
}

export type EngineName = 'native' | 'wasm'

export type TypstFault = { readonly code: ErrorCode; readonly detail: RefusalDetail }

/** What the child says; the first message is `ready`. `rss` in bytes. */
export type ChildMessage =
  | { readonly kind: 'ready'; readonly engine: EngineName }
  /** The job is here and about to be set: what happens to the child from now on, the job did. */
  | { readonly kind: 'begun'; readonly id: number }
  | { readonly kind: 'done'; readonly id: number; readonly rss: number; readonly result: TypstResult }
  | { readonly kind: 'fault'; readonly id: number; readonly rss: number; readonly fault: TypstFault }

export type ParentMessage = { readonly id: number; readonly job: TypstJob }

/** Told to the child at its start, as its only argument. */
export type ChildSetup = {
  readonly fonts: readonly string[]
  /** Made ready before the first job. */
  readonly workspaces: readonly string[]
  readonly engine: EngineName | 'auto'
}

/** One way to set sheets: the native package or the WASM build of the same engine. */
export type Setter = {
  readonly engine: EngineName
  readonly warm: (workspace: string) => Promise<void>
  /** Throws what `faultOf` understands. */
  readonly set: (job: TypstJob) => Promise<Omit<TypstResult, 'ms'>>
  /** Forgets what was not used since `age` calls of this. */
  readonly evict: (age: number) => void
}
