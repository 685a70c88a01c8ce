import { pino, type Logger } from 'pino'
import { loggable } from '../../errors/loggable.ts'

export type Log = Logger

/** Structured lines on stdout; passwords, cookies, keys and the values of statements never reach them (LOG-1). */
export const makeLog = (level: string): Log =>
  pino({
    level,
    base: null,
    serializers: { err: (error: unknown) => loggable(error) },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['password', '*.password', 'req.headers.cookie', 'req.headers.authorization'],
      remove: true,
    },
  })
