import type { IncomingMessage } from 'node:http'
import { createGzip, type Gzip } from 'node:zlib'

const LOOPBACK = /^(::1|(::ffff:)?127\.)/

/** Whoever asks sits at this machine; a proxy that asks for others says so. */
const isHere = ({ socket, headers }: IncomingMessage): boolean =>
  LOOPBACK.test(socket.remoteAddress ?? '') && !headers['x-forwarded-for'] && !headers.forwarded

/**
 * What squeezes an answer on its way, or null. A drawing is the one large text of the product, three times as long as it
 * must be on a village's network; on this machine alone squeezing costs more than sending.
 */
export const squeezer = (req: IncomingMessage, type: string | null): Gzip | null => {
  const takes = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(String(req.headers['accept-encoding'] ?? ''))
  return type === 'image/svg+xml' && takes && !isHere(req) ? createGzip({ level: 1 }) : null
}
