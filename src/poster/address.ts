import { CHECK_ALPHABET, CHECK_LENGTH, formatCode, parseCode } from './check-code.ts'

/** Where phones find the server. `lan`: only from inside the town's own network. */
export type PhoneOrigin = { readonly origin: string; readonly lan: boolean }

const ORIGIN = /^(https?):\/\/(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::(\d{1,5}))?\/?$/i
const IPV4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/

type Reach = 'none' | 'lan' | 'open'

const reachOfIpv4 = (a: number, b: number): Reach => {
  // Loopback, "this host", link-local, multicast and beyond: no phone gets there.
  if (a === 127 || a === 0 || (a === 169 && b === 254) || a >= 224) return 'none'
  const shared = a === 100 && b >= 64 && b < 128
  return a === 10 || (a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168) || shared ? 'lan' : 'open'
}

const reachOfIpv6 = (host: string): Reach => {
  // Loopback, unspecified, mapped IPv4 (written as IPv4 by whoever means it), link-local.
  if (/^::|^fe[89ab]|^ff/i.test(host)) return 'none'
  return /^f[cd]/i.test(host) ? 'lan' : 'open'
}

/** Browsers read a name that ends in a number as an IPv4 address, `127.1` as this machine; and some are no names. */
const NO_NAME = /(?:^|\.)(?:\d+|0x[0-9a-f]*)\.?$|^[.-]|\.\./

/** Names without a dot and `.local` are answered inside one network segment by some phones only: not to be printed. */
const reachOfName = (name: string): Reach =>
  !name.includes('.') ||
  NO_NAME.test(name) ||
  /(?:^|\.)(?:localhost|local|internal|test|invalid|example|home\.arpa)\.?$/.test(name)
    ? 'none'
    : 'open'

const reachOf = (host: string): Reach => {
  const [, a, b, c, d] = IPV4.exec(host) ?? []
  if (a === undefined) return host.startsWith('[') ? reachOfIpv6(host.slice(1, -1)) : reachOfName(host)
  return [a, b, c, d].every((part) => Number(part) <= 255) ? reachOfIpv4(Number(a), Number(b)) : 'none'
}

/** The part of PUBLIC_URL that can go into a QR code (PRT-2); null when phones cannot open it or it is no address. */
export const phoneOrigin = (publicUrl: string | null): PhoneOrigin | null => {
  const [, scheme, host, port] = ORIGIN.exec(publicUrl ?? '') ?? []
  if (!scheme || !host) return null
  const reach = reachOf(host.toLowerCase())
  if (reach === 'none') return null
  const origin = `${scheme}://${host}${port === undefined ? '' : `:${port}`}`.toLowerCase()
  return { origin, lan: reach === 'lan' }
}

/** The page of one sheet, as the QR code and the words beside it say it. */
export const addressOf = ({ origin }: PhoneOrigin, code: string): string => `${origin}/v/${formatCode(code)}`

/** Whether what a QR code says leads to a page of this town for one sheet and nowhere else (PRT-2). */
export const allowedAddress = (words: string, publicUrl: string | null): boolean => {
  const phone = phoneOrigin(publicUrl)
  const start = `${phone?.origin}/v/`
  if (!phone || !words.startsWith(start)) return false
  const rest = words.slice(start.length)
  const exact = rest.length === CHECK_LENGTH + 1 && [...rest].every((c) => `${CHECK_ALPHABET}-`.includes(c))
  return exact && formatCode(parseCode(rest) ?? '') === rest
}
