/** Stands in for the child that sets sheets: does on order what an engine must never do. */
import type { ChildMessage, ParentMessage } from '../../src/adapters/pool/messages.ts'
import type { TypstJob, TypstResult } from '../../src/adapters/typst/jobs.ts'

const tell = (message: ChildMessage<TypstResult>): void => void process.send?.(message)
const kept: Uint8Array[] = []

const forEver = (): never => {
  for (;;) kept.length = 0
}
const eat = (): never => {
  for (;;) kept.push(Buffer.alloc(16 * 1024 * 1024, 1))
}

process.on('disconnect', () => process.exit(0))
process.on('message', ({ id, job }: ParentMessage<TypstJob>) => {
  tell({ kind: 'begun', id })
  if (job.main === 'crash') process.kill(process.pid, 'SIGSEGV')
  if (job.main === 'hang') forEver()
  if (job.main === 'eat') eat()
  const query = { pid: [process.pid] }
  tell({ kind: 'done', id, rss: job.main === 'fat' ? 2 ** 40 : 1, result: { query, ms: 0 } })
})
if (process.argv[2]?.includes('never')) process.exit(1)
tell({ kind: 'ready', as: 'native' })
