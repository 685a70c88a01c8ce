/** An error as a log may hold it: what went wrong and where, never what the rows and questions said. */
export type Loggable = {
  readonly type: string
  readonly code?: string
  readonly message: string
  /** Frames alone, one a line. */
  readonly stack: string
  readonly cause?: Loggable
}

type Raised = {
  readonly name?: unknown
  readonly code?: unknown
  readonly message?: unknown
  readonly stack?: unknown
  readonly cause?: unknown
}

/** Deeper than this is a circle. */
const DEEPEST = 4

/** A statement with its values behind it (Drizzle), some of them inside as literals (Payload's JSON questions). */
const STATEMENT = /^Failed query: /
const AFTER_STATEMENT = /\nparams: .*$/s
const LITERAL = /'(?:[^']|'')*'/g
/** MongoDB and Mongoose repeat the value that was wrong behind these words. */
const DUPLICATE = /\bdup key: .*$/s
const QUOTED = /"(?:\\.|[^"\\])*"|`[^`]*`/gs
const DRIVERS = /^(?:Mongo|Mongoose|BSON|Cast|Validat|Strict|ObjectParameter|ObjectExpected)/

/** What an error says, without the values that a database's driver repeats in it. */
const words = (type: string, message: string): string => {
  if (STATEMENT.test(message)) return message.replace(AFTER_STATEMENT, '').replace(LITERAL, "'…'")
  return DRIVERS.test(type) ? message.replace(DUPLICATE, 'dup key').replace(QUOTED, '…') : message
}

/** The stack repeats the message, whose lines may look like anything: it is cut off by its own length. */
const frames = (stack: string, message: string): string => {
  const at = stack.indexOf(message)
  const behind = at < 0 ? stack : stack.slice(at + message.length)
  return behind
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n')
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Total: anything may be thrown. An allow-list, so a member that a driver adds some day is not told. */
export const loggable = (error: unknown, depth = 0): Loggable => {
  if (typeof error !== 'object' || error === null) return { type: typeof error, message: '', stack: '' }
  const { name, code, message, stack, cause } = error as Raised
  const type = text(name) || 'Error'
  const said = text(message)
  return {
    type,
    ...((typeof code === 'string' || typeof code === 'number') && { code: String(code) }),
    message: words(type, said),
    stack: frames(text(stack), said),
    ...(cause !== undefined && cause !== null && depth < DEEPEST && { cause: loggable(cause, depth + 1) }),
  }
}
