import type { AfterErrorHook, CollectionAfterDeleteHook, CollectionBeforeChangeHook } from 'payload'
import { appendAudit } from '../../audit/append.ts'
import { CopiedPasskey } from '../../factors/prove.ts'
import { dropFactor, hasFactor } from '../../factors/rows.ts'
import { isAsked } from '../../factors/rule.ts'
import type { Session } from '../../factors/sessions.ts'
import { localRequest } from '../../records/transaction.ts'

type Row = { readonly roles?: readonly string[] | null; readonly sessions?: readonly Session[] | null }

const isGivenMore = (before: Row, after: Row): boolean => {
  const had = new Set(before.roles)
  return [...new Set(after.roles)].some((role) => !had.has(role))
}

/**
 * What the list tells of the factor is what is, whatever was sent. Whoever is given a role that the town asks a factor
 * of signs in anew (PPL-8).
 */
export const keepFactor: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  if (operation !== 'update') return { ...data, secondFactor: false }
  const before = originalDoc as Row & { readonly id: unknown }
  const after: Row = { ...before, ...(data as Row) }
  const kept = { ...data, secondFactor: await hasFactor(req, String(before.id)) }
  if (!isGivenMore(before, after) || !(await isAsked(req, after.roles ?? []))) return kept
  return { ...kept, sessions: (after.sessions ?? []).filter(({ factorAt }) => Boolean(factorAt)) }
}

/**
 * Told by a request of its own, in nobody's name: what was refused was rolled back, and with it whatever it had written
 * (PPL-16).
 */
export const noteCopied: AfterErrorHook = async ({ error, req: { payload } }) => {
  if (!(error instanceof CopiedPasskey)) return
  const { person, called } = error
  await appendAudit(await localRequest(payload), {
    action: 'factor.passkey-copied',
    subject: `users/${person}`,
    detail: called,
  })
}

export const dropWithPerson: CollectionAfterDeleteHook = ({ id, req }) => dropFactor(req, String(id))
