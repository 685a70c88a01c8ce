/** Where an address that an administrator wrote down leads, judged before a byte goes out (NTC-5). */
import { refusal, type Refusal } from '../../errors/refusal.ts'
import { isLiteral, isOfLan, isPublic } from './addresses.ts'

/** All addresses of a name; throws where there is none. */
export type Resolve = (host: string) => Promise<readonly string[]>

/** What is connected to: this address and no other, whatever the name says a moment later. */
export type Target = { readonly url: URL; readonly address: string }

/** Hosts that an operator named in WEBHOOK_HOSTS: `name` or `name:port`. */
export type Listed = readonly string[]

const LONGEST = 1_000
const ADDRESS = { field: 'address' } as const

const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '')

const isListed = ({ hostname, host }: URL, listed: Listed): boolean =>
  listed.includes(hostname) || listed.includes(host)

const urlIn = (address: string): URL | null => {
  if (address.length > LONGEST || /[\s\p{Cc}\\]/u.test(address)) return null
  try {
    const url = new URL(address)
    return url.username || url.password || url.hash ? null : url
  } catch {
    return null
  }
}

/** What can be said of an address without asking anybody; null where nothing is wrong with it. */
export const faultOfAddress = (address: string, listed: Listed): Refusal | null => {
  const url = urlIn(address)
  if (!url) return refusal('WEBHOOK_ADDRESS_INVALID', ADDRESS)
  const own = isListed(url, listed)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && own))
    return refusal('WEBHOOK_ADDRESS_INVALID', ADDRESS)
  const host = bare(url.hostname)
  const mayGo = isPublic(host) || (own && isOfLan(host))
  return isLiteral(host) && !mayGo ? refusal('WEBHOOK_ADDRESS_INNER', { ...ADDRESS, got: host }) : null
}

const resolved = async (host: string, resolve: Resolve): Promise<readonly string[]> => {
  if (isLiteral(host)) return [host]
  try {
    return await resolve(host)
  } catch {
    return []
  }
}

/**
 * Asks for the name once. Every one of its addresses must be one that may be gone to: a name that has a public and an
 * inner one is not tried until the public one comes up.
 */
export const targetOf = async (
  address: string,
  listed: Listed,
  resolve: Resolve,
): Promise<Target | Refusal> => {
  const fault = faultOfAddress(address, listed)
  if (fault) return fault
  const url = new URL(address)
  const host = bare(url.hostname)
  const all = await resolved(host, resolve)
  // A town's line often leads nowhere by IPv6 although names have such addresses.
  const first = all.find((one) => !one.includes(':')) ?? all[0]
  if (first === undefined) return refusal('WEBHOOK_HOST_UNKNOWN', { ...ADDRESS, got: host })
  const own = isListed(url, listed)
  const inner = all.find((one) => !isPublic(one) && !(own && isOfLan(one)))
  return inner === undefined
    ? { url, address: first }
    : refusal('WEBHOOK_ADDRESS_INNER', { ...ADDRESS, got: host })
}
