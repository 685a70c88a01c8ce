import type { Payload, TypedUser } from 'payload'

export type ScreenLine = {
  readonly id: string
  readonly name: string
  readonly paired: boolean
  readonly online: boolean
}

type Row = {
  readonly id: string
  readonly name: string
  readonly pairedAt?: string | null
  readonly online?: boolean | null
}

/** All screens of the town, those that need somebody first. */
export const readScreens = async (asking: {
  readonly payload: Payload
  readonly user: TypedUser | null
}): Promise<readonly ScreenLine[]> => {
  const { docs } = await asking.payload.find({
    collection: 'screens',
    sort: 'name',
    depth: 0,
    limit: 50,
    pagination: false,
    overrideAccess: false,
    user: asking.user,
  })
  const lines = (docs as unknown as readonly Row[]).map((row) => ({
    id: row.id,
    name: row.name,
    paired: Boolean(row.pairedAt),
    online: row.online === true,
  }))
  return [...lines.filter((line) => !line.online), ...lines.filter((line) => line.online)]
}
