import { refusal, type Refusal } from '../errors/refusal.ts'
import { Misfit, type Read } from '../shape/shape.ts'

export type Shapes<T> = Readonly<Record<string, Read<T>>>

const own = (shapes: object, name: unknown): boolean =>
  typeof name === 'string' && Object.prototype.hasOwnProperty.call(shapes, name)

const invalid = (field: string): Refusal => refusal('MSG_INVALID', { field, got: field })

/**
 * Reads one member of a union told apart by `type`. Never throws, whatever the value; depth is that of the shape,
 * so a deeply nested value costs nothing (I14).
 */
export const decodeUnion = <T>(shapes: Shapes<T>, value: unknown): T | Refusal => {
  try {
    if (typeof value !== 'object' || value === null) return invalid('message')
    const { type } = value as { type?: unknown }
    if (!own(shapes, type)) return invalid('type')
    return shapes[type as string]!(value, '')
  } catch (fault) {
    return invalid(fault instanceof Misfit ? fault.path : 'message')
  }
}
