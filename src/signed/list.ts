/**
 * Everything that is signed: by which key, under which domain. Nothing else in the house signs or asks whether a
 * signature holds (PRG-2).
 */
import { CLOCK_DOMAIN, HEAD_DOMAIN, PROOF_DOMAIN } from './wire.ts'

/** `heads` is pinned by screens and signs what goes to them; `records` signs rows; `device` is a screen's own. */
export type Signer = 'heads' | 'records' | 'device'

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
