/** Pauses between tries, all of which can be cut short. */
export type Pauses = { readonly pause: (ms: number) => Promise<void>; readonly hurry: () => void }

export const openPauses = (after: (ms: number, then: () => void) => void): Pauses => {
  let wakers: (() => void)[] = []
  return {
    pause: (ms) =>
      new Promise((resolve) => {
        wakers.push(resolve)
        after(ms, () => {
          wakers = wakers.filter((waker) => waker !== resolve)
          resolve()
        })
      }),
    hurry: () => {
      const waiting = wakers
      wakers = []
      waiting.forEach((wake) => wake())
    },
  }
}
