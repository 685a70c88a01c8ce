import { heirsOf, type Asking, type ReviewCase } from '../../workflow/read.ts'

/** The people this person may hand it to, by name. */
export const readHeirs = async (
  { payload, user }: Asking,
  told: ReviewCase,
): Promise<readonly { readonly id: string; readonly name: string }[]> => {
  if (!user) return []
  const { docs } = await payload.find({
    collection: 'users',
    depth: 0,
    limit: 0,
    pagination: false,
    sort: 'name',
    select: { name: true, roles: true },
    where: { leftTown: { not_equals: true } },
    overrideAccess: false,
    user,
  })
  const people = docs.map(({ id, name, roles }) => ({ id: String(id), name: name ?? '', roles: roles ?? [] }))
  return heirsOf(told, user, people).map(({ id, name }) => ({ id, name }))
}
