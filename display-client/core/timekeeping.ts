import type { Instant } from '../../src/model/ids.ts'
import { CLOCK_BURST, clockBody } from '../../src/protocol/clock-body.ts'
import { CLOCK_DOMAIN, signedText } from '../../src/signed/wire.ts'
import { disciplineClock, type Clock } from './clock.ts'
import type { PlayerState, Tools } from './state.ts'

/** `random`: where the answer is to come signed; good for one answer, then empty. */
type Question = { readonly sent: number; readonly random: string }
type Heard = { readonly sent: number; readonly received: number; readonly server: Instant }

/** The clock, and what was asked and heard since the town's last signature; readings are monotonic. */
export type Timekeeping = {
  readonly clock: Clock
  /** The nonce of this connection; empty before its challenge. */
  readonly nonce: string
  /** The latest questions: a reading that was changed on the way is not among them. */
  readonly asked: readonly Question[]
  readonly heard: readonly Heard[]
}

export type TimeAnswer = { readonly sent: number; readonly server: Instant; readonly signature?: string }

export const keepTime = (clock: Clock): Timekeeping => ({
  clock,
  nonce: '',
  asked: [],
  heard: [],
})

/** A new connection: nothing that was asked on another is answered on this one. */
export const challenged = (time: Timekeeping, nonce: string): Timekeeping => ({
  ...keepTime(time.clock),
  nonce,
})

/** A question goes out. `random`: where its answer is to come signed. */
export const asked = (time: Timekeeping, sent: number, random = ''): Timekeeping => ({
  ...time,
  asked: time.asked.concat({ sent, random }).slice(-2 * CLOCK_BURST),
})

const disciplined = (clock: Clock, heard: readonly Heard[]): Clock =>
  heard.reduce((now, { sent, received, server }) => disciplineClock(now, sent, received, server), clock)

/**
 * Takes an answer in. A screen believes nothing until the town's signature covers it: an unsigned word would make a panel
 * dark, revive what has ended or hold off the end of a lease (I4, I11). A viewer has no key and follows whom it looks at.
 */
export const hearTime = (
  time: Timekeeping,
  { sent, server, signature }: TimeAnswer,
  received: number,
  { identity, town }: Pick<PlayerState, 'identity' | 'town'>,
  { verify }: Pick<Tools, 'verify'>,
): Timekeeping => {
  const last: Heard = { sent, received, server }
  if (identity.role === 'viewer') return { ...time, clock: disciplined(time.clock, [last]) }
  const heard = time.heard.concat(last).slice(-CLOCK_BURST)
  if (signature === undefined) return { ...time, heard }
  const { clock, nonce } = time
  const question = time.asked.filter((one) => one.sent === sent)[0]
  const random = question ? question.random : ''
  const used = time.asked.map((one) => (one === question ? { sent, random: '' } : one))
  const over = { ...time, asked: used, heard: [] }
  const body = clockBody(
    nonce,
    random,
    heard.map((one) => [one.sent, one.server] as const),
  )
  const ours =
    random !== '' &&
    town !== null &&
    heard.every((one) => time.asked.some((question) => question.sent === one.sent)) &&
    verify(town.key, signedText(CLOCK_DOMAIN, body), signature)
  return ours ? { ...over, clock: disciplined(clock, heard) } : over
}
