import { isOfScreens, together, type PublishEvent, type ScreensEvent } from '../../publish/index.ts'
import type { After } from '../process/clock.ts'

export type Gathered = {
  readonly gather: (event: PublishEvent) => void
  /** Sends what waits, so that it comes before whatever is done next. */
  readonly flush: () => void
}

/** Nobody waits for the news who is there: whatever else happens is sent after it. */
const PRESENCE_MS = 100

/**
 * What many screens say one after another goes on as one event: the state is copied for each, and five thousand screens
 * come at once after a power cut (I10). The order is kept.
 */
export const gathered = (send: (event: PublishEvent) => void, after: After): Gathered => {
  let waiting: ScreensEvent | null = null
  let cancel = (): void => {}
  const flush = (): void => {
    cancel()
    const event = waiting
    waiting = null
    if (event) send(event)
  }
  return {
    flush,
    gather: (event) => {
      const both = waiting && isOfScreens(event) ? together(waiting, event) : null
      if (!both) flush()
      if (!isOfScreens(event)) return send(event)
      // The switch waits for the last one's word (PUB-5), so that one goes on within this turn of the loop.
      if (!waiting) cancel = after(event.type === 'ready' ? 0 : PRESENCE_MS, flush)
      waiting = both ?? event
    },
  }
}
