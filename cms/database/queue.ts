import { refuse } from '../../src/errors/refusal.ts'

export type Release = () => void

/** One writer at a time, first come first served. */
export type Queue = {
  /** Resolves when it is this caller's turn; refuses with DATABASE_BUSY after `waitMs`. Call the answer once when done. */
  readonly acquire: () => Promise<Release>
}

type Waiter = { readonly start: () => void }

export const makeQueue = (waitMs: number): Queue => {
  const waiting: Waiter[] = []
  let taken = false

  const release = (): void => {
    const next = waiting.shift()
    if (next) next.start()
    else taken = false
  }

  const turn = (): Release => {
    let done = false
    return () => {
      if (!done) release()
      done = true
    }
  }

  const wait = (): Promise<Release> =>
    new Promise((resolve, reject) => {
      const waiter: Waiter = {
        start: () => {
          clearTimeout(timer)
          resolve(turn())
        },
      }
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(waiter), 1)
        try {
          refuse('DATABASE_BUSY')
        } catch (error) {
          reject(error as Error)
        }
      }, waitMs)
      waiting.push(waiter)
    })

  return {
    acquire: () => {
      if (taken) return wait()
      taken = true
      return Promise.resolve(turn())
    },
  }
}
