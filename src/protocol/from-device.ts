import { refusal, type Refusal } from '../errors/refusal.ts'
import { RECEIPT_STAGES } from '../model/receipt.ts'
import { decodeUnion, type Shapes } from './decode.ts'
import { deviceReport, key, nonce, screenId, sequence, signature } from './fields.ts'
import { OLDEST_PROTOCOL_VERSION, PROTOCOL_VERSION, type FromDevice } from './messages.ts'
import { finite, oneOf, optional, record, whole, type Read } from '../shape/shape.ts'

const as = <T extends string>(type: T) => oneOf([type] as const)

const asScreen = record({ type: as('hello'), protocol: whole(0), role: as('screen'), key })
const asViewer = record({ type: as('hello'), protocol: whole(0), role: as('viewer'), screen: screenId })

/** The version is judged before the rest: a hello of another version may have another shape (I16). */
const hello: Read<FromDevice | Refusal> = (value, field) => {
  const { protocol, role } = value as { protocol?: unknown; role?: unknown }
  const got = whole(0)(protocol, 'protocol')
  if (got < OLDEST_PROTOCOL_VERSION || got > PROTOCOL_VERSION) {
    return refusal('VERSION_UNSUPPORTED', { limit: `${OLDEST_PROTOCOL_VERSION}–${PROTOCOL_VERSION}`, got })
  }
  return role === 'viewer' ? asViewer(value, field) : asScreen(value, field)
}

const SHAPES: Shapes<FromDevice | Refusal> = {
  hello,
  prove: record({ type: as('prove'), signature, report: deviceReport }),
  check: record({ type: as('check'), sequence }),
  receipt: record({ type: as('receipt'), sequence, stage: oneOf(RECEIPT_STAGES), at: whole(0) }),
  clock: record({ type: as('clock'), sent: finite, random: optional(nonce) }),
  report: record({ type: as('report'), report: deviceReport }),
}

/** Any value from a device → a message, or MSG_INVALID with the field, or VERSION_UNSUPPORTED. Never throws. */
export const decodeFromDevice = (value: unknown): FromDevice | Refusal => decodeUnion(SHAPES, value)
