import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { refusal, RefusalError } from '../../errors/refusal.ts'
import { openPool, type Failure } from '../pool/pool.ts'
import type { OfficeAnswer, OfficeJob } from './office-jobs.ts'

export type Office = {
  /** What a .xlsx or .docx says of contents; refuses IMPORT_*. `owner`: who waits. */
  readonly read: (job: OfficeJob, owner: string) => Promise<OfficeAnswer>
  readonly stop: () => void
}

export type OfficeOptions = {
  readonly child: { readonly file: string; readonly execArgv: readonly string[] }
  readonly timeoutMs?: number
}

/** Bundled, the child is a file beside this one; from sources it needs the TypeScript loader. */
export const officeChild = (): OfficeOptions['child'] =>
  import.meta.url.endsWith('.mjs')
    ? { file: fileURLToPath(new URL('./office-child.mjs', import.meta.url)), execArgv: [] }
    : { file: resolve('src/adapters/office/office-child.ts'), execArgv: ['--import', 'tsx'] }

const MB = 1024 * 1024

const failed = (why: Failure): RefusalError => {
  if (why === 'busy') return new RefusalError(refusal('IMPORT_BUSY'))
  if (why === 'memory' || why === 'timeout' || why === 'died')
    return new RefusalError(refusal('IMPORT_FILE_DAMAGED', { field: 'file' }))
  return new RefusalError(refusal('IMPORT_FAILED'))
}

/** One file at a time, in a process that is started by the first and ends a minute after the last. */
export const openOffice = ({ child: { file, execArgv }, timeoutMs = 20_000 }: OfficeOptions): Office => {
  const pool = openPool<OfficeJob, OfficeAnswer>({
    child: { file, execArgv: ['--max-old-space-size=384', ...execArgv] },
    workers: 1,
    limitMs: () => timeoutMs,
    startMs: 20_000,
    idleMs: 60_000,
    hardRss: 700 * MB,
    maxJobs: 1_000,
    maxRss: 400 * MB,
    waiting: { perOwner: 3, total: 40 },
    failed,
  })
  return {
    read: (job, owner) => pool.run(job, owner),
    stop: () => void pool.stop(),
  }
}
