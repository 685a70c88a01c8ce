import type { Field } from 'payload'
import { words } from '../../base/words.ts'
import { inOneQuery } from '../../workflow/in-one-query.ts'
import { groupedBy, rowsOf, type ApprovalRow, type Reader, type ReleaseRow } from '../../records/rows.ts'

type Row = { readonly id?: string; readonly content?: unknown; readonly releasedAt?: string }

/** What the state of a release depends on. */
type Ends = { readonly newest: string | undefined; readonly withdrawnAt: string | undefined }

const contentIdOf = (content: unknown): string | undefined => {
  const value = (content as { value?: unknown } | undefined)?.value
  const id = typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : value
  return id == null ? undefined : String(id)
}

const endsOf = inOneQuery(async (req: Reader, contents): Promise<ReadonlyMap<string, Ends>> => {
  const ofContents = { 'content.value': { in: contents } }
  const releases = groupedBy(
    await rowsOf<ReleaseRow>(req.payload, 'releases', {
      where: ofContents,
      sort: '-releasedAt',
      only: ['content', 'releasedAt'],
      req,
    }),
    ({ content }) => String(content.value),
  )
  const withdrawals = groupedBy(
    await rowsOf<ApprovalRow>(req.payload, 'approvals', {
      where: { and: [ofContents, { decision: { equals: 'withdraw' } }] },
      sort: '-at',
      only: ['content', 'at'],
      req,
    }),
    ({ content }) => String(content.value),
  )
  return new Map(
    contents.map((content) => [
      content,
      { newest: releases.get(content)?.[0]?.id, withdrawnAt: withdrawals.get(content)?.[0]?.at },
    ]),
  )
})

/** Derived: a withdrawal ends all releases of a content, a newer release takes the place of an older one. */
export const releaseStateField: Field = {
  name: 'state',
  type: 'select',
  virtual: true,
  label: words('状态', 'State'),
  admin: { readOnly: true },
  options: [
    { value: 'released', label: words('在用', 'In use') },
    { value: 'replaced', label: words('已有新版', 'Replaced') },
    { value: 'withdrawn', label: words('已撤下', 'Withdrawn') },
  ],
  hooks: {
    afterRead: [
      async ({ data, req }) => {
        const row = (data ?? {}) as Row
        const content = contentIdOf(row.content)
        if (!content || !row.releasedAt) return undefined
        const ends = await endsOf(req, content)
        if (ends?.withdrawnAt && ends.withdrawnAt >= row.releasedAt) return 'withdrawn'
        return ends?.newest === row.id ? 'released' : 'replaced'
      },
    ],
  },
}
