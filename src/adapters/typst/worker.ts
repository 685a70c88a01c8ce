import { fork, type ChildProcess } from 'node:child_process'
import type { ChildMessage, ChildSetup, EngineName, ParentMessage, TypstJob } from './jobs.ts'

export type Answer = Exclude<ChildMessage, { kind: 'ready' }> | { readonly kind: 'died' | 'timeout' }

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

/** One child. It keeps this process alive only while it is starting or has a job. */
export const openWorker = (options: WorkerOptions): Worker => {
  const child = start(options)
  let heard: ((message: ChildMessage | null) => void) | null = null
  let asked = 0
  child.on('message', (message: ChildMessage) => heard?.(message))
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

  const listen = (limitMs: number): Promise<ChildMessage | 'died' | 'timeout'> =>
    new Promise((resolve) => {
      const end = (message: ChildMessage | 'died' | 'timeout'): void => {
        clearTimeout(timer)
        child.channel?.unref()
        heard = null
        resolve(message)
      }
      const timer = setTimeout(() => {
        child.kill('SIGKILL')
        end('timeout')
      }, limitMs)
      child.channel?.ref()
      heard = (message) => end(message ?? 'died')
      if (!child.connected) end('died')
    })

  const ready = listen(options.startMs).then((said) =>
    typeof said === 'object' && said.kind === 'ready' ? said.engine : null,
  )

  const ask = async (job: TypstJob): Promise<Answer> => {
    asked += 1
    const answer = listen(options.timeoutMs)
    const message: ParentMessage = { id: asked, job }
    if (child.connected) {
      child.send(message, (error) => {
        if (error) heard?.(null)
      })
    }
    const said = await answer
    if (typeof said === 'string') return { kind: said }
    return said.kind === 'ready' ? { kind: 'died' } : said
  }

  return { pid: child.pid, ready, ask, gone, kill: () => void child.kill('SIGKILL') }
}
