/** Lets a parent ask a server process over IPC what its thread was busy with. */
import { monitorEventLoopDelay } from 'node:perf_hooks'

export type ToProbe = { readonly ask: 'begin' } | { readonly ask: 'measure' }

/** Since `begin`: CPU of the whole process, and the longest time in which its loop served nobody. */
export type Measured = { readonly cpuMs: number; readonly holdMs: number; readonly rssMb: number }

const RESOLUTION_MS = 5
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
delay.enable()
let from = process.cpuUsage()

const probe = ({ ask }: ToProbe): Measured | null => {
  if (ask === 'begin') {
    delay.reset()
    from = process.cpuUsage()
    return null
  }
  const { user, system } = process.cpuUsage(from)
  const holdMs = Math.max(0, delay.max / 1e6 - RESOLUTION_MS)
  return { cpuMs: (user + system) / 1000, holdMs, rssMb: process.memoryUsage().rss / 1024 / 1024 }
}

/** Answers probes by itself and everything else by `other`. */
export const answerProbe = <Message extends { readonly ask: string }>(
  other: (message: Message) => unknown,
): void => {
  process.on('message', (message: Message | ToProbe) => {
    const asked = message.ask === 'begin' || message.ask === 'measure'
    const answer = asked ? probe(message as ToProbe) : other(message as Message)
    void Promise.resolve(answer).then((value) => process.send?.({ answer: value }))
  })
  process.on('disconnect', () => process.exit(0))
}
