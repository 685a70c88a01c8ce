'use client'

import { useEffect, useState } from 'react'
import type { DemoWall } from './feed.ts'

const RETRY_MS = 3000

/** The screens of the wall; undefined until the server has answered. */
export const useWall = (): DemoWall | undefined => {
  const [wall, setWall] = useState<DemoWall>()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stopped = new AbortController()
    const ask = async () => {
      try {
        const answer = await fetch('/api/demo/wall', { signal: stopped.signal })
        if (!answer.ok) throw new Error(String(answer.status))
        setWall((await answer.json()) as DemoWall)
      } catch {
        if (!stopped.signal.aborted) timer = setTimeout(() => void ask(), RETRY_MS)
      }
    }
    void ask()
    return () => {
      stopped.abort()
      clearTimeout(timer)
    }
  }, [])
  return wall
}
