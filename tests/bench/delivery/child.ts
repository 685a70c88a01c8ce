import { fork } from 'node:child_process'
import { once } from 'node:events'

export type Child = {
  readonly ask: <T>(message: object) => Promise<T>
  readonly end: () => Promise<void>
}

type Said = { readonly answer: unknown }

/** A process that answers each message with one; asked one thing at a time. */
export const startChild = async (
  file: string,
  env: Readonly<Record<string, string>> = {},
  speaksFirst = false,
): Promise<Child> => {
  const child = fork(`tests/bench/delivery/${file}`, [], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, NODE_ENV: 'production', ...env },
  })
  const gone = once(child, 'exit')
  const ended = gone.then(([code]) => {
    throw new Error(`${file} ended with ${code}`)
  })
  ended.catch(() => undefined)
  const answer = (): Promise<Said> =>
    Promise.race([once(child, 'message').then(([said]) => said as Said), ended])
  if (speaksFirst) await answer()
  return {
    ask: async <T>(message: object) => {
      const heard = answer()
      child.send(message)
      return (await heard).answer as T
    },
    end: async () => {
      child.kill('SIGKILL')
      await gone
    },
  }
}
