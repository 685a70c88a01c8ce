import { DEVICE_ERRORS } from '../errors/device.ts'
import type { Refusal } from '../errors/refusal.ts'
import { Malformed } from './check.ts'

type Code = 'PROGRAMME_INVALID' | 'HEAD_INVALID'

/** Built from the device list alone: the player carries this room, and need not carry every text of the product. */
const refused = (code: Code, field: string, got: string): Refusal => ({
  code,
  message_zh: DEVICE_ERRORS[code].zh.replace('{got}', got),
  message_en: DEVICE_ERRORS[code].en.replace('{got}', got),
  ...(field ? { field } : {}),
  got,
})

/** Runs `decode`; what it finds malformed, or what is no JSON, becomes a refusal with the path as `field`. */
export const orRefusal = <T>(code: Code, decode: () => T): T | Refusal => {
  try {
    return decode()
  } catch (fault) {
    if (fault instanceof Malformed) return refused(code, fault.path, fault.message.slice(0, 200))
    if (fault instanceof SyntaxError) return refused(code, '', 'not JSON')
    throw fault
  }
}

/** Tells what a parser answered apart. */
export const isRefusal = (value: object): value is Refusal => 'code' in value && 'message_zh' in value
