'use client'

import { useEffect, useState } from 'react'
import { NOTHING_CHOSEN, readChosen, searchOf, type Chosen } from './steps.ts'

/** What is chosen, with the address bar as its memory. */
export const useChosen = (): readonly [Chosen, (next: Chosen) => void] => {
  const [chosen, setChosen] = useState(NOTHING_CHOSEN)
  useEffect(() => {
    const read = () => setChosen(readChosen(location.search))
    read()
    window.addEventListener('popstate', read)
    return () => window.removeEventListener('popstate', read)
  }, [])
  const choose = (next: Chosen) => {
    history.pushState(null, '', `${location.pathname}${searchOf(next)}`)
    setChosen(next)
    window.scrollTo({ top: 0 })
  }
  return [chosen, choose]
}
