/**
 * What a passkey is asked to sign. The server keeps nothing of it until it is answered: it says itself until when it
 * counts, and is sealed to the person and to what it is for. Asking writes no row, so whoever asks often disturbs nobody.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Payload } from 'payload'
import { CHALLENGE_MINUTES } from '../../src/model/passkey.ts'
import { macOf } from './seal.ts'

const NONCE = 16
const UNTIL = 6
const MAC = 32
const LIFE = CHALLENGE_MINUTES * 60_000

/** `to`: the person and what it is for, whatever changed that makes another of it. */
const macFor = (payload: Payload, to: string, head: Buffer): Buffer =>
  macOf(payload, 'challenge', `${to} ${head.toString('base64url')}`)

export const newChallenge = (payload: Payload, to: string, now: number): Buffer => {
  const until = Buffer.alloc(UNTIL)
  until.writeUIntBE(now + LIFE, 0, UNTIL)
  const head = Buffer.concat([randomBytes(NONCE), until])
  return Buffer.concat([head, macFor(payload, to, head)])
}

/** One that was answered, kept until it would not count any more. */
export type Spent = { readonly nonce: string; readonly until: number }

/** Null where it was never asked, was asked of another or for something else, or is over. */
export const readChallenge = (payload: Payload, to: string, given: string, now: number): Spent | null => {
  const bytes = Buffer.from(given, 'base64url')
  if (bytes.length !== NONCE + UNTIL + MAC) return null
  const head = bytes.subarray(0, NONCE + UNTIL)
  if (!timingSafeEqual(bytes.subarray(NONCE + UNTIL), macFor(payload, to, head))) return null
  const until = head.readUIntBE(NONCE, UNTIL)
  // Asked at an instant that is still to come: the clock was set back.
  if (now > until || until - now > LIFE) return null
  return { nonce: head.subarray(0, NONCE).toString('base64url'), until }
}
