import { refusal, type Refusal } from '../errors/refusal.ts'
import { Misfit, type Read } from '../shape/shape.ts'
import {
  DEVICE_OPEN,
  DEVICE_SEALED,
  SERVER_OPEN,
  SERVER_SEALED,
  WIRE_VERSION,
  type DeviceOpen,
  type DeviceSealed,
  type ServerOpen,
  type ServerSealed,
} from './messages.ts'

/** `null`: of a type this end does not know, which a newer peer may say (I16). */
export type Decoded<T> = T | Refusal | null

type Shapes = Readonly<Record<string, Read<unknown>>>

const invalid = (field: string): Refusal => refusal('MSG_INVALID', { field, got: field })

const fieldOf = (fault: unknown): string => {
  if (fault instanceof Misfit) return fault.path || 'message'
  throw fault
}

const decode = <T>(shapes: Shapes, value: unknown): Decoded<T> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return invalid('message')
  const { type } = value as { readonly type?: unknown }
  if (typeof type !== 'string') return invalid('type')
  if (!Object.prototype.hasOwnProperty.call(shapes, type)) return null
  try {
    return shapes[type]!(value, '') as T
  } catch (fault) {
    return invalid(fieldOf(fault))
  }
}

const parsed = <T>(shapes: Shapes, text: string): Decoded<T> => {
  try {
    return decode<T>(shapes, JSON.parse(text))
  } catch (fault) {
    if (fault instanceof SyntaxError) return invalid('message')
    throw fault
  }
}

/** A hello of another version may have another shape, so the version is judged before the rest (I16). */
const versionOf = (value: unknown): Refusal | null => {
  const { type, protocol } = (value ?? {}) as { readonly type?: unknown; readonly protocol?: unknown }
  if (type !== 'hello' || typeof protocol !== 'number' || protocol === WIRE_VERSION) return null
  return refusal('VERSION_UNSUPPORTED', { limit: WIRE_VERSION, got: protocol })
}

/** What a device says: any value → a message, `MSG_INVALID` with the member, or null. None of these throws. */
export const fromDevice = (value: unknown): Decoded<DeviceOpen> =>
  versionOf(value) ?? decode(DEVICE_OPEN, value)
/** The text of what the HMAC held for. */
export const sealedFromDevice = (text: string): Decoded<DeviceSealed> => parsed(DEVICE_SEALED, text)

export const fromServer = (value: unknown): Decoded<ServerOpen> => decode(SERVER_OPEN, value)
export const sealedFromServer = (text: string): Decoded<ServerSealed> => parsed(SERVER_SEALED, text)
