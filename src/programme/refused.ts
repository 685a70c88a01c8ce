import { DEVICE_ERRORS } from '../errors/device.ts'
import type { Refusal } from '../errors/refusal.ts'
import { Misfit, misfit } from '../shape/shape.ts'

type Code = 'PROGRAMME_INVALID' | 'HEAD_INVALID'

/** Built from the device list alone: the player carries this room, and need not carry every text of the product. */
const refused = (code: Code, field: string, got: string): Refusal => ({
  code,
  message_zh: DEVICE_ERRORS[code].zh.replace('{got}', got),
  message_en: DEVICE_ERRORS[code].en.replace('{got}', got),
  ...(field ? { field } : {}),
  got,
})

/** What no shape can say. */
export const malformed = (path: string, sentence: string): never => misfit(path, undefined, 'that', sentence)

const wantedBy = ({ kind, bounds }: Misfit): unknown => {
  if (kind === 'one') return `one of ${bounds.join(', ')}`
  if (kind === 'list') return `list of ${bounds.join(' to ')}`
  return kind === 'like' ? bounds[0] : kind
}

/** `loops[0]: list of 1 to 1000000 wanted`. */
const sentenceOf = (fault: Misfit): string => {
  const { path, value, kind, bounds } = fault
  const whole =
    kind === 'that' ? bounds[0] : kind === 'unknown member' ? kind : value === undefined && 'missing'
  return `${path || 'value'}: ${whole || `${wantedBy(fault)} wanted`}`
}

/** Runs `decode`; what it finds malformed, what is no JSON, or has no canonical spelling, becomes a refusal with the path as `field`. */
export const orRefusal = <T>(code: Code, decode: () => T): T | Refusal => {
  try {
    return decode()
  } catch (fault) {
    if (fault instanceof Misfit) return refused(code, fault.path, sentenceOf(fault).slice(0, 200))
    if (fault instanceof SyntaxError) return refused(code, '', 'not JSON')
    // Half a character, of which no spelling is canonical (PRG-1).
    if (fault instanceof TypeError) return refused(code, '', 'no canonical JSON')
    throw fault
  }
}
