import type {
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  CollectionBeforeValidateHook,
} from 'payload'
import { refuse } from '../../../src/errors/refusal.ts'
import { foldedSignIn, isSignInName, SIGN_IN_NAME_MOST } from '../../../src/model/sign-in-name.ts'
import { mayAllRows } from '../../access/roles.ts'

/** Fields of a person that only an administrator may change. */
const OFFICE_FIELDS = ['name', 'roles', 'unit', 'username', 'email', 'leftTown'] as const

const same = (a: unknown, b: unknown): boolean => {
  const plain = (value: unknown) =>
    Array.isArray(value)
      ? JSON.stringify([...value].sort())
      : typeof value === 'object' && value !== null && 'id' in value
        ? String(value.id)
        : String(value ?? '')
  return plain(a) === plain(b)
}

/** CMS-2: a hook, not a field rule, for those were passed on MongoDB (CVE-2026-106100). */
export const keepRoles: CollectionBeforeChangeHook = ({ data, originalDoc, operation, req }) => {
  if (operation !== 'update' || !req.user || mayAllRows(req.user, 'users', 'update')) return data
  for (const field of OFFICE_FIELDS) {
    const given = (data as Record<string, unknown>)[field]
    const stored = (originalDoc as Record<string, unknown> | undefined)?.[field]
    if (given !== undefined && !same(given, stored)) refuse('FIELD_NOT_WRITABLE', { field })
  }
  return data
}

/** A forgotten password is set anew by the administrator, in person (CVE-2026-34751). */
export const noMailOperations: CollectionBeforeOperationHook = ({ operation }) => {
  if (operation === 'forgotPassword' || operation === 'resetPassword') refuse('ROUTE_UNKNOWN')
}

/** PPL-1: folded before it is looked up, as it was before it was kept; a mail address that people of before have too. */
export const foldSignIn: CollectionBeforeOperationHook = ({ args, operation }) => {
  if (operation !== 'login' && operation !== 'unlock') return
  const data = args.data as Record<string, unknown>
  for (const field of ['username', 'email'])
    if (typeof data[field] === 'string') data[field] = foldedSignIn(data[field])
}

/** PPL-1: what is left empty is none, on either database: two people without an address are not two of the same. */
export const keepSignIn: CollectionBeforeValidateHook = ({ data }) => {
  if (!data) return data
  const row = data as Record<string, unknown>
  if (row['email'] === '') row['email'] = null
  if (typeof row['username'] !== 'string') return data
  const folded = foldedSignIn(row['username'])
  if (folded !== '' && !isSignInName(folded))
    refuse('SIGN_IN_NAME_INVALID', { field: 'username', limit: SIGN_IN_NAME_MOST })
  row['username'] = folded === '' ? null : folded
  return data
}
