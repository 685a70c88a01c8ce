import type { SanitizedConfig } from 'payload'
import { refusal, type Refusal } from '../../errors/refusal.ts'

/** Whether percent signs in a path mean something; every router decodes, and throws where they do not. */
export const isReadable = (path: string): boolean => {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

type Versioned = { readonly slug: string; readonly versions?: unknown }
type Kinds = Readonly<Record<keyof Pick<SanitizedConfig, 'collections' | 'globals'>, readonly Versioned[]>>

const VERSIONS = /^\/api\/(globals\/)?([^/]+)\/versions(?:\/|$)/

/** Payload opens the doors to versions for all rows and trips where there are none. */
const lacksVersions = (path: string, { collections, globals }: Kinds): boolean => {
  const [, global, slug] = VERSIONS.exec(path) ?? []
  const kind = (global === undefined ? collections : globals).find((one) => one.slug === slug)
  return kind !== undefined && !kind.versions
}

/** A preference without a key: Payload looks for one of that name all the same. */
const KEYLESS = /^\/api\/payload-preferences\/+$/

const NUMBERS = ['limit', 'page', 'depth'] as const
/** Beyond it a database reads another number, or none. */
const LARGEST = 1_000_000

/** What Payload's REST would fall over instead of refusing (ADP-15); null when it may see the request. */
export const addressFault = ({ pathname, searchParams }: URL, kinds: Kinds): Refusal | null => {
  const isNone = pathname.includes('%00') || KEYLESS.test(pathname) || lacksVersions(pathname, kinds)
  if (isNone) return refusal('ROUTE_UNKNOWN')
  const field = NUMBERS.find((name) => Math.abs(Number(searchParams.get(name) ?? 0)) > LARGEST)
  return field ? refusal('FIELD_INVALID', { field, got: searchParams.get(field) ?? '' }) : null
}
