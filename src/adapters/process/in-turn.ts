export type Turn = <T>(work: () => Promise<T>) => Promise<T>

/** Runs one piece of work after another; a failure is told to its caller and stops nothing. */
export const inTurn = (): Turn => {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = last.then(work, work)
    last = mine.catch(() => undefined)
    return mine
  }
}
