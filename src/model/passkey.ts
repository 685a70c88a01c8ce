/** Passkeys: the address they belong to, and how many a person has. */

/** Enough for every device somebody works at, and few enough to know each by its name. */
export const PASSKEYS_MOST = 10
export const PASSKEY_NAME_MOST = 40

/** How long what a passkey is asked to sign may be answered; browsers give people as long. */
export const CHALLENGE_MINUTES = 5

/**
 * Where passkeys of a town are made and count: `name` is what they are bound to. `origin` is null on the machine itself,
 * where every port is the same machine.
 */
export type PasskeyHome = { readonly name: string; readonly origin: string | null }

const ADDRESS = /^(https?):\/\/([a-z0-9.-]+)(?::\d{1,5})?\/?$/i
const LOCAL = 'localhost'
const LOCAL_ORIGIN = /^http:\/\/localhost(?::\d{1,5})?$/
/** Browsers read a name whose last part is a number as an IPv4 address, and give it no passkeys. */
const NUMBER_LAST = /(?:^|\.)(?:\d+|0x[0-9a-f]*)\.?$/

/**
 * By the address the town was given (PUBLIC_URL), never by what a request says of itself; null where browsers make none:
 * on a bare number, and without https. A town that was given none is served to its own machine.
 */
export const passkeyHome = (publicUrl: unknown): PasskeyHome | null => {
  if (publicUrl === '' || publicUrl === undefined) return { name: LOCAL, origin: null }
  const [, scheme = '', host = ''] = ADDRESS.exec(String(publicUrl)) ?? []
  const name = host.toLowerCase()
  const isSecure = scheme.toLowerCase() === 'https' || name === LOCAL
  if (name === '' || !isSecure || NUMBER_LAST.test(name)) return null
  // Browsers name no port that is the scheme's own.
  const origin = String(publicUrl).toLowerCase().replace(/\/$/, '')
  return { name, origin: origin.replace(/^(https:.*):443$|^(http:.*):80$/, '$1$2') }
}

/** Whether a page at `origin` is at home. */
export const isAtHome = (home: PasskeyHome, origin: string): boolean =>
  home.origin === null ? LOCAL_ORIGIN.test(origin) : origin === home.origin
