import type { CollectionAfterDeleteHook, CollectionBeforeChangeHook } from 'payload'
import { dropFactor, hasFactor } from '../../factors/rows.ts'
import { isAsked } from '../../factors/rule.ts'
import type { Session } from '../../factors/sessions.ts'

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

export const dropWithPerson: CollectionAfterDeleteHook = ({ id, req }) => dropFactor(req, String(id))
