/** Sets sheets in a process of its own: a compilation cannot be interrupted, only killed (docs/decisions/0006). */
import { faultOf } from './faults.ts'
import type { Finishing } from '../pdf/finish.ts'
import { serveJobs } from '../pool/child.ts'
import type { ChildSetup, Setter, TypstJob, TypstResult } from './jobs.ts'
import { openNative } from './native.ts'

/**
 * Native documents live until V8 collects, and V8 feels no pressure from them (docs/facts.md#the-typesetting-engine).
 */
const JOBS_BETWEEN_SWEEPS = 10
/**
 * Sweeps for which the engine remembers what no job used: thirty jobs. Ten sweeps held 283 MB over A4 posters with a
 * photo, three hold 192 MB, and a poster takes as long.
 */
const AGE_KEPT = 3

const openSetter = async ({ fonts, engine }: ChildSetup): Promise<Setter> => {
  const native = engine === 'wasm' ? null : openNative(fonts)
  if (native) return native
  if (engine === 'native') throw new Error('no native engine for this machine')
  const { openWasm } = await import('./wasm.ts')
  return openWasm(fonts)
}

/** Here as well, for a book of 200 sheets takes two seconds to read; loaded with the first PDF, previews need none. */
const finished = async (pdf: Uint8Array | undefined, job: Finishing) => {
  if (!pdf || !(job.facts || job.cut)) return {}
  const { finishPdf } = await import('../pdf/finish.ts')
  return finishPdf(pdf, job)
}

const serve = async (setup: ChildSetup): Promise<void> => {
  const setter = await openSetter(setup)
  for (const workspace of setup.workspaces) await setter.warm(workspace)
  let jobs = 0
  serveJobs<TypstJob, TypstResult>({
    as: setter.engine,
    faultOf,
    work: async (job) => {
      const begun = performance.now()
      const set = await setter.set(job)
      const ms = performance.now() - begun
      return { ...set, ...(await finished(set.pdf, job)), ms }
    },
    after: () => {
      jobs += 1
      if (jobs % JOBS_BETWEEN_SWEEPS > 0) return
      setter.evict(AGE_KEPT)
      globalThis.gc?.()
    },
  })
}

await serve(JSON.parse(process.argv[2] ?? '{}') as ChildSetup)
