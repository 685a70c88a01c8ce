import type { Finishing, PdfFacts } from '../pdf/finish.ts'

export type TypstFile = { readonly path: string; readonly bytes: Uint8Array }

/** One sheet to set. Everything that is not on disk below `workspace` travels with the job and is forgotten after it. */
export type TypstJob = Finishing & {
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
  /** How many sheets are set at once, one when not told: each further one may take a twentieth of the time limit more. */
  readonly sheets?: number
}

export type TypstResult = {
  readonly pdf?: Uint8Array
  /** What the PDF is: the WASM build has no standard to choose and makes 'plain' after its own check of the characters. */
  readonly standard?: 'a-2b' | 'plain'
  /** Asked for by `facts`, of the PDF. */
  readonly facts?: PdfFacts
  readonly svg?: string
  /** The WASM build, which draws nothing, makes none. */
  readonly png?: Uint8Array
  readonly query: Readonly<Record<string, readonly unknown[]>>
  /** Time the engine took, without queue, transport and what was done to its PDF. */
  readonly ms: number
}

export type EngineName = 'native' | 'wasm'

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
