/**
 * Everything that is signed: by which key, under which domain. Nothing else in the house signs or asks whether a
 * signature holds (PRG-2).
 */
import {
  ASSIGNMENT_DOMAIN,
  CLOCK_DOMAIN,
  DEVICE_HANDSHAKE_DOMAIN,
  HEAD_2_DOMAIN,
  HEAD_DOMAIN,
  HINT_DOMAIN,
  PROOF_DOMAIN,
  ROTATION_DOMAIN,
  SERVER_HANDSHAKE_DOMAIN,
  SUCCESSION_DOMAIN,
  WITHDRAWING_DOMAIN,
} from './wire.ts'

/**
 * `heads` is pinned by screens and signs what goes to them; `records` signs rows; `device` is a screen's own. On wire 2
 * screens pin `recovery`, which says by a rotation record which key is `heads`.
 */
export type Signer = 'heads' | 'records' | 'device' | 'recovery'

type Entry = { readonly by: Signer; readonly domain: string }
/** `before`: the domain of what the heads key signed while it was the only one. */
type RecordEntry = {
  readonly by: 'records'
  readonly domain: string
  readonly before: string
  /** What the signature covers, and nothing else of the row. */
  readonly fields: readonly string[]
  /** Members that came later: covered where a row has them, so that older rows keep their bytes (CNT-1). */
  readonly later: readonly string[]
}

const record = (name: string, ...fields: readonly string[]): RecordEntry => ({
  by: 'records',
  domain: `silver-shield/${name}/2`,
  before: `silver-shield/${name}/1`,
  fields,
  later: [],
})

export const WIRE = {
  head: { by: 'heads', domain: HEAD_DOMAIN },
  clock: { by: 'heads', domain: CLOCK_DOMAIN },
  proof: { by: 'device', domain: PROOF_DOMAIN },
  rotation: { by: 'recovery', domain: ROTATION_DOMAIN },
  head2: { by: 'heads', domain: HEAD_2_DOMAIN },
  succession: { by: 'heads', domain: SUCCESSION_DOMAIN },
  assignment: { by: 'heads', domain: ASSIGNMENT_DOMAIN },
  hint: { by: 'heads', domain: HINT_DOMAIN },
  withdrawing: { by: 'heads', domain: WITHDRAWING_DOMAIN },
  serverHandshake: { by: 'heads', domain: SERVER_HANDSHAKE_DOMAIN },
  deviceHandshake: { by: 'device', domain: DEVICE_HANDSHAKE_DOMAIN },
} as const satisfies Readonly<Record<string, Entry>>

export const RECORDS = {
  release: record('release', 'content', 'digest', 'releasedAt', 'submission'),
  approval: {
    ...record('approval', 'submission', 'content', 'decision', 'by', 'at', 'comment', 'digest'),
    later: ['confirmed', 'pins', 'to'],
  },
  derivation: record('derivation', 'submission', 'of', 'grid', 'digest'),
  hotline: record('hotline', 'number', 'label', 'prompt', 'scope', 'source', 'verifiedOn'),
  unit: record('unit', 'name', 'kind', 'fullName'),
  town: record('town', 'name'),
  webhook: record('webhook', 'name', 'kind', 'address', 'secret', 'events', 'active'),
  audit: record('audit', 'hash'),
  report: record('report', 'code', 'pdf', 'rows', 'count', 'head', 'headHash', 'at', 'asked', 'by', 'name'),
} as const satisfies Readonly<Record<string, RecordEntry>>

export type RecordKind = keyof typeof RECORDS
