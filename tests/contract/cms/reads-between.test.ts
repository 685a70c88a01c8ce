import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTransaction } from '../../../cms/records/transaction.ts'
import { readVerifiedReleases } from '../../../cms/town/release-status.ts'
import { loadTown } from '../../../cms/town/read.ts'
import { approveSubmission, withdrawRelease } from '../../../cms/workflow/decisions.ts'
import { rowsOf } from '../../../cms/records/rows.ts'
import { submitContent } from '../../../cms/workflow/submit.ts'
import { databases } from './databases.ts'
import { openDesk, type Desk } from './desk.ts'
import { createRow, SCREEN, sloganOf } from './rows.ts'
import { afterRead } from './watch-reads.ts'

describe.each(databases)('decisions between two reads on $name', (database) => {
  let desk: Desk
  /** Contents whose submission was reviewed and not issued yet. */
  const reviewed: string[] = []
  const MOST_READS = 24

  beforeAll(async () => {
    desk = await openDesk(database)
    const unit = (await createRow(desk, 'units', { name: '五间镇', kind: 'town' })).id
    const place = (await createRow(desk, 'places', { name: '广场', placeType: 'square', unit })).id
    await createRow(desk, 'screens', { ...SCREEN, name: '大屏', unit, place })
    const hotline = (
      await createRow(desk, 'hotlines', {
        number: '96110',
        label: '专线',
        prompt: '先打',
        scope: '劝阻',
        source: '公安',
      })
    ).id
    const [author, reviewer] = [await desk.requestOf('author'), await desk.requestOf('reviewer')]
    const data = { ...sloganOf(hotline), _status: 'draft' } as never
    await inTransaction(author, async () => {
      reviewer.transactionID = (await author.transactionID) ?? ''
      for (let i = 0; i < MOST_READS; i++) {
        const { id } = await desk.payload.create({ collection: 'slogans', data, depth: 0, req: author })
        const submission = await submitContent(author, 'slogans', String(id))
        await approveSubmission(reviewer, submission.id)
        reviewed.push(submission.id)
      }
    })
  })
  afterAll(() => desk.close())

  it('CMS-91 whatever is issued or withdrawn between any two reads of the town, nothing counts as edited', async () => {
    const issuer = await desk.requestOf('issuer')
    let last: string | undefined
    const decide = async (): Promise<void> => {
      desk.ports.clock.advance(1000)
      if (last) await withdrawRelease(issuer, last, '演练')
      last = (await approveSubmission(issuer, reviewed.pop() ?? '')).release
    }
    await decide()
    const readings: Readonly<Record<string, () => Promise<readonly unknown[]>>> = {
      town: async () => (await loadTown(desk.payload)).refusals,
      print: async () => [...(await readVerifiedReleases(desk.payload)).tampered],
    }
    for (const [name, read] of Object.entries(readings))
      for (let after = 1; ; after++) {
        const { result, happened } = await afterRead(desk.payload, after, decide, read)
        if (!happened) break
        expect([name, after, result]).toEqual([name, after, []])
      }
    const told = await rowsOf(desk.payload, 'audit', { where: { action: { equals: 'refused' } } })
    expect(told).toEqual([])
  })
})
