/**
 * Callers that wait for a turn, first come first served. On `globalThis`, for Next holds a second copy of this
 * module.
 */
const SLOT = Symbol.for('silver-shield.turns')
type Waiting = (() => void)[]
const waiting = (): Waiting => ((globalThis as { [SLOT]?: Waiting })[SLOT] ??= [])

const next = (): void => {
  waiting().shift()?.()
  if (waiting().length > 0) setImmediate(next)
}

/**
 * Resolves in a later turn of the event loop, one caller a turn: between the parts of long work, and between those of
 * ten people's, the screens' lines and everybody else come in (CMS-90).
 */
export const turn = (): Promise<void> =>
  new Promise((resolve) => {
    waiting().push(resolve)
    if (waiting().length === 1) setImmediate(next)
  })
