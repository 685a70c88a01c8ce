import type { Endpoint } from 'payload'
import type { PrintConfig } from '../print/order.ts'
import { packRelease } from '../print/pack.ts'
import { fileAnswer } from '../requests/attachment.ts'

/** `POST /api/print/packs/:release`: it leaves a row in the audit, so it is asked for by our own pages only (ADP-10). */
export const packEndpoint = (config: PrintConfig): Endpoint => ({
  path: '/print/packs/:release',
  method: 'post',
  handler: async (req) => {
    const id = req.routeParams?.['release']
    const packed = await packRelease(req, config, typeof id === 'string' ? id : '')
    return fileAnswer(packed.read(), { type: 'application/zip', name: packed.name, length: packed.bytes })
  },
})
