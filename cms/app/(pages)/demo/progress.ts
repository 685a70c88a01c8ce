import type { DemoEvent } from '../../../../src/model/demo-feed.ts'
import type { FrameState } from './frame-state.ts'

/** Since when (server's clock, ms) each frame of this page plays which numbered head, by screen. */
export type Frames = Readonly<Record<string, { readonly sequence: number; readonly since: number }>>

/** `now` is the server's clock. A frame that says the same head again has played it since before. */
export const noteFrame = (frames: Frames, screen: string, state: FrameState, now: number): Frames => {
  if (state.sequence === null || frames[screen]?.sequence === state.sequence) return frames
  return { ...frames, [screen]: { sequence: state.sequence, since: now } }
}

/** The sequence is one counter for the whole town, so a frame at or above an act's first head has followed the act. */
const followed = (event: DemoEvent, frames: Frames): readonly number[] => {
  const { sequence } = event
  if (sequence === undefined) return []
  return Object.values(frames)
    .filter((frame) => frame.sequence >= sequence)
    .map(({ since }) => since - event.at)
}

/** A frame that came to an act later than this was opened, or plugged in again, after it: no measure of the act. */
const TOO_LATE_MS = 15_000

/** The event with what this page saw of its own frames; the server's count of real screens goes before it. */
export const withFrames = (event: DemoEvent, frames: Frames, of: number): DemoEvent => {
  if (event.kind !== 'released' && event.kind !== 'withdrawn') return event
  if (event.shown !== undefined && (event.of ?? 0) > 0) return event
  const times = followed(event, frames)
  const inTime = times.filter((ms) => ms < TOO_LATE_MS)
  if (inTime.length === 0) return event
  return { ...event, shown: times.length, of, slowestMs: Math.max(0, ...inTime) }
}
