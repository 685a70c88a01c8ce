/** The product without the desk's pages in a process of its own, with a probe. */
import { readEnv } from '../../../src/adapters/process/env.ts'
import { makeLog } from '../../../src/adapters/process/log.ts'
import { start } from '../../../src/main.ts'
import { answerProbe } from './probe.ts'

export type ToServer = { readonly ask: 'port' } | { readonly ask: 'stop' }

const running = await start(readEnv(process.env, process.cwd()), makeLog('warn'), { pages: false })

answerProbe(async ({ ask }: ToServer) => {
  if (ask === 'port') return running.port
  await running.stop()
  process.disconnect()
  return null
})
process.send?.({ answer: running.port })
