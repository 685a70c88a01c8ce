'use client'

import { useEffect, useState } from 'react'
import { readEvent, withEvent, type DemoEvent } from './feed.ts'

export type FeedState = { readonly events: readonly DemoEvent[]; readonly lost: boolean }

/** The browser reconnects an event stream by itself; `lost` is true meanwhile. */
export const useFeed = (): FeedState => {
  const [events, setEvents] = useState<readonly DemoEvent[]>([])
  const [lost, setLost] = useState(false)
  useEffect(() => {
    const stream = new EventSource('/api/demo/events')
    stream.onopen = () => setLost(false)
    stream.onerror = () => setLost(true)
    stream.onmessage = (message: MessageEvent<string>) => {
      const event = readEvent(message.data)
      if (event) setEvents((before) => withEvent(before, event))
    }
    return () => stream.close()
  }, [])
  return { events, lost }
}
