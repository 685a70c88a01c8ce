import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { Said } from '../integration/serve.ts'

export type Started = { readonly said: Said; readonly child: ChildProcess; readonly log: () => string }

/** Starts the bundled server with exactly this environment beside PATH; answers its first word, whatever it is. */
export const startBundle = async (file: string, env: Readonly<Record<string, string>>): Promise<Started> => {
  let log = ''
  const child = fork(file, [], {
    execArgv: [],
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (log += chunk.toString('utf8')))
  const said = await new Promise<Said>((resolve) => {
    child.once('message', resolve)
    child.once('exit', (code) => resolve({ type: 'failed', error: `ended with ${code}\n${log}` }))
  })
  return { said, child, log: () => log }
}

export const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

/** `stop()` in the process, then waits until it is gone; resolves to the milliseconds the former took. */
export const stopProcess = async (child: ChildProcess): Promise<number> => {
  if (hasEnded(child)) return 0
  const gone = once(child, 'exit')
  const stopped = once(child, 'message')
  child.send('stop')
  const [said] = (await stopped) as [Said]
  await gone
  return said.type === 'stopped' ? said.ms : Number.POSITIVE_INFINITY
}

export const killProcess = async (child: ChildProcess): Promise<void> => {
  if (hasEnded(child)) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}
