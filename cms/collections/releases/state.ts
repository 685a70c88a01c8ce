import type { Field } from 'payload'
import { RELEASE_STATE_WORDS } from '../../../src/lexicon/people.ts'
import { RELEASE_STATES, type ReleaseState } from '../../../src/model/people.ts'
import { words } from '../../base/words.ts'
import { inOneQuery } from '../../workflow/in-one-query.ts'
import { readHistory } from '../../workflow/states.ts'
import { rowsOf, type Reader, type ReleaseRow } from '../../records/rows.ts'

const stateOfEach = inOneQuery(async (req: Reader, ids): Promise<ReadonlyMap<string, ReleaseState>> => {
  const rows = await rowsOf<Pick<ReleaseRow, 'id' | 'content'>>(req.payload, 'releases', {
    where: { id: { in: [...ids] } },
    only: ['content'],
    req,
  })
  const { releases, status } = await readHistory(
    req,
    rows.map(({ content }) => String(content?.value)),
  )
  return new Map(releases.map((release) => [release.id, status.stateOf(release)]))
})

/** Derived each time it is read: a withdrawal ends all releases of a content, a newer one takes the place of the last. */
export const releaseStateField: Field = {
  name: 'state',
  type: 'select',
  virtual: true,
  label: words('状态', 'State'),
  admin: { readOnly: true },
  options: RELEASE_STATES.map((value) => ({ value, label: RELEASE_STATE_WORDS[value] })),
  hooks: {
    afterRead: [
      async ({ data, req }) => {
        const id = (data as { id?: string } | undefined)?.id
        return id ? stateOfEach(req, id) : undefined
      },
    ],
  },
}
