/** Sets sheets in a process of its own: a compilation cannot be interrupted, only killed (docs/decisions/0006). */
import { faultOf } from './faults.ts'
import type { ChildMessage, ChildSetup, ParentMessage, Setter } from './jobs.ts'
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

const tell = (message: ChildMessage): void => void process.send?.(message)

const serve = async (setup: ChildSetup): Promise<void> => {
  const setter = await openSetter(setup)
  for (const workspace of setup.workspaces) await setter.warm(workspace)
  let jobs = 0
  const answer = async ({ id, job }: ParentMessage): Promise<void> => {
    tell({ kind: 'begun', id })
    const begun = performance.now()
    try {
      const result = await setter.set(job)
      const ms = performance.now() - begun
      tell({ kind: 'done', id, rss: process.memoryUsage.rss(), result: { ...result, ms } })
    } catch (error) {
      tell({ kind: 'fault', id, rss: process.memoryUsage.rss(), fault: faultOf(error) })
    }
    jobs += 1
    if (jobs % JOBS_BETWEEN_SWEEPS === 0) {
      setter.evict(AGE_KEPT)
      globalThis.gc?.()
    }
  }
  process.on('message', (message: ParentMessage) => void answer(message))
  tell({ kind: 'ready', engine: setter.engine })
}

// The parent is gone: nothing to answer to.
process.on('disconnect', () => process.exit(0))
await serve(JSON.parse(process.argv[2] ?? '{}') as ChildSetup)
