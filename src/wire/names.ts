import type { Sha256 } from '../model/ids.ts'
import { toBase64Url } from '../protocol/base64url.ts'
import { hex, utf8 } from './octets.ts'
import type { Secrets } from './secrets.ts'

type Hash = Pick<Secrets, 'hash'>

/** The name of an object: the SHA-256 of its bytes. */
export const nameOf = (body: string, { hash }: Hash): Sha256 => hex(hash(utf8(body))) as Sha256

/** What stands for a longer thing where bytes are dear: the first 16 bytes of its SHA-256, base64url. */
export const shortName = (bytes: Uint8Array, { hash }: Hash): string => toBase64Url(hash(bytes).slice(0, 16))
