'use client'

import { useCallback, useEffect, useState } from 'react'
import { readEvent, withEvent, type DemoEvent } from '../../../../src/model/demo-feed.ts'
import type { FrameState } from './frame-state.ts'
import { noteFrame, withFrames, type Frames } from './progress.ts'

export type FeedState = {
  readonly events: readonly DemoEvent[]
  readonly lost: boolean
  /** A frame of this page said what it shows. */
  readonly heard: (screen: string, state: FrameState) => void
}

/** `ahead` is how far the server's clock goes before this machine's. EventSource reconnects by itself. */
export const useFeed = (count: number, ahead: number): FeedState => {
  const [events, setEvents] = useState<readonly DemoEvent[]>([])
  const [frames, setFrames] = useState<Frames>({})
  const [lost, setLost] = useState(false)
  useEffect(() => {
    const stream = new EventSource('/api/demo/events')
    stream.addEventListener('open', () => setLost(false))
    stream.addEventListener('error', () => setLost(true))
    stream.addEventListener('message', (message: MessageEvent<string>) => {
      const event = readEvent(message.data)
      if (event) setEvents((before) => withEvent(before, event))
    })
    return () => stream.close()
  }, [])
  const heard = useCallback(
    (screen: string, state: FrameState) => {
      const now = Date.now() + ahead
      setFrames((before) => noteFrame(before, screen, state, now))
    },
    [ahead],
  )
  return { events: events.map((event) => withFrames(event, frames, count)), lost, heard }
}
