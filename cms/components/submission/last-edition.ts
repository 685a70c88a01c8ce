import type { Payload } from 'payload'
import { readFrozen as readWords } from '../../../src/content/index.ts'
import type { Page } from '../../../src/model/page.ts'
import { ports } from '../../base/ports.ts'
import { rowsOf, submissionById, type ReleaseRow } from '../../records/rows.ts'
import type { Edition } from './changes.ts'
import { looksOf } from './looks.ts'

export type LastEdition = Edition & {
  /** Which release of its content it was, from 1. */
  readonly number: number
}

const pagesIn = (stored: string): Edition['grids'] =>
  Object.entries(JSON.parse(stored) as Readonly<Record<string, readonly Page[]>>).map(([key, pages]) => ({
    key,
    pages,
  }))

/** What was released of this content last before it was sent in; null for a first edition, or one nobody can read. */
export const readLastEdition = async (
  payload: Payload,
  of: { readonly content: string; readonly submittedAt: string },
): Promise<LastEdition | null> => {
  const rows = await rowsOf<Pick<ReleaseRow, 'id' | 'submission'>>(payload, 'releases', {
    where: {
      and: [{ 'content.value': { equals: of.content } }, { releasedAt: { less_than: of.submittedAt } }],
    },
    sort: '-releasedAt',
    only: ['submission'],
  })
  const [last] = rows
  const row = last && (await submissionById({ payload }, String(last.submission)))
  if (!row) return null
  const { kinds } = ports()
  const frozen = readWords(kinds, row.frozen)
  if ('code' in frozen) return null
  const kind = kinds.of(frozen.body)
  const grids = pagesIn(row.pages)
  return {
    number: rows.length,
    grids,
    pictures: kind.pictures(frozen.body).map(({ sha256 }) => sha256),
    looks: looksOf(
      kind.texts(frozen.body),
      frozen.hotline,
      grids.map(({ pages }) => pages),
    ),
  }
}
