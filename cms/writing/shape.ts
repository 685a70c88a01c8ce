import type { Shape } from '../../src/text/mend.ts'

/** A field as the configuration has it, on the server or in the browser. */
type Written = {
  readonly type: string
  readonly admin?: {
    readonly custom?: Readonly<Record<string, unknown>>
    readonly hidden?: unknown
    readonly readOnly?: unknown
  }
}

/** How the words of a field are mended; undefined of a field that holds none. */
export const shapeOf = ({ type, admin = {} }: Written): Shape | undefined => {
  if (admin.hidden || admin.readOnly) return undefined
  if (type === 'textarea') return 'lines'
  if (type !== 'text') return undefined
  return admin.custom?.['halves'] === true ? 'halves' : 'line'
}
