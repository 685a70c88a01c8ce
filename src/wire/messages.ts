/**
 * What is said on a line of wire 2. Shapes stand for types, so that there is one list of members. Members that one end does
 * not know are dropped (I16), but for what a signature covers by its members: there one more is refused (PRG-3).
 */
import { RECEIPT_STAGES, type ReceiptStage } from '../model/receipt.ts'
import {
  exact,
  list,
  oneOf,
  optional,
  orNull,
  record,
  text,
  truth,
  within,
  type Read,
} from '../shape/shape.ts'
import {
  bytes,
  code,
  exactlySigned,
  generation,
  instant,
  key,
  name,
  pairingCode,
  pixels,
  plain,
  reading,
  screenId,
  sequence,
  counted,
  sha256,
  signature,
  signed,
  sixteen,
  small,
} from './fields.ts'
import { ASSIGNMENT, HEAD_2, ROTATION, WITHDRAWING, withdrawals } from './papers.ts'

export const WIRE_VERSION = 2

const as = <T extends string>(type: T) => oneOf([type] as const)
const versions = list(within(1, 99, 'whole number'), 1, 4)
const draws = within(0, 999, 'whole number')

/** What a device holds, and the code of the last line it refused. Both ends sign it, so nothing is dropped from it. */
export type Knows = {
  readonly fault: string | null
  readonly k: number
  readonly learned: 'code' | 'wire'
  readonly recovery: string
}
const knows = exact<Knows>({
  fault: orNull(code),
  k: generation,
  learned: oneOf(['code', 'wire'] as const),
  recovery: sixteen,
})

/** `own`: the signature of the record's own key, where that key was a town's before there were records. */
const rotation = record({ body: text(ROTATION.limit, /^[ -~]*$/), signature, own: optional(signature) })
const head = signed(HEAD_2.limit)
const assignment = signed(ASSIGNMENT.limit)
const withdrawn = record({ bytes, root: sha256 })

/** Of the device: what it runs in, for the desk. */
const box = record({
  browser: plain(256),
  canvas: record({ height: pixels, width: pixels }),
  window: record({ height: pixels, width: pixels }),
})

const protocol = within(0, 999, 'whole number')
const asScreen = record({
  type: as('hello'),
  protocol,
  versions,
  role: as('screen'),
  key,
  nonce: sixteen,
  ephemeral: key,
  /** null where nothing is pinned. */
  knows: orNull(knows),
  draws,
})
const asViewer = record({ type: as('hello'), protocol, versions, role: as('viewer'), screen: screenId })
type Hello = ReturnType<typeof asScreen> | ReturnType<typeof asViewer>

const hello: Read<Hello> = (value, path) =>
  (value as { readonly role?: unknown }).role === 'viewer' ? asViewer(value, path) : asScreen(value, path)

const stages: Read<Readonly<Partial<Record<ReceiptStage, number>>>> = record({
  notified: optional(instant),
  fetched: optional(instant),
  verified: optional(instant),
  ready: optional(instant),
  showing: optional(instant),
} satisfies Record<ReceiptStage, unknown>)
/** A receipt that tells no stage tells nothing. */
const someStages: typeof stages = (value, path) => {
  const told = stages(value, path)
  oneOf([true])(
    RECEIPT_STAGES.some((stage) => told[stage] !== undefined),
    path,
  )
  return told
}

const clockAsked = record({ type: as('clock'), sent: reading })
const check = record({ type: as('check'), sequence, root: sha256 })
const refused = record({ type: as('refused'), code })
const welcome = record({
  type: as('welcome'),
  screen: record({ id: screenId, name: name(60), width: pixels, height: pixels }),
  town: name(40),
  assignment,
  head,
  highest: sequence,
  withdrawn,
})
const assigned = record({ type: as('assigned'), assignment, head })
const clockTold = record({ type: as('clock'), sent: reading, now: instant })
const roomHead = record({ type: as('head'), head })

/** Said by a device to nobody in particular; a viewer, which has no key, says the last two so. */
export const DEVICE_OPEN = { hello, check, clock: clockAsked }

/** Under the keys of the line. */
export const DEVICE_SEALED = {
  prove: record({ type: as('prove'), signature, box, pair: truth }),
  clock: clockAsked,
  check,
  claim: record({ type: as('claim'), head }),
  receipt: record({ type: as('receipt'), sequence: counted, stages: someStages }),
  report: record({
    type: as('report'),
    /** null where no head is held. */
    programme: orNull(sha256),
    sequence,
    /** Of the clock, in milliseconds; null where no answer has set it. */
    error: orNull(small),
    root: sha256,
    k: generation,
    /** A fault, told at once. */
    fault: optional(code),
  }),
  /** `words`: one signed head that named some of them, where it still has it. `more`: ask again after the last. */
  surplus: record({
    type: as('surplus'),
    entries: withdrawals(40),
    words: list(signed(HEAD_2.limit), 0, 1),
    more: truth,
  }),
  farewell: record({ type: as('farewell') }),
}

const patchOf: Read<readonly [string, string, readonly unknown[]]> = (value, path) => {
  const [base, made, changes] = list<unknown>((entry) => entry, 3, 3)(value, path)
  sha256(base, `${path}[0]`)
  sha256(made, `${path}[1]`)
  list<unknown>((change, at) => list<unknown>((entry) => entry, 3, 3)(change, at))(changes, `${path}[2]`)
  return value as readonly [string, string, readonly unknown[]]
}

const hint = exact<{
  readonly type: 'hint'
  readonly bytes: number
  readonly group: string
  readonly programme: string
  readonly sequence: number
  readonly signature: string
  readonly within: number
}>({
  type: as('hint'),
  bytes,
  group: sixteen,
  programme: sha256,
  sequence: counted,
  signature,
  within: within(0, 99_999, 'whole number'),
})

/** To a whole room, or before there are keys. The last three a viewer alone takes so. */
export const SERVER_OPEN = {
  challenge: record({
    type: as('challenge'),
    versions,
    nonce: sixteen,
    ephemeral: key,
    /** The latest, and record 1 before it to who knows none. */
    records: list(rotation, 1, 2),
    signature,
  }),
  refused,
  head: roomHead,
  hint,
  /** What it makes must have the name that a signed word gives it (src/programme). */
  patch: record({ type: as('patch'), changes: list(patchOf, 1, 64) }),
  withdrawn: exact<{ readonly type: 'withdrawn'; readonly withdrawn: ReturnType<typeof head> }>({
    type: as('withdrawn'),
    withdrawn: exactlySigned(WITHDRAWING.limit),
  }),
  welcome,
  assigned,
  clock: clockTold,
}

export const SERVER_SEALED = {
  code: record({ type: as('code'), code: pairingCode, expiresIn: small }),
  welcome,
  assigned,
  released: record({ type: as('released'), head }),
  head: roomHead,
  clock: clockTold,
  current: record({ type: as('current'), sequence, root: sha256, bytes }),
  /** What have you withdrawn, from behind this content on? */
  tell: record({ type: as('tell'), after: orNull(sixteen) }),
  refused,
}

type Of<Shapes extends Readonly<Record<string, Read<unknown>>>> = {
  [Type in keyof Shapes]: ReturnType<Shapes[Type]>
}[keyof Shapes]

export type DeviceOpen = Of<typeof DEVICE_OPEN>
export type DeviceSealed = Of<typeof DEVICE_SEALED>
export type ServerOpen = Of<typeof SERVER_OPEN>
export type ServerSealed = Of<typeof SERVER_SEALED>
export type Message = DeviceOpen | DeviceSealed | ServerOpen | ServerSealed

/** As many bytes as a message has at most, framed. */
export const FRAME_BYTES: Readonly<Record<Message['type'], number>> = {
  hello: 450,
  challenge: 1_200,
  prove: 1_200,
  code: 160,
  welcome: 3_000,
  assigned: 2_400,
  released: 1_600,
  head: 1_600,
  hint: 320,
  patch: 4_096,
  withdrawn: 4_096,
  clock: 120,
  check: 180,
  current: 200,
  claim: 1_600,
  receipt: 250,
  report: 600,
  tell: 120,
  surplus: 4_096,
  farewell: 80,
  refused: 100,
}
/** A longer frame closes the line. */
export const FRAME_MOST = 8_192
