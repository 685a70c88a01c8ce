import { fork, type ChildProcess } from 'node:child_process'
import { childEnv } from './child-env.ts'
import type { ChildMessage, ParentMessage } from './messages.ts'
import { heldBy } from './memory.ts'

/** `unsent`: the worker was gone before it began the job, which is innocent of that. */
export type Answer<Result> =
  | Exclude<ChildMessage<Result>, { kind: 'ready' | 'begun' }>
  | { readonly kind: 'died' | 'timeout' | 'memory' | 'unsent' }

export type Worker<Job, Result> = {
  readonly pid: number | undefined
  /** Which engine came up, or null when the process ended before. */
  readonly ready: Promise<string | null>
  /** One at a time. */
  readonly ask: (job: Job, limitMs: number) => Promise<Answer<Result>>
  readonly kill: () => void
  readonly gone: Promise<void>
}

export type WorkerOptions = {
  /** Script of the child, the flags Node needs to run it, and what it is told at its start. */
  readonly child: {
    readonly file: string
    readonly execArgv: readonly string[]
    readonly args?: readonly string[]
  }
  readonly startMs: number
  /** Bytes at which a running job is stopped; a recycle between jobs comes much earlier. */
  readonly hardRss: number
}

const start = ({ child: { file, execArgv, args = [] } }: WorkerOptions): ChildProcess =>
  fork(file, args, {
    execArgv: [...execArgv],
    env: childEnv(),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })

type Cut = 'died' | 'timeout' | 'memory'

const BETWEEN_WEIGHINGS_MS = 250

/** One child. It keeps this process alive only while it is starting or has a job. */
export const openWorker = <Job, Result>(options: WorkerOptions): Worker<Job, Result> => {
  const child = start(options)
  let heard: ((message: ChildMessage<Result> | null) => void) | null = null
  let asked = 0
  let begun = 0
  child.on('message', (message: ChildMessage<Result>) => {
    if (message.kind === 'begun') begun = message.id
    else heard?.(message)
  })
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => {
      heard?.(null)
      resolve()
    })
  })
  // A channel that broke while we wrote to it says so here; unheard it would end the server.
  child.on('error', () => heard?.(null))
  child.unref()
  child.channel?.unref()

  const listen = (limitMs: number): Promise<ChildMessage<Result> | Cut> =>
    new Promise((resolve) => {
      const end = (said: ChildMessage<Result> | Cut): void => {
        clearTimeout(timer)
        clearInterval(scale)
        child.channel?.unref()
        heard = null
        resolve(said)
      }
      const cut = (why: Cut): void => {
        child.kill('SIGKILL')
        end(why)
      }
      const timer = setTimeout(() => cut('timeout'), limitMs)
      const scale = setInterval(() => {
        if (heldBy(child.pid) > options.hardRss) cut('memory')
      }, BETWEEN_WEIGHINGS_MS)
      child.channel?.ref()
      heard = (message) => end(message ?? 'died')
    })

  const ready = listen(options.startMs).then((said) =>
    typeof said === 'object' && said.kind === 'ready' ? said.as : null,
  )

  const ask = async (job: Job, limitMs: number): Promise<Answer<Result>> => {
    if (!child.connected) return { kind: 'unsent' }
    asked += 1
    const answer = listen(limitMs)
    const message: ParentMessage<Job> = { id: asked, job }
    child.send(message, (error) => {
      if (error) heard?.(null)
    })
    const said = await answer
    if (said === 'died' && begun !== asked) return { kind: 'unsent' }
    if (typeof said === 'string') return { kind: said }
    return said.kind === 'done' || said.kind === 'fault' ? said : { kind: 'died' }
  }

  const kill = (): void => {
    // Who waits for its end must still be here then.
    child.ref()
    child.kill('SIGKILL')
  }
  return { pid: child.pid, ready, ask, gone, kill }
}
