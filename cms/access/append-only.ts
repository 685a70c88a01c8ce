import type { CollectionBeforeOperationHook, CollectionConfig } from 'payload'
import { refuse } from '../../src/errors/refusal.ts'
import type { Rows } from '../../src/review/access.ts'
import { accessOf } from './roles.ts'

const DOORS = {
  create: 'WORKFLOW_ONLY',
  update: 'APPEND_ONLY',
  delete: 'APPEND_ONLY',
  restoreVersion: 'APPEND_ONLY',
} as const

/**
 * CMS-1: refuses every writing operation of Payload itself, whoever calls and whatever access it overrides. The
 * workflow does not come through here: it appends with the database adapter, in its own transaction, and says so in
 * the audit. A field rule would not do: one of Payload's adapters let those be passed (CVE-2026-106100).
 */
export const refuseWrites: CollectionBeforeOperationHook = ({ operation }) => {
  const code = DOORS[operation as keyof typeof DOORS]
  if (code) refuse(code)
}

/** What every append-only collection shares. */
export const appendOnly = (rows: Rows) =>
  ({
    access: accessOf(rows),
    hooks: { beforeOperation: [refuseWrites] },
    disableDuplicate: true,
    lockDocuments: false,
    versions: false,
    trash: false,
  }) satisfies Partial<CollectionConfig>
