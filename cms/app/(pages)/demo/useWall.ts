'use client'

import { useEffect, useState } from 'react'
import type { DemoWall } from '../../../../src/model/demo-feed.ts'

const RETRY_MS = 3000

export type WallState = {
  /** Undefined until the server has answered. */
  readonly wall: DemoWall | undefined
  /** How far the server's clock goes before this machine's, in ms; half the round trip may be wrong. */
  readonly ahead: number
}

/** The screens of the wall, asked for until they are there. */
export const useWall = (): WallState => {
  const [state, setState] = useState<WallState>({ wall: undefined, ahead: 0 })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stopped = new AbortController()
    const ask = async () => {
      try {
        const asked = Date.now()
        const answer = await fetch('/api/demo/wall', { signal: stopped.signal })
        if (!answer.ok) throw new Error(String(answer.status))
        const wall = (await answer.json()) as DemoWall
        setState({ wall, ahead: wall.now === undefined ? 0 : wall.now - (asked + Date.now()) / 2 })
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
  return state
}
