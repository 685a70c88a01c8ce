import config from '@payload-config'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getPayload, type Payload, type TypedUser } from 'payload'
import type { DeskLanguage } from '../../../web/language.ts'
import type { User } from '../../../payload-types.ts'

export type Villager = {
  readonly payload: Payload
  readonly user: TypedUser & User
  readonly language: DeskLanguage
  /** Name of the person's own unit; empty for one without. */
  readonly unit: string
  readonly demo: boolean
}

/** The reader's language: the same cookie as the desk's. */
const readerLanguage = async (): Promise<DeskLanguage> =>
  (await cookies()).get('payload-lng')?.value === 'en' ? 'en' : 'zh'

const isDemo = async (): Promise<boolean> => {
  const payload = await getPayload({ config })
  return (await payload.findGlobal({ slug: 'town' })).demo === true
}

/** The person who asks, or null for a stranger. */
const signedInPerson = async (payload: Payload): Promise<(TypedUser & User) | null> => {
  const { user } = await payload.auth({ headers: await headers() })
  return user as (TypedUser & User) | null
}

/** The person who is signed in. A stranger is sent to sign in first and comes back to `path` (PPG-1). */
export const villager = async (path: string): Promise<Villager> => {
  const payload = await getPayload({ config })
  const user = await signedInPerson(payload)
  if (!user) redirect(`/admin/login?redirect=${encodeURIComponent(path)}`)
  const unit = typeof user.unit === 'object' && user.unit !== null ? user.unit.name : ''
  return { payload, user, language: await readerLanguage(), unit: unit ?? '', demo: await isDemo() }
}
