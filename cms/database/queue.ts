import { refusal, RefusalError } from '../../src/errors/refusal.ts'

export type Release = () => void

/**
 * One writer at a time, first come first served. A writer with priority (a head, a withdrawal) waits only for others
 * with priority.
 */
export type Queue = {
  /** Resolves when it is this caller's turn; refuses with DATABASE_BUSY after `waitMs`. Call the answer once when done. */
  readonly acquire: (first?: boolean) => Promise<Release>
}

/** A form that waits longer than this is told so (DATABASE_BUSY); what was typed stays in the browser. */
export const QUEUE_WAIT_MS = 10_000

type Waiter = { readonly start: () => void }

export const makeQueue = (waitMs = QUEUE_WAIT_MS): Queue => {
  const lines = { first: [] as Waiter[], others: [] as Waiter[] }
  let taken = false

  const release = (): void => {
    const next = lines.first.shift() ?? lines.others.shift()
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

  const wait = (line: Waiter[]): Promise<Release> =>
    new Promise((resolve, reject) => {
      const waiter: Waiter = {
        start: () => {
          clearTimeout(timer)
          // The embedded database works on this very thread: without a breath a long line is one hold of everything.
          setImmediate(() => resolve(turn()))
        },
      }
      const timer = setTimeout(() => {
        line.splice(line.indexOf(waiter), 1)
        reject(new RefusalError(refusal('DATABASE_BUSY')))
      }, waitMs)
      line.push(waiter)
    })

  return {
    acquire: (first = false) => {
      if (taken) return wait(first ? lines.first : lines.others)
      taken = true
      return Promise.resolve(turn())
    },
  }
}
