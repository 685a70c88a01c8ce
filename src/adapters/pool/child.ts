import type { ChildMessage, Fault, ParentMessage } from './messages.ts'

type Trade<Job, Result> = {
  /** Which engine came up. */
  readonly as: string
  readonly work: (job: Job) => Promise<Result>
  readonly faultOf: (error: unknown) => Fault
  /** After each answer. */
  readonly after?: () => void
}

/** The other end of the pool: does one job after another in this process, and ends with its parent. */
export const serveJobs = <Job, Result>({ as, work, faultOf, after }: Trade<Job, Result>): void => {
  const tell = (message: ChildMessage<Result>): void => void process.send?.(message)
  const answer = async ({ id, job }: ParentMessage<Job>): Promise<void> => {
    tell({ kind: 'begun', id })
    try {
      const result = await work(job)
      tell({ kind: 'done', id, rss: process.memoryUsage.rss(), result })
    } catch (error) {
      tell({ kind: 'fault', id, rss: process.memoryUsage.rss(), fault: faultOf(error) })
    }
    after?.()
  }
  process.on('message', (message: ParentMessage<Job>) => void answer(message))
  // The parent is gone: nothing to answer to.
  process.on('disconnect', () => process.exit(0))
  tell({ kind: 'ready', as })
}
