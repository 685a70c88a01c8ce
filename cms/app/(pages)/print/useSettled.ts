'use client'

import { useEffect, useRef, useState } from 'react'

/** How long a change waits: a lone one not at all, one close upon another until they have stood still for `ms`. */
export const pauseAfter = (sinceLast: number, ms: number): number => (sinceLast >= ms ? 0 : ms)

/** `value` as it is after a rest, else once it has stood still for `ms`; as it was while `held` (PPG-4). */
export const useSettled = <Value>(value: Value, ms: number, held: boolean): Value => {
  const [settled, setSettled] = useState(value)
  const changed = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    if (held) return undefined
    const now = performance.now()
    const pause = pauseAfter(now - changed.current, ms)
    changed.current = now
    if (pause === 0) {
      setSettled(value)
      return undefined
    }
    const timer = setTimeout(() => setSettled(value), pause)
    return () => clearTimeout(timer)
  }, [value, ms, held])
  return settled
}
