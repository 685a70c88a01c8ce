import type { Listed } from '../../cms/overview/contents.ts'
import type { Chip } from '../../cms/overview/list.ts'
import { endsSoon } from '../../src/review/task.ts'

/** What stands under each chip of a list, said once more and in other words than the list's own (DESK-41). */
export const CHIP_HOLDS: Readonly<Record<Chip, (one: Listed) => boolean>> = {
  draft: ({ stage }) => stage === 'draft' || stage === 'retracted',
  review: ({ stage }) => stage === 'in-review' || stage === 'reviewed',
  returned: ({ stage }) => stage === 'returned',
  issued: ({ stage }) => stage === 'released',
  ending: endsSoon,
  withdrawn: ({ stage }) => stage === 'withdrawn',
}
