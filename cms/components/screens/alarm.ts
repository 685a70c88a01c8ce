import type { Asking } from '../receipts/read.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** When, within the last 24 hours, a second device last connected with this screen's key; undefined when none did. */
export const readTwice = async ({ payload, user }: Asking, screen: string): Promise<string | undefined> => {
  const since = new Date(Date.now() - DAY_MS).toISOString()
  const { docs } = await payload.find({
    collection: 'audit',
    where: {
      and: [
        { action: { equals: 'screen.replaced' } },
        { subject: { equals: `screens/${screen}` } },
        { at: { greater_than_equal: since } },
      ],
    },
    sort: '-seq',
    limit: 1,
    depth: 0,
    pagination: false,
    overrideAccess: false,
    user,
  })
  return (docs[0] as { readonly at?: string | null } | undefined)?.at ?? undefined
}
