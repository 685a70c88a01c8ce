import compression from 'compression'
import type { RequestHandler } from 'express'

/** Text is three times as long as it must be on a village's network; all else is packed already. */
const TEXTS = /^(?:image\/svg\+xml|application\/json|text\/html|text\/javascript)\b/

/** Gzips what is worth it for whoever takes it; the quickest level, for a preview is waited for at every key. */
export const compressed: RequestHandler = compression({
  level: 1,
  filter: (_req, res) => TEXTS.test(String(res.getHeader('content-type') ?? '')),
})
