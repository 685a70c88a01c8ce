'use client'

import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { Ticks } from './Asks.tsx'
import type { AskLine } from './asks.ts'
import { nameOf, readLooked, writeLooked, type Looked } from './looked.ts'
import { readNotes, writeNotes, type Note } from './notes.ts'
import type { GridPages, ShownLook } from './shown.ts'
import { sightOf, type Drawn, type Sight } from './sight.ts'

/** What the parts of a submission's page share: which look is open, what was seen, written and answered. */
type Reviewing = {
  readonly looks: readonly ShownLook[]
  readonly grids: readonly GridPages[]
  readonly at: number
  readonly go: (look: number) => void
  readonly sight: Sight
  readonly tell: (page: string, whole: boolean) => void
  readonly looked: Looked
  readonly notes: readonly Note[]
  readonly setNotes: (notes: readonly Note[]) => void
  readonly asks: readonly AskLine[] | null
  readonly ticks: Ticks
  readonly setTicks: (ticks: Ticks) => void
}

const Context = createContext<Reviewing | null>(null)

export const useReviewing = (): Reviewing => {
  const found = useContext(Context)
  if (!found) throw new Error('outside of a submission')
  return found
}

type Props = {
  readonly looks: readonly ShownLook[]
  readonly grids: readonly GridPages[]
  readonly person: string
  readonly submission: string
  readonly digest: string
  /** What the checks say; null for words that cannot be read. */
  readonly asks: readonly AskLine[] | null
  /** How long a look must stand open, in milliseconds. */
  readonly stayMs: number
  readonly children: ReactNode
}

export const pageName = (look: number, grid: number, page: number): string => `${look} ${grid} ${page}`

/** What the pages of the open look tell of themselves. */
const useSight = (looks: readonly ShownLook[], at: number) => {
  const [drawn, setDrawn] = useState<Drawn>(new Map())
  const tell = useCallback(
    (page: string, whole: boolean) => setDrawn((before) => new Map(before).set(page, whole)),
    [],
  )
  const sight = useMemo(() => {
    const names = (looks[at]?.pages ?? []).flatMap((pages, grid) => pages.map((n) => pageName(at, grid, n)))
    const mine = new Map([...drawn].filter(([name]) => names.includes(name)))
    return sightOf(mine, names.length)
  }, [drawn, looks, at])
  return { sight, tell }
}

/** Something small that this browser keeps; nothing is kept where it may not. */
const useKept = <Value,>(name: string, empty: Value, read: (kept: string | null) => Value) => {
  const [value, setValue] = useState(empty)
  // Read after the first drawing: the server has no store, and both must draw the same.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  useEffect(() => setValue(read(stored(name))), [name])
  return [value, setValue] as const
}

const stored = (name: string): string | null => {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

const store = (name: string, text: string): void => {
  try {
    localStorage.setItem(name, text)
  } catch {
    // A browser that keeps nothing: what was seen counts until the page is left.
  }
}

/** Seen is what stood open whole, before somebody's eyes, for `stayMs`. */
const useLooked = (name: string, count: number, at: number, sight: Sight, stayMs: number): Looked => {
  const [looked, setLooked] = useKept<Looked>(name, new Set(), (kept) => readLooked(kept, count))
  const isSeen = looked.has(at)
  useEffect(() => {
    if (isSeen || sight !== 'whole') return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const begin = () => {
      clearTimeout(timer)
      if (document.visibilityState !== 'visible') return
      timer = setTimeout(
        () =>
          setLooked((before) => {
            const after = new Set(before).add(at)
            store(name, writeLooked(after))
            return after
          }),
        stayMs,
      )
    }
    begin()
    document.addEventListener('visibilitychange', begin)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', begin)
    }
  }, [name, at, sight, isSeen, stayMs, setLooked])
  return looked
}

const useNotes = (name: string) => {
  const [notes, setKept] = useKept<readonly Note[]>(name, [], readNotes)
  const setNotes = useCallback(
    (after: readonly Note[]) => {
      store(name, writeNotes(after))
      setKept(after)
    },
    [name, setKept],
  )
  return { notes, setNotes }
}

export const ReviewingProvider = (props: Props) => {
  const { looks, grids, person, submission, digest, asks, stayMs, children } = props
  const [at, setAt] = useState(0)
  const { sight, tell } = useSight(looks, at)
  const name = nameOf(person, submission, digest)
  const looked = useLooked(name, looks.length, at, sight, stayMs)
  const { notes, setNotes } = useNotes(`${name} notes`)
  const [ticks, setTicks] = useState<Ticks>({})
  const go = useCallback(
    (look: number) => setAt(Math.min(Math.max(0, look), Math.max(0, looks.length - 1))),
    [looks.length],
  )
  const value = useMemo(
    () => ({ looks, grids, at, go, sight, tell, looked, notes, setNotes, asks, ticks, setTicks }),
    [looks, grids, at, go, sight, tell, looked, notes, setNotes, asks, ticks],
  )
  return <Context value={value}>{children}</Context>
}
