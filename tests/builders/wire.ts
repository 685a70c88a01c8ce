import { createHash } from 'node:crypto'
import type { ScreenId, Sha256 } from '../../src/model/ids.ts'
import { toBase64Url } from '../../src/protocol/base64url.ts'
import type { Message } from '../../src/wire/messages.ts'
import {
  ASSIGNMENT,
  HEAD_2,
  ROTATION,
  SUCCESSION,
  WITHDRAWING,
  WITHDRAWING_MOST,
  WITHDRAWN,
  type Assignment,
  type Head2,
  type Rotation,
  type Succession,
  type Withdrawal,
  type Withdrawing,
  type WithdrawnSet,
} from '../../src/wire/papers.ts'

export const NOW = 1_795_000_000_000
const LONGEST = 9_999_999_999_999

const bytesOf = (seed: string | number, length: number): Uint8Array =>
  new Uint8Array(createHash('sha512').update(String(seed)).digest().subarray(0, length))
export const keyOf = (seed: string | number): string => toBase64Url(bytesOf(seed, 32))
export const signatureOf = (seed: string | number): string => toBase64Url(bytesOf(seed, 64))
export const sixteenOf = (seed: string | number): string => toBase64Url(bytesOf(seed, 16))
export const shaOf = (seed: string | number): Sha256 =>
  createHash('sha256').update(String(seed)).digest('hex') as Sha256

export const buildRotation = (more: Partial<Rotation> = {}): Rotation => ({
  k: 1,
  key: keyOf('S1'),
  recovery: keyOf('R'),
  since: NOW,
  ...more,
})

export const buildHead2 = (more: Partial<Head2> = {}): Head2 => ({
  k: 1,
  sequence: 7,
  signer: sixteenOf('process'),
  index: 3,
  prev: shaOf('before'),
  group: sixteenOf('group'),
  audience: shaOf('audience'),
  programme: shaOf('programme'),
  bytes: 24_000,
  activateAt: NOW,
  leaseUntil: NOW + 30 * 86_400_000,
  cause: 'changed',
  withdrawn: { bytes: 200, count: 0, newest: [], root: shaOf('root') },
  ...more,
})

export const buildAssignment = (more: Partial<Assignment> = {}): Assignment => ({
  device: keyOf('D'),
  group: sixteenOf('group'),
  k: 1,
  screen: 'b1b2c3d4-0000-4000-8000-000000000001' as ScreenId,
  sequence: 1,
  since: NOW,
  ...more,
})

/** So many, each of another content, sorted as a set has them. */
export const withdrawalsOf = (count: number, issuedAt = NOW, edition = 1): readonly Withdrawal[] =>
  Array.from({ length: count }, (_, i) => [sixteenOf(`content ${i}`), edition, issuedAt] as const).toSorted(
    (a, b) => (a[0] < b[0] ? -1 : 1),
  )

export const buildSet = (more: Partial<WithdrawnSet> = {}): WithdrawnSet => ({
  entries: withdrawalsOf(3),
  floor: 0,
  k: 1,
  ...more,
})

export const buildWithdrawing = (more: Partial<Withdrawing> = {}): Withdrawing => ({
  ...buildSet(),
  root: shaOf('root'),
  sequence: 8,
  ...more,
})

export const buildSuccession = (more: Partial<Succession> = {}): Succession => ({
  highest: 12,
  k: 1,
  of: shaOf('head 12'),
  root: shaOf('root'),
  ...more,
})

/** Every kind of paper with a value that it holds. */
export const PAPERS = [
  ['rotation', ROTATION, buildRotation()],
  ['head', HEAD_2, buildHead2()],
  ['assignment', ASSIGNMENT, buildAssignment()],
  ['withdrawn set', WITHDRAWN, buildSet()],
  ['withdrawing', WITHDRAWING, buildWithdrawing()],
  ['succession', SUCCESSION, buildSuccession()],
] as const

/** The longest of each kind: numbers of thirteen digits, as many entries as are taken. */
export const LONG_HEAD: Head2 = buildHead2({
  k: 2_147_483_647,
  sequence: LONGEST,
  index: LONGEST,
  bytes: 99_999_999,
  activateAt: LONGEST - 1,
  leaseUntil: LONGEST,
  cause: 'emergency-ended',
  withdrawn: { bytes: 99_999_999, count: 4_096, newest: [], root: shaOf('root') },
})

const longSigned = (body: string) => ({ body, signature: signatureOf('S') })
/** Quotation marks take most room inside a text inside a frame, so the body is real, and filled up with what is not. */
const filled = (body: string, limit: number) => longSigned(body + '~'.repeat(limit - body.length))

const longHead = filled(
  HEAD_2.write({
    ...LONG_HEAD,
    withdrawn: { ...LONG_HEAD.withdrawn, newest: withdrawalsOf(6, LONGEST, 999_999) },
  }),
  HEAD_2.limit,
)
const longAssignment = filled(
  ASSIGNMENT.write(
    buildAssignment({
      k: 2_147_483_647,
      screen: 's'.repeat(64) as ScreenId,
      sequence: LONGEST,
      since: LONGEST,
    }),
  ),
  ASSIGNMENT.limit,
)
const longRotation = filled(
  ROTATION.write(buildRotation({ k: 2_147_483_647, since: LONGEST })),
  ROTATION.limit,
).body
const longWithdrawing = filled(
  WITHDRAWING.write(
    buildWithdrawing({
      entries: withdrawalsOf(WITHDRAWING_MOST, LONGEST, 999_999),
      floor: LONGEST,
      k: 2_147_483_647,
      sequence: LONGEST,
    }),
  ),
  WITHDRAWING.limit,
)
const longBox = {
  browser: 'x'.repeat(256),
  canvas: { height: 99_999, width: 99_999 },
  window: { height: 99_999, width: 99_999 },
}
/** A reading that prints as long as any does. */
const LONG_READING = 0.000_001_234_567_890_123_456_7
const LONG_CODE = 'X'.repeat(24)
/** The quotation mark takes four bytes a character there, as does half a character beyond the first plane. */
const longName = (most: number): string => '"'.repeat(most)

/** The longest of every message; `sealed` where it goes from end to end. */
export const LONGEST_MESSAGES: readonly { readonly sealed: boolean; readonly message: Message }[] = [
  {
    sealed: false,
    message: {
      type: 'hello',
      protocol: 999,
      versions: [99, 99, 99, 99],
      role: 'screen',
      key: keyOf('D'),
      nonce: sixteenOf('nonce'),
      ephemeral: keyOf('e'),
      knows: { fault: LONG_CODE, k: 2_147_483_647, learned: 'code', recovery: sixteenOf('R') },
      draws: 999,
    },
  },
  {
    sealed: false,
    message: {
      type: 'hello',
      protocol: 999,
      versions: [99, 99, 99, 99],
      role: 'viewer',
      screen: 's'.repeat(64) as ScreenId,
    },
  },
  {
    sealed: false,
    message: {
      type: 'challenge',
      versions: [99, 99, 99, 99],
      nonce: sixteenOf('nonce'),
      ephemeral: keyOf('e'),
      records: [
        { body: longRotation, signature: signatureOf('R'), own: signatureOf('S1') },
        { body: longRotation, signature: signatureOf('R') },
      ],
      signature: signatureOf('S'),
    },
  },
  { sealed: true, message: { type: 'prove', signature: signatureOf('D'), box: longBox, pair: false } },
  { sealed: true, message: { type: 'code', code: 'BCDF-GHJK', expiresIn: 9_999_999 } },
  {
    sealed: true,
    message: {
      type: 'welcome',
      screen: { id: 's'.repeat(64) as ScreenId, name: longName(60), width: 99_999, height: 99_999 },
      town: longName(40),
      assignment: longAssignment,
      head: longHead,
      highest: LONGEST,
      withdrawn: { bytes: 99_999_999, root: shaOf('root') },
    },
  },
  { sealed: true, message: { type: 'assigned', assignment: longAssignment, head: longHead } },
  { sealed: true, message: { type: 'released', head: longHead } },
  { sealed: false, message: { type: 'head', head: longHead } },
  { sealed: true, message: { type: 'head', head: longHead } },
  {
    sealed: false,
    message: {
      type: 'hint',
      bytes: 99_999_999,
      group: sixteenOf('group'),
      programme: shaOf('programme'),
      sequence: LONGEST,
      signature: signatureOf('S'),
      within: 99_999,
    },
  },
  { sealed: false, message: { type: 'withdrawn', withdrawn: longWithdrawing } },
  { sealed: true, message: { type: 'clock', sent: LONG_READING } },
  { sealed: true, message: { type: 'clock', sent: LONG_READING, now: LONGEST } },
  { sealed: true, message: { type: 'check', sequence: LONGEST, root: shaOf('root') } },
  { sealed: true, message: { type: 'current', sequence: LONGEST, root: shaOf('root'), bytes: 99_999_999 } },
  { sealed: true, message: { type: 'claim', head: longHead } },
  {
    sealed: true,
    message: {
      type: 'receipt',
      sequence: LONGEST,
      stages: { notified: LONGEST, fetched: LONGEST, verified: LONGEST, ready: LONGEST, showing: LONGEST },
    },
  },
  {
    sealed: true,
    message: {
      type: 'report',
      programme: shaOf('programme'),
      sequence: LONGEST,
      error: 9_999_999,
      root: shaOf('root'),
      k: 2_147_483_647,
      fault: LONG_CODE,
    },
  },
  { sealed: true, message: { type: 'tell', after: sixteenOf('content') } },
  {
    sealed: true,
    message: {
      type: 'surplus',
      entries: withdrawalsOf(40, LONGEST, 999_999),
      words: [longHead],
      more: false,
    },
  },
  { sealed: true, message: { type: 'farewell' } },
  { sealed: true, message: { type: 'refused', code: LONG_CODE } },
]
