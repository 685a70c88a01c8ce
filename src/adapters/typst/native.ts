import { createRequire } from 'node:module'
import type * as resvg from '@resvg/resvg-js'
import { LRUCache } from 'lru-cache'
import { TypstError, type Diagnostic } from './faults.ts'
import type { Setter, TypstJob } from './jobs.ts'
import { lightened, onePage, type Outlines } from './svg.ts'
import { checkWorkspace, inWorkspace, overlayOf } from './workspace.ts'

type Source = { readonly mainFilePath: string }
type Document = { readonly numOfPages: number }
type Compiled = {
  readonly hasError: () => boolean
  readonly result: Document | null
  readonly takeDiagnostics: () => object | null
}
type Found = { readonly message: string; readonly path: string; readonly severity: number } & {
  readonly range: { readonly start: { readonly line: number } } | null
}
type Compiler = {
  readonly compile: (source: Source) => Compiled
  readonly fetchDiagnostics: (of: object) => readonly Found[]
  readonly pdf: (document: Document, options?: { readonly pdfStandard: string }) => Buffer
  readonly plainSvg: (document: Document) => string
  readonly query: (document: Document, of: { readonly selector: string }) => readonly { value?: unknown }[]
  readonly mapShadow: (path: string, bytes: Buffer) => void
  readonly resetShadow: () => void
  readonly evictCache: (age: number) => void
}
type Native = {
  readonly NodeCompiler: {
    readonly create: (options: {
      readonly workspace: string
      readonly fontArgs: readonly { readonly fontPaths: readonly string[] }[]
    }) => Compiler
  }
}

/** The package that chooses among these asks for ones that do not exist for every platform, so the choice is made here. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'linux-x64': [
    '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu',
    '@myriaddreamin/typst-ts-node-compiler-linux-x64-musl',
  ],
}

/** null: no native build for this machine. */
const loadNative = (): Native | null => {
  const load = createRequire(import.meta.url)
  for (const name of PACKAGES[`${process.platform}-${process.arch}`] ?? []) {
    try {
      return load(name) as Native
    } catch {
      // Not installed here, or built for another C library: the next one.
    }
  }
  return null
}

const diagnosticsOf = (compiler: Compiler, compiled: Compiled): readonly Diagnostic[] => {
  const taken = compiled.takeDiagnostics()
  return (taken ? compiler.fetchDiagnostics(taken) : [])
    .filter(({ severity }) => severity === 1)
    .map(({ message, path, range }) => ({ message, path, ...(range ? { line: range.start.line + 1 } : {}) }))
}

/**
 * Drawn in the child: a drawing that takes too long then costs the child and not the server. The package is loaded
 * for this alone.
 */
const pngOf = (svg: string, width: number): Uint8Array => {
  const { Resvg } = createRequire(import.meta.url)('@resvg/resvg-js') as typeof resvg
  const options = { background: '#FFFFFF', fitTo: { mode: 'width' as const, value: width } }
  return new Resvg(svg, { ...options, font: { loadSystemFonts: false } }).render().asPng()
}

const setOn = (compiler: Compiler, job: TypstJob, outlines: Outlines) => {
  const compiled = compiler.compile({ mainFilePath: inWorkspace(job.workspace, job.main) })
  const document = compiled.hasError() ? null : compiled.result
  if (!document) throw new TypstError(diagnosticsOf(compiler, compiled))
  const query = Object.fromEntries(
    (job.query ?? []).map((selector) => [
      selector,
      compiler.query(document, { selector }).map(({ value }) => value),
    ]),
  )
  const pdf = job.pdf && compiler.pdf(document, job.pdf === 'a-2b' ? { pdfStandard: 'a-2b' } : undefined)
  const svg = job.svg || job.png ? compiler.plainSvg(document) : null
  return {
    query,
    ...(pdf && job.pdf ? { pdf, standard: job.pdf } : {}),
    ...(svg && job.png ? { png: pngOf(onePage(svg, document.numOfPages, 1), job.png) } : {}),
    ...(svg && job.svg ? { svg: lightened(onePage(svg, document.numOfPages, job.svgPage), outlines) } : {}),
  }
}

/** Each workspace keeps its own compiler with the fonts; more than this many at once would only cost memory. */
const MOST_WORKSPACES = 4

export const openNative = (fonts: readonly string[]): Setter | null => {
  const native = loadNative()
  if (!native) return null
  const outlines: Outlines = new Map()
  const compilers = new LRUCache<string, Compiler>({ max: MOST_WORKSPACES })
  const compilerOf = (workspace: string): Compiler => {
    const compiler =
      compilers.get(workspace) ?? native.NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: fonts }] })
    compilers.set(workspace, compiler)
    return compiler
  }
  return {
    engine: 'native',
    warm: async (workspace) => void compilerOf(workspace),
    set: async (job) => {
      checkWorkspace(job.workspace)
      const compiler = compilerOf(job.workspace)
      try {
        for (const { path, bytes } of overlayOf(job)) compiler.mapShadow(path, Buffer.from(bytes))
        return setOn(compiler, job, outlines)
      } finally {
        compiler.resetShadow()
      }
    },
    evict: (age) => {
      for (const compiler of compilers.values()) compiler.evictCache(age)
    },
  }
}
