'use client'

import { pageStore } from '../../web/page-store.ts'
import type { Returned, ReturnedPin } from '../../workflow/returned.ts'

export type { Returned, ReturnedPin }

/** What was written on each row when it was returned; the list at the head and the marks at the fields look at the same. */
const returnedByRow = pageStore<Returned>()

export const putReturned = (row: string, returned: Returned | null): void => {
  if (returned) returnedByRow.put(row, returned)
  else returnedByRow.drop(row)
}

export const useReturned = (row: string): Returned | undefined => returnedByRow.use(row)
