import type { Jobs } from '../../model/cluster.ts'

type Running = { readonly stop: AbortController; done: number }

/** Jobs that run in this process. */
export const openJobs = (): Jobs<AbortSignal> => {
  const running = new Map<string, Running>()
  let isClosed = false
  return {
    run: <T>(id: string, work: Parameters<Jobs<AbortSignal>['run']>[1]) =>
      new Promise<T>((resolve, reject) => {
        if (isClosed) return
        if (running.has(id)) return reject(new Error(`job ${id} runs already`))
        const job: Running = { stop: new AbortController(), done: 0 }
        running.set(id, job)
        const progress = (done: number): void => void (job.done = done)
        const over = (tell: () => void): void => {
          running.delete(id)
          if (!isClosed) tell()
        }
        work({ signal: job.stop.signal, progress }).then(
          (result) => over(() => resolve(result as T)),
          (error: unknown) => over(() => reject(error)),
        )
      }),
    done: async (id) => running.get(id)?.done ?? null,
    stop: async (id) => running.get(id)?.stop.abort(),
    close: async () => {
      isClosed = true
      for (const { stop } of running.values()) stop.abort()
    },
  }
}
