/** The server in a process of its own, told over IPC to stop; what it says on the way goes to its parent. */
import { readEnv } from '../../src/adapters/process/env.ts'
import { makeLog } from '../../src/adapters/process/log.ts'
import { RefusalError, type Refusal } from '../../src/errors/refusal.ts'
import { start, type Running } from '../../src/main.ts'

export type Said =
  | {
      readonly type: 'started'
      readonly port: number
      readonly demo: boolean
      readonly passwords: Running['passwords']
    }
  | { readonly type: 'refused'; readonly refusals: readonly Refusal[] }
  | { readonly type: 'failed'; readonly error: string }
  | { readonly type: 'stopped'; readonly ms: number }

const say = (said: Said): void => void process.send?.(said)

const stopWhenTold = (stop: () => Promise<void>): void => {
  process.once('message', () => {
    const from = performance.now()
    void stop().then(() => {
      say({ type: 'stopped', ms: performance.now() - from })
      // No exit here: a process that stopped well ends by itself (ADP-4).
      process.disconnect()
    })
  })
}

try {
  const running = await start(readEnv(process.env, process.cwd()), makeLog('warn'), { pages: false })
  stopWhenTold(running.stop)
  const { port, demo, passwords } = running
  say({ type: 'started', port, demo, passwords })
} catch (error) {
  if (error instanceof RefusalError) say({ type: 'refused', refusals: error.refusals })
  else say({ type: 'failed', error: String(error) })
  process.exit(1)
}
