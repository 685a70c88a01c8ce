/** Time that stands still until told: shared by fakes that need an instant. */
export type FakeClock = {
  readonly now: () => number
  readonly advance: (ms: number) => void
  readonly set: (at: number) => void
}

export const fakeClock = (start = 1_795_000_000_000): FakeClock => {
  let at = start
  return {
    now: () => at,
    advance: (ms) => {
      at += ms
    },
    set: (to) => {
      at = to
    },
  }
}
