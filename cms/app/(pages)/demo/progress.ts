import type { DemoEvent } from './feed.ts'
import type { FrameState } from './frame-state.ts'

/** An act that the frames of this page are watched for, from when the page heard of it (ms of one clock). */
export type Watch = {
  readonly event: DemoEvent
  readonly heardAt: number
  /** When each frame was first seen to have followed, by screen. */
  readonly followed: Readonly<Record<string, number>>
}

/** A panel follows a release by showing it, and a withdrawal by showing something else. */
const follows = ({ kind, release, content }: DemoEvent, state: FrameState): boolean => {
  if (kind === 'released') return release !== undefined && state.release === release
  return kind === 'withdrawn' && content !== undefined && state.content !== content
}

/** Only what has just happened is measured: entries sent again after a reconnection are old news. */
const FRESH_MS = 15_000

export const isWatched = (event: DemoEvent, now: number): boolean =>
  (event.kind === 'released' || event.kind === 'withdrawn') && Math.abs(now - event.at) < FRESH_MS

export const noteFrame = (watch: Watch, screen: string, state: FrameState, now: number): Watch =>
  watch.followed[screen] !== undefined || !follows(watch.event, state)
    ? watch
    : { ...watch, followed: { ...watch.followed, [screen]: now } }

/** The event with what this page saw itself; the server's own count of real screens goes before it. */
export const withWatch = (event: DemoEvent, watch: Watch | undefined, frames: number): DemoEvent => {
  if (!watch || watch.event !== event || (event.of ?? 0) > 0) return event
  const times = Object.values(watch.followed)
  if (times.length === 0) return { ...event, shown: 0, of: frames }
  const slowestMs = Math.max(0, Math.max(...times) - watch.heardAt)
  return { ...event, shown: times.length, of: frames, slowestMs }
}
