import { fork, type ChildProcess } from 'node:child_process'
import { heldBy } from './memory.ts'
import type { ChildMessage, ChildSetup, EngineName, ParentMessage, TypstJob } from './jobs.ts'

/** `unsent`: the worker was gone before it began the job, which is innocent of that. */
export type Answer =
  | Exclude<ChildMessage, { kind: 'ready' | 'begun' }>
  | { readonly kind: 'died' | 'timeout' | 'memory' | 'unsent' }

export type Worker = {
  readonly pid: number | undefined
  /** Which engine came up, or null when the process ended before. */
  readonly ready: Promise<EngineName | null>
  /** One at a time. */
  readonly ask: (job: TypstJob) => Promise<Answer>
  readonly kill: () => void
  readonly gone: Promise<void>
}

export type WorkerOptions = {
  /** Script of the child, and the flags Node needs to run it. */
  readonly child: { readonly file: string; readonly execArgv: readonly string[] }
  readonly setup: ChildSetup
  readonly timeoutMs: number
  readonly startMs: number
  /** Bytes at which a running job is stopped; a recycle between jobs comes much earlier. */
  readonly hardRss: number
}

/**
 * Packages are read from nowhere: not from the folders of this account, and not over the network (a proxy that is not
 * there answers at once, where a firewall would let it hang). Secrets of the server stay with the server.
 */
const childEnv = (): NodeJS.ProcessEnv => {
  const nowhere = '/nonexistent'
  const closed = 'http://127.0.0.1:9'
  const { PATH, LANG, TZ, TMPDIR, SystemRoot } = process.env
  return {
    PATH,
    LANG,
    TZ,
    TMPDIR,
    SystemRoot,
    NODE_ENV: process.env.NODE_ENV,
    HOME: nowhere,
    XDG_CACHE_HOME: nowhere,
    XDG_DATA_HOME: nowhere,
    XDG_CONFIG_HOME: nowhere,
    HTTP_PROXY: closed,
    HTTPS_PROXY: closed,
    ALL_PROXY: closed,
    http_proxy: closed,
    https_proxy: closed,
    all_proxy: closed,
  }
}

const start = ({ child: { file, execArgv }, setup }: WorkerOptions): ChildProcess =>
  fork(file, [JSON.stringify(setup)], {
    execArgv: ['--expose-gc', ...execArgv],
    env: childEnv(),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })

type Cut = 'died' | 'timeout' | 'memory'

const BETWEEN_WEIGHINGS_MS = 250

/** One child. It keeps this process alive only while it is starting or has a job. */
export const openWorker = (options: WorkerOptions): Worker => {
  const child = start(options)
  let heard: ((message: ChildMessage | null) => void) | null = null
  let asked = 0
  let begun = 0
  child.on('message', (message: ChildMessage) => {
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

  const listen = (limitMs: number): Promise<ChildMessage | Cut> =>
    new Promise((resolve) => {
      const end = (said: ChildMessage | Cut): void => {
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
    typeof said === 'object' && said.kind === 'ready' ? said.engine : null,
  )

  const ask = async (job: TypstJob): Promise<Answer> => {
    if (!child.connected) return { kind: 'unsent' }
    asked += 1
    const answer = listen(options.timeoutMs)
    const message: ParentMessage = { id: asked, job }
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
