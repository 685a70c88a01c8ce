import { Router, type Request, type Response } from 'express'
import { refusal } from '../errors/refusal.ts'
import { isSha256 } from '../model/ids.ts'
import { answerRefusal } from './answer.ts'
import type { Objects } from './objects.ts'

const FOREVER = 'public, max-age=31536000, immutable'

const sniff = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff) return 'image/jpeg'
  if (bytes[0] === 0x89) return 'image/png'
  return 'font/ttf'
}

/** Sends an object whole or in ranges; the hash is its name, so it may be kept for ever. */
const send = async (objects: Objects, req: Request, res: Response, type: string | null): Promise<void> => {
  const sha = req.params['sha']
  const bytes = isSha256(sha) ? await objects.get(sha) : null
  if (!bytes || !isSha256(sha)) {
    answerRefusal(req, res, refusal('OBJECT_UNKNOWN'))
    return
  }
  res.setHeader('content-type', type ?? sniff(bytes))
  res.setHeader('x-content-type-options', 'nosniff')
  res.sendFile(objects.path(sha), {
    dotfiles: 'allow',
    cacheControl: false,
    etag: false,
    headers: { 'cache-control': FOREVER, etag: `"${sha}"` },
  })
}

/** `GET /screens/programmes/<sha256>` and `/screens/assets/<sha256>`: what players fetch. */
export const objectRoutes = (objects: Objects): Router => {
  const router = Router()
  router.get('/programmes/:sha', (req, res) => send(objects, req, res, 'application/json; charset=utf-8'))
  router.get('/assets/:sha', (req, res) => send(objects, req, res, null))
  return router
}
