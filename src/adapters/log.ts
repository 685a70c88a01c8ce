import { pino, type Logger } from 'pino'

export type Log = Logger

/** Structured lines on stdout; passwords, cookies and keys never reach them. */
export const makeLog = (level: string): Log =>
  pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['password', '*.password', 'req.headers.cookie', 'req.headers.authorization'],
      remove: true,
    },
  })
