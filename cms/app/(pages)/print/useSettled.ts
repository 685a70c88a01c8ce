'use client'

import { useEffect, useState } from 'react'

/** `value` once it has stood still for `ms`; as it was while `held`. */
export const useSettled = <Value>(value: Value, ms: number, held: boolean): Value => {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    if (held) return undefined
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms, held])
  return settled
}
