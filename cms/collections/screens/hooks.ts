import type {
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeValidateHook,
} from 'payload'
import { refuse } from '../../../src/errors/refusal.ts'
import type { ScreenId } from '../../../src/model/ids.ts'
import { isCivilTime } from '../../../src/time/index.ts'
import { announce } from '../../base/announce.ts'
import { rowsOf } from '../../records/rows.ts'

const LINK_FIELDS = ['key', 'fingerprint', 'pairedAt', 'lastSeenAt', 'report'] as const
/** Fields that count lamps. */
const WHOLE = ['width', 'height'] as const

/** Half a lamp does not exist, and `7:00` would not compare with `21:30`. */
export const wholeProfile: CollectionBeforeValidateHook = ({ data }) => {
  const given = (data ?? {}) as Record<string, unknown>
  for (const field of WHOLE) {
    const value = given[field]
    if (value != null && !Number.isInteger(value)) refuse('FIELD_INVALID', { field, got: String(value) })
  }
  for (const field of ['hoursOpen', 'hoursClose']) {
    const value = given[field]
    if (value != null && (typeof value !== 'string' || !isCivilTime(value)))
      refuse('SCHEDULE_TIME_INVALID', { field, got: String(value) })
  }
  return data
}

/** CMS-3: the key of a screen comes from pairing alone; the form may send back what it was shown, nothing else. */
export const keepLink: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const given = data as Record<string, unknown>
  const stored = (originalDoc ?? {}) as Record<string, unknown>
  for (const field of LINK_FIELDS) {
    if (given[field] == null || given[field] === stored[field]) delete given[field]
    // The form shows when the screen was last seen; the screen may have been seen again since.
    else if (field === 'lastSeenAt' || field === 'report') delete given[field]
    else refuse('FIELD_NOT_WRITABLE', { field })
  }
  for (const field of LINK_FIELDS) if (stored[field] != null) given[field] = stored[field]
  return given
}

const DEVICES = Symbol('devices of deleted screens')
type Remembering = { [DEVICES]?: Map<string, string | null> }
const devicesOf = (req: { context: object }): Map<string, string | null> =>
  ((req.context as Remembering)[DEVICES] ??= new Map())

/** Reads the key of the device while the row is still there: hidden fields do not reach the hook that runs after. */
export const rememberDevice: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const where = { id: { equals: id } }
  const [row] = await rowsOf<{ key?: string | null }>(req.payload, 'screens', { where, limit: 1, req })
  devicesOf(req).set(String(id), row?.key ?? null)
}

/** A screen that is gone keeps no receipts, and its device is told to pair anew. */
export const forgetScreen: CollectionAfterDeleteHook = async ({ id, req }) => {
  await req.payload.db.deleteMany({ collection: 'receipts', where: { screen: { equals: id } }, req })
  const key = devicesOf(req).get(String(id)) ?? null
  await announce(req, { kind: 'unpaired', screen: String(id) as ScreenId, key })
}
