'use client'

import { pageStore } from '../../web/page-store.ts'
import type { Saver, SaverState } from './saver.ts'

type Open = { readonly saver: Saver; readonly state: SaverState }

/** The forms that are open on this page, by `collection/id`; the parts of one form stand in different slots. */
const open = pageStore<Open>()

export const putSaver = (row: string, saver: Saver, state: SaverState): void =>
  open.put(row, { saver, state })

export const tellState = (row: string, state: SaverState): void => {
  const found = open.get(row)
  if (found) putSaver(row, found.saver, state)
}

export const dropSaver = (row: string, saver: Saver): void => {
  if (open.get(row)?.saver === saver) open.drop(row)
}

/** The saver of an open form and how it stands; undefined until the form is there. */
export const useOpen = (row: string): Open | undefined => open.use(row)
