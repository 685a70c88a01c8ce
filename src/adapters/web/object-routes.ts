import { Router, type Request, type Response } from 'express'
import { refusal } from '../../errors/refusal.ts'
import { isSha256, type Sha256 } from '../../model/ids.ts'
import { answerRefusal } from './answer.ts'
import type { Objects } from '../disk/objects.ts'
import { openServedObjects, type Served } from './served-objects.ts'

const FOREVER = 'public, max-age=31536000, immutable'

type Kind = 'programmes' | 'assets'
type Open = (sha: Sha256) => Promise<Served | null>
/** Makes an object that is damaged or gone anew; false where nothing says what it was. */
type Again = (sha: Sha256) => Promise<boolean>
type Store = { readonly objects: Objects; readonly again: Again }

const headersOf = (kind: Kind, { type }: Served): Record<string, string> => ({
  'content-type': kind === 'programmes' ? 'application/json; charset=utf-8' : type,
  'x-content-type-options': 'nosniff',
  'cache-control': FOREVER,
  vary: 'Accept-Encoding',
})

/** Whole and from memory; a tag is weak where it names another form of the bytes than their hash does. */
const sendHeld = (req: Request, res: Response, bytes: Uint8Array): void => {
  if (req.fresh) {
    res.status(304).end()
    return
  }
  res.setHeader('content-length', bytes.byteLength)
  res.end(req.method === 'HEAD' ? undefined : bytes)
}

const sendFile = (objects: Objects, sha: Sha256, res: Response): void =>
  res.sendFile(objects.path(sha), {
    dotfiles: 'allow',
    cacheControl: false,
    etag: false,
    lastModified: false,
  })

/** Sends an object whole or in ranges; the hash is its name, so it may be kept for ever. */
const sender =
  (objects: Objects, open: Open, kind: Kind) =>
  async (req: Request, res: Response): Promise<void> => {
    const sha = req.params['sha']
    const found = isSha256(sha) ? await open(sha) : null
    if (!found || !isSha256(sha)) {
      answerRefusal(req, res, refusal('OBJECT_UNKNOWN'))
      return
    }
    const ranged = req.headers.range !== undefined
    const compressed = !ranged && found.gzip && req.acceptsEncodings('gzip') ? found.gzip : null
    res.set(headersOf(kind, found))
    res.setHeader('etag', compressed ? `W/"${sha}"` : `"${sha}"`)
    if (compressed) {
      res.setHeader('content-encoding', 'gzip')
      sendHeld(req, res, compressed)
    } else if (found.bytes && !ranged) {
      res.setHeader('accept-ranges', 'bytes')
      sendHeld(req, res, found.bytes)
    } else sendFile(objects, sha, res)
  }

/** `GET /screens/programmes/<sha256>` and `/screens/assets/<sha256>`: what players fetch. */
export const objectRoutes = ({ objects, again }: Store): Router => {
  const router = Router()
  const served = openServedObjects(objects)
  /** One that is damaged or gone is made again where it can be, and read once more. */
  const open = async (sha: Sha256): Promise<Served | null> =>
    (await served.open(sha)) ?? ((await again(sha)) ? served.open(sha) : null)
  router.get('/programmes/:sha', sender(objects, open, 'programmes'))
  router.get('/assets/:sha', sender(objects, open, 'assets'))
  return router
}
