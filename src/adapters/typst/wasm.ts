import { createRequire } from 'node:module'
import { lstatSync, readFileSync } from 'node:fs'
import type { TypstCompiler, TypstCompileWorld } from '@myriaddreamin/typst-ts-web-compiler'
import { charactersMissing, coverageOf } from './coverage.ts'
import { TypstError, type Diagnostic } from './faults.ts'
import type { Setter, TypstJob } from './jobs.ts'
import { openDrawer, type Drawer } from './vector.ts'
import { checkWorkspace, inWorkspace, overlayOf } from './workspace.ts'

const VECTOR = 0
const PDF = 1
const FULL = 3

type Report = {
  readonly hasError?: boolean
  readonly diagnostics?: readonly {
    readonly message: string
    readonly path: string
    readonly severity: string
    readonly range: string
  }[]
}

// Loaded only where it is needed: a static import would be hoisted to the top of the bundled child.
const start = async () => {
  const wasm = await import('@myriaddreamin/typst-ts-web-compiler')
  const file = createRequire(import.meta.url).resolve('@myriaddreamin/typst-ts-web-compiler/wasm')
  await wasm.default({ module_or_path: readFileSync(file) })
  return wasm
}

type Wasm = Awaited<ReturnType<typeof start>>

/** The module asks this one for every file below the workspace; it has no door of its own to the disk or the network. */
const openCompiler = async (
  { TypstCompilerBuilder }: Wasm,
  fonts: readonly Uint8Array[],
): Promise<TypstCompiler> => {
  const builder = new TypstCompilerBuilder()
  await builder.set_access_model(
    null,
    (path: string) => lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0,
    () => true,
    (path: string) => path,
    (path: string) => (lstatSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path) : undefined),
  )
  await builder.set_package_registry(null, () => undefined)
  for (const font of fonts) await builder.add_raw_font(font)
  return builder.build()
}

const diagnosticsOf = (report: Report): readonly Diagnostic[] =>
  (report.diagnostics ?? [])
    .filter(({ severity }) => severity === 'error')
    .map(({ message, path, range }) => {
      const line = Number.parseInt(range, 10)
      return { message, path, ...(Number.isNaN(line) ? {} : { line: line + 1 }) }
    })

const artifactOf = (world: TypstCompileWorld, format: number): Uint8Array =>
  (world.get_artifact(format, FULL) as { result: Uint8Array }).result

const setIn = async (world: TypstCompileWorld, job: TypstJob, drawer: () => Promise<Drawer>) => {
  const report = world.compile(0, FULL) as Report
  if (report.hasError) throw new TypstError(diagnosticsOf(report))
  const query = Object.fromEntries(
    (job.query ?? []).map((selector) => [
      selector,
      (JSON.parse(world.query(0, selector)) as readonly { value?: unknown }[]).map(({ value }) => value),
    ]),
  )
  return {
    query,
    ...(job.pdf ? { pdf: artifactOf(world, PDF), standard: 'plain' as const } : {}),
    ...(job.svg ? { svg: (await drawer())(artifactOf(world, VECTOR), job.svgPage) } : {}),
  }
}

/**
 * The same engine where no native package exists. Its interface has no PDF standard (evidence:
 * docs/decisions/0006-typst.md): 'a-2b' checks the characters of the words against the fonts before a plain, tagged
 * PDF is made. Drawings are made by a second package, which comes up with the first of them.
 */
export const openWasm = async (fontFiles: readonly string[]): Promise<Setter> => {
  const wasm = await start()
  const fonts = fontFiles.map((file) => readFileSync(file))
  const compiler = await openCompiler(wasm, fonts)
  const covered = fonts.map((bytes) => coverageOf(wasm.get_font_info(bytes)))
  let drawing: Promise<Drawer> | null = null
  const drawer = (): Promise<Drawer> => (drawing ??= openDrawer())
  return {
    engine: 'wasm',
    warm: async () => undefined,
    set: async (job) => {
      checkWorkspace(job.workspace)
      const missing = job.pdf === 'a-2b' ? charactersMissing(job.inputs, covered) : []
      if (missing.length > 0) throw new TypstError([], missing)
      try {
        for (const { path, bytes } of overlayOf(job)) compiler.map_shadow(path, bytes)
        const main = inWorkspace(job.workspace, job.main)
        const world = compiler.snapshot(job.workspace, main, [])
        try {
          return await setIn(world, job, drawer)
        } finally {
          world.free()
        }
      } finally {
        compiler.reset_shadow()
      }
    },
    evict: () => compiler.reset(),
  }
}
