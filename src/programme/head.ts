import type { Refusal } from '../errors/refusal.ts'
import type { Head } from '../model/programme.ts'
import { utf8Length } from './bytes.ts'
import { canonicalJson } from './canonical.ts'
import { exact, filled, list, whole } from '../shape/shape.ts'
import { sha256 } from './page-check.ts'
import { groupKey } from './parse.ts'
import { malformed, orRefusal } from './refused.ts'

/** A head must fit a row, a message and a slow link (PRG-6). */
export const HEAD_LIMIT_BYTES = 1024
export const REVOKED_LIMIT = 16

const headCheck = exact<Head>({
  town: filled,
  group: groupKey,
  sequence: whole(1),
  programme: sha256,
  activateAt: whole(),
  leaseUntil: whole(),
  revoked: list(filled, 0, REVOKED_LIMIT),
})

const canonicalHead = (head: Head): string =>
  canonicalJson({
    activateAt: head.activateAt,
    group: head.group,
    leaseUntil: head.leaseUntil,
    programme: head.programme,
    revoked: head.revoked,
    sequence: head.sequence,
    town: head.town,
  })

export const headFits = (head: Head): boolean => utf8Length(canonicalHead(head)) <= HEAD_LIMIT_BYTES

/** The bytes that are signed under `HEAD_DOMAIN`. Throws RangeError over 1 KB. */
export const headBody = (head: Head): string => {
  const body = canonicalHead(head)
  if (utf8Length(body) > HEAD_LIMIT_BYTES) throw new RangeError(`A head is ${HEAD_LIMIT_BYTES} bytes at most`)
  return body
}

/** Reads a head strictly: only the canonical bytes of a head of at most 1 KB pass (else HEAD_INVALID). */
export const parseHead = (body: string): Head | Refusal =>
  orRefusal('HEAD_INVALID', () => {
    if (utf8Length(body) > HEAD_LIMIT_BYTES) malformed('', `at most ${HEAD_LIMIT_BYTES} bytes wanted`)
    const value: unknown = JSON.parse(body)
    headCheck(value, '')
    const head = value as Head
    if (head.leaseUntil <= head.activateAt) malformed('leaseUntil', 'an end after the start wanted')
    if (canonicalHead(head) !== body) malformed('', 'canonical bytes wanted')
    return head
  })
