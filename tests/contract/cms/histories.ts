/** Random lives of contents, and what became of them reckoned the slow way. */
import fc from 'fast-check'
import * as decided from '../../../cms/workflow/decisions.ts'
import { rowsOf, type ApprovalRow, type ReleaseRow, type SubmissionRow } from '../../../cms/records/rows.ts'
import { submitContent } from '../../../cms/workflow/submit.ts'
import type { PersonName } from '../../builders/people.ts'
import type { Desk } from './desk.ts'
import { sloganOf } from './rows.ts'

export const draftSlogan = async (
  desk: Desk,
  hotline: string,
  by: PersonName,
  text?: string,
): Promise<string> => {
  const data = { ...sloganOf(hotline, text), _status: 'draft' } as never
  return String(
    (await desk.payload.create({ collection: 'slogans', data, req: await desk.requestOf(by) })).id,
  )
}

const ACTS = 'submit submit approve approve approve return withdraw retract hand-over remind unchanged'

/** Steps of five people at five contents, most of which the policy refuses. */
export const histories = fc.array(
  fc.record({
    act: fc.constantFrom(...ACTS.split(' ')),
    content: fc.nat(4),
    by: fc.constantFrom<PersonName>('author', 'second', 'reviewer', 'issuer', 'everything'),
  }),
  { minLength: 12, maxLength: 30 },
)
type Step = { readonly act: string; readonly content: number; readonly by: PersonName }

/** Whatever the policy refuses is no step; what it lets pass is. */
export const live = async (desk: Desk, hotline: string, steps: readonly Step[]): Promise<void> => {
  const as = (name: PersonName) => desk.requestOf(name)
  const contents = await Promise.all([0, 1, 2, 3, 4].map(() => draftSlogan(desk, hotline, 'author')))
  const newestOf = async (collection: string, content: string) =>
    (
      await rowsOf<{ id: string }>(desk.payload, collection, {
        where: { 'content.value': { equals: content } },
        sort: collection === 'releases' ? '-releasedAt' : '-submittedAt',
        limit: 1,
      })
    )[0]?.id ?? ''
  for (const [index, { act, content, by }] of steps.entries()) {
    desk.ports.clock.advance(1000)
    const id = contents[content] ?? ''
    const req = await as(by)
    const acts: Record<string, () => Promise<unknown>> = {
      submit: async () => {
        // The phrase of the draft stands in no other words: 送审 would be refused, and every history be empty.
        const data = { text: `第${index}回 先问再转账`, accent: '先问' }
        await desk.payload.update({ collection: 'slogans', id, data, draft: true, req: await as('author') })
        return submitContent(req, 'slogans', id)
      },
      unchanged: () => submitContent(req, 'slogans', id),
      approve: async () => decided.approveSubmission(req, await newestOf('submissions', id)),
      return: async () => decided.returnSubmission(req, await newestOf('submissions', id), '再改改'),
      retract: async () => decided.retractSubmission(req, await newestOf('submissions', id)),
      remind: async () => decided.remindOf(req, await newestOf('submissions', id)),
      'hand-over': async () =>
        decided.handOverSubmission(req, await newestOf('submissions', id), desk.ids.everything),
      withdraw: async () => decided.withdrawRelease(req, await newestOf('releases', id), '演练'),
    }
    await acts[act]?.().catch(() => undefined)
  }
}

/** What became of each submission and release, reckoned from the rows in another way than the product does. */
export const expectedStates = async (desk: Desk) => {
  const approvals = await rowsOf<ApprovalRow>(desk.payload, 'approvals', { sort: 'at' })
  const submissions = await rowsOf<SubmissionRow>(desk.payload, 'submissions')
  const releases = await rowsOf<ReleaseRow>(desk.payload, 'releases', { sort: '-releasedAt' })
  const ofReleases = new Map<string, string>()
  const ofSubmissions = new Map<string, string>()
  for (const { id, content, submission, releasedAt } of releases) {
    const same = ({ content: other }: Pick<ReleaseRow, 'content'>) => other.value === content.value
    const ended = approvals.some((row) => row.decision === 'withdraw' && same(row) && row.at >= releasedAt)
    const state = ended ? 'withdrawn' : releases.find(same)?.id === id ? 'released' : 'replaced'
    ofReleases.set(id, state)
    ofSubmissions.set(String(submission), state)
  }
  for (const { id } of submissions) {
    const mine = approvals.filter((row) => String(row.submission) === String(id)).map((row) => row.decision)
    const open = { return: 'returned', retract: 'retracted', approve: 'reviewed', '': 'in-review' } as const
    const said = (['return', 'retract', 'approve'] as const).find((one) => mine.includes(one)) ?? ''
    if (!ofSubmissions.has(id)) ofSubmissions.set(id, open[said])
  }
  return { ofReleases, ofSubmissions }
}
