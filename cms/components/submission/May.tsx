'use client'

import { createContext, useContext, type ReactNode } from 'react'

const Context = createContext(false)

/** Whether the person who looks may return the submission, and so has something to write comments for. */
export const MayReturn = ({ may, children }: { readonly may: boolean; readonly children: ReactNode }) => (
  <Context value={may}>{children}</Context>
)

export const useMayReturn = (): boolean => useContext(Context)
