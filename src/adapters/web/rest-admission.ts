import type { IncomingMessage } from 'node:http'
import { executeAuthStrategies, getPayload, type Payload, type SanitizedConfig } from 'payload'
import { uploadDoors, type UploadDoor } from '../../../cms/access/upload-doors.ts'
import { refusal, type Refusal } from '../../errors/refusal.ts'
import { hasBody } from './rest-body.ts'

/** Enough for a sign-in and anything else a stranger may send; more is read only of somebody who is known. */
const STRANGER_LIMIT = 64 * 1024
const WORDS_LIMIT = 1024 * 1024
/** The 40 MB of a picture and its form around it. */
const UPLOAD_LIMIT = 42 * 1024 * 1024

export type Admission =
  { readonly limit: number; readonly refused?: undefined } | { readonly limit: 0; readonly refused: Refusal }

/**
 * Addresses where a request without a session makes sense, so that one that is too long is not answered by "sign in
 * first".
 */
const STRANGERS = /^\/api\/users\//
const NOT_SIGNED_IN: Admission = { limit: 0, refused: refusal('NOT_SIGNED_IN') }

const isLong = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > STRANGER_LIMIT

const askerOf = async (payload: Payload, headers: Headers) =>
  (await executeAuthStrategies({ payload, headers, canSetHeaders: false })).user

/**
 * How much of a body may be read, decided by its head alone: by the session before anything is read of it, and at a door
 * for files by the right to that door (ADP-6). What is short costs nobody anything and is answered by the door itself.
 */
export const admissionOf = (
  config: Promise<SanitizedConfig> | SanitizedConfig,
): ((req: IncomingMessage, path: string, headers: Headers) => Promise<Admission>) => {
  let doors: readonly UploadDoor[] | undefined
  return async (req, path, headers) => {
    if (!hasBody(req.method) || !isLong(req)) return { limit: STRANGER_LIMIT }
    const known = await config
    doors ??= uploadDoors(known)
    const user = await askerOf(await getPayload({ config: known }), headers)
    if (!user) return STRANGERS.test(path) ? { limit: STRANGER_LIMIT } : NOT_SIGNED_IN
    const door = headers.get('content-type')?.startsWith('multipart/')
      ? doors.find((one) => one.method === req.method && one.path.test(path))
      : undefined
    if (!door) return { limit: WORDS_LIMIT }
    return (await door.may(user)) ? { limit: UPLOAD_LIMIT } : { limit: 0, refused: refusal('NOT_ALLOWED') }
  }
}
