/**
 * What the player in a frame tells the page around it, and what the page tells the player. The page trusts only
 * messages of its own origin and its own frame.
 */
export const CABLE_MESSAGE = 'silver-shield:cable'
export const STATE_MESSAGE = 'silver-shield:state'

export type FrameState = {
  readonly online: boolean
  /** `page`: a programme plays; `safe`: the card built into the player; `code`: it waits to be paired. */
  readonly kind: string | null
  /** Number of the head that plays. */
  readonly sequence: number | null
  readonly release: string | null
  readonly level: string | null
  readonly dark: boolean
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** A state message read leniently: members of an older or newer player that are missing become null (I16). */
export const readFrameState = (data: unknown): FrameState | undefined => {
  if (typeof data !== 'object' || data === null) return undefined
  const message = data as Record<string, unknown>
  if (message['type'] !== STATE_MESSAGE) return undefined
  return {
    online: message['online'] === true,
    kind: textOrNull(message['kind']),
    sequence: typeof message['sequence'] === 'number' ? message['sequence'] : null,
    release: textOrNull(message['release']),
    level: textOrNull(message['level']),
    dark: message['dark'] === true,
  }
}

/** Scales that keep every lamp the same number of pixels are taken when this close below the free one. */
const SNAP = 0.04

/** Factor from panel pixels to CSS pixels so that `panel` fits `room`; whole or half steps where they nearly fit. */
export const fitScale = (panel: number, room: number): number => {
  if (panel <= 0 || room <= 0) return 0
  const free = room / panel
  const step = free >= 1 ? 0.5 : 1 / 12
  const snapped = Math.floor(free / step + 1e-9) * step
  return snapped > 0 && free - snapped <= free * SNAP ? snapped : free
}
