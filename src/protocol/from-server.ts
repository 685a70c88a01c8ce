import type { Refusal } from '../errors/refusal.ts'
import { decodeUnion, type Shapes } from './decode.ts'
import {
  nonce,
  pairingCode,
  refusalShape,
  screenId,
  sequence,
  sha256,
  signature,
  town,
  words,
} from './fields.ts'
import type { FromServer } from './messages.ts'
import { finite, oneOf, optional, record, text, whole, type Read } from '../shape/shape.ts'

const as = <T extends string>(type: T) => oneOf([type] as const)

/** Heads are 1 KB by design; the limit only bounds what a broken peer can make us keep. */
const head = record({ body: text(16384), signature })
const screen = record({ id: screenId, name: words, width: whole(1), height: whole(1) })

const SHAPES: Shapes<FromServer> = {
  challenge: record({ type: as('challenge'), nonce }),
  pairing: record({
    type: as('pairing'),
    code: pairingCode,
    fingerprint: text(32, /^[0-9A-F ]+$/),
    expiresAt: whole(0),
    town: optional(town),
  }),
  welcome: record({ type: as('welcome'), screen, town, now: whole(0) }),
  head: record({ type: as('head'), head }),
  hint: record({ type: as('hint'), sequence, programme: sha256 }),
  clock: record({ type: as('clock'), sent: finite, now: whole(0), signature: optional(signature) }),
  refused: record({ type: as('refused'), refusal: refusalShape }) as unknown as Read<FromServer>,
}

/** Any value from the server → a message or MSG_INVALID with the field. Never throws. */
export const decodeFromServer = (value: unknown): FromServer | Refusal => decodeUnion(SHAPES, value)
