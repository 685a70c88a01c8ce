'use client'

import { useCallback, useEffect, useState } from 'react'
import { readEvent, withEvent, type DemoEvent } from './feed.ts'
import type { FrameState } from './frame-state.ts'
import { isWatched, noteFrame, withWatch, type Watch } from './progress.ts'

export type FeedState = {
  readonly events: readonly DemoEvent[]
  readonly lost: boolean
  /** A frame of this page said what it shows. */
  readonly heard: (screen: string, state: FrameState) => void
}

type Told = { readonly events: readonly DemoEvent[]; readonly watch: Watch | undefined }

/** The browser reconnects an event stream by itself; `lost` is true meanwhile. */
export const useFeed = (frames: number): FeedState => {
  const [{ events, watch }, setTold] = useState<Told>({ events: [], watch: undefined })
  const [lost, setLost] = useState(false)
  useEffect(() => {
    const stream = new EventSource('/api/demo/events')
    stream.onopen = () => setLost(false)
    stream.onerror = () => setLost(true)
    stream.onmessage = (message: MessageEvent<string>) => {
      const event = readEvent(message.data)
      if (!event) return
      const heardAt = Date.now()
      setTold((before) => ({
        events: withEvent(before.events, event),
        watch: isWatched(event, heardAt) ? { event, heardAt, followed: {} } : before.watch,
      }))
    }
    return () => stream.close()
  }, [])
  const heard = useCallback((screen: string, state: FrameState) => {
    const now = Date.now()
    setTold((before) =>
      before.watch ? { ...before, watch: noteFrame(before.watch, screen, state, now) } : before,
    )
  }, [])
  return { events: events.map((event) => withWatch(event, watch, frames)), lost, heard }
}
