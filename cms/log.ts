import type { Config } from 'payload'
import type { LoggerOptions } from 'pino'
import { loggable } from '../src/errors/loggable.ts'
import { translate } from './errors/translate.ts'

type Line = { readonly err?: unknown }

/** Payload hands over an error bare, or as `err` of an object. */
const errorIn = (first: unknown): unknown =>
  first instanceof Error
    ? first
    : typeof first === 'object' && first !== null
      ? (first as Line).err
      : undefined

/**
 * Errors a person is told with a code and can mend himself: a wrong password, an empty title, an unknown id. They are
 * no fault of the server (LOG-2).
 */
const isSlip = (error: unknown): boolean => error !== undefined && translate(error, '', '').status < 500

/**
 * One line of JSON each, like the rest of the server's log. Payload calls every refusal an error and writes its stack
 * down; the request's own line with its status says enough of what people got wrong (LOG-2).
 */
export const logOptions = (level: string): LoggerOptions => ({
  level,
  base: null,
  serializers: { err: (error: unknown) => loggable(error) },
  hooks: {
    logMethod(args, method) {
      const error = errorIn(args[0])
      if (isSlip(error)) return
      // Without words of its own a line takes the error's, as they are.
      if (error !== undefined && args.length === 1) method.call(this, { err: error }, loggable(error).message)
      else method.apply(this, args)
    },
  },
})

export const payloadLog = (production: boolean): NonNullable<Config['logger']> => ({
  options: logOptions(production ? 'warn' : 'info'),
  destination: process.stdout,
})
