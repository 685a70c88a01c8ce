import type { Field } from 'payload'
import { words } from '../../words.ts'
import { lastWithdrawal, newestRelease } from '../../workflow/rows.ts'

type Row = { readonly id?: string; readonly content?: unknown; readonly releasedAt?: string }

const contentIdOf = (content: unknown): string | undefined => {
  const value = (content as { value?: unknown } | undefined)?.value
  const id = typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : value
  return id == null ? undefined : String(id)
}

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
        const ended = await lastWithdrawal(req, content)
        if (ended && ended.at >= row.releasedAt) return 'withdrawn'
        return (await newestRelease(req, content))?.id === row.id ? 'released' : 'replaced'
      },
    ],
  },
}
