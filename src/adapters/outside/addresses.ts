/** Which addresses of the internet protocol a notice may go to (NTC-5). */
import { isIP } from 'node:net'
import ipaddr, { type IPv4, type IPv6 } from 'ipaddr.js'

/**
 * Public by their range, and yet answered by the machine's own host: the wire server of one cloud. The metadata of the
 * others lies in ranges that are refused anyway (link-local, carrier-grade, unique local, reserved).
 */
const HOSTS_OWN: ReadonlySet<string> = new Set(['168.63.129.16'])

/** The library reads `127.1` and `0x7f.1` too; here only what a resolver or a parsed address says is one. */
const addressIn = (text: string): IPv4 | IPv6 | null => (isIP(text) ? ipaddr.parse(text) : null)

/** 2000::/3 is all that is given out for the internet; what maps, wraps or translates IPv4 lies outside of it or is named. */
const isGlobal6 = (address: IPv6): boolean => {
  const [first = 0] = address.parts
  return first >= 0x2000 && first <= 0x3ffe
}

/** Whether it is an address of the public internet. What cannot be read is none. */
export const isPublic = (text: string): boolean => {
  const address = addressIn(text)
  if (!address || address.range() !== 'unicast') return false
  return address.kind() === 'ipv6' ? isGlobal6(address as IPv6) : !HOSTS_OWN.has(address.toString())
}

const OF_A_LAN: ReadonlySet<string> = new Set(['private', 'loopback', 'uniqueLocal'])

/** Whether the operator's own list may lead there: a town's network or this machine, never a cloud's metadata. */
export const isOfLan = (text: string): boolean => {
  const address = addressIn(text)
  if (!address) return false
  const isMetadata = address.kind() === 'ipv6' && (address as IPv6).match(METADATA_6)
  return OF_A_LAN.has(address.range()) && !isMetadata
}

/** fd00:ec2::254 of one cloud, and what else it keeps there. */
const METADATA_6 = [ipaddr.parse('fd00:ec2::'), 32] as [IPv6, number]

/** Whether the host of an address is itself one, so that no name stands between. */
export const isLiteral = (host: string): boolean => addressIn(host) !== null
