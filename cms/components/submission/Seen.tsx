'use client'

import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react'
import { sightOf, type Drawn, type Sight } from './sight.ts'

type Seen = { readonly sight: Sight; readonly tell: (page: string, drawn: boolean) => void }

const Context = createContext<Seen>({ sight: 'loading', tell: () => undefined })

/** Holds together what the canvases of a submission tell of themselves and what the buttons may do. */
export const SeenProvider = ({
  total,
  children,
}: {
  readonly total: number
  readonly children: ReactNode
}) => {
  const [drawn, setDrawn] = useState<Drawn>(new Map())
  const tell = useCallback(
    (page: string, whole: boolean) => setDrawn((before) => new Map(before).set(page, whole)),
    [],
  )
  const seen = useMemo(() => ({ sight: sightOf(drawn, total), tell }), [drawn, total, tell])
  return <Context value={seen}>{children}</Context>
}

export const useSeen = (): Seen => useContext(Context)
