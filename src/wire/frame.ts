import { utf8Length } from '../programme/bytes.ts'

/** The one event of a line. */
export const EVENT = 'm'

/** Engine.IO's and Socket.IO's own two digits, and the event with its arguments, as one frame of a websocket. */
const framed = (...said: readonly unknown[]): number => utf8Length(`42${JSON.stringify([EVENT, ...said])}`)

/** Bytes on the wire of a message that is said to nobody in particular, and of one from end to end with its HMAC. */
export const openBytes = (message: object): number => framed(message)
export const sealedBytes = (message: object): number => framed(JSON.stringify(message), 'A'.repeat(22))

/** What came with the event, by its arguments: nothing else is a message. */
export type Said =
  | { readonly type: 'open'; readonly value: object }
  | { readonly type: 'sealed'; readonly text: string; readonly mac: string }

export const saidBy = (args: readonly unknown[]): Said | null => {
  const [first, second] = args
  if (args.length === 1 && typeof first === 'object' && first !== null) return { type: 'open', value: first }
  return args.length === 2 && typeof first === 'string' && typeof second === 'string'
    ? { type: 'sealed', text: first, mac: second }
    : null
}
