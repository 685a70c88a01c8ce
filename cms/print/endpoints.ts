import type { Endpoint, PayloadRequest } from 'payload'
import { formatCode } from '../../src/poster/check-code.ts'
import { localRequest } from '../append/transaction.ts'
import type { PrintedFile, PrintOrder } from '../ports.ts'
import { readCatalogue } from './catalogue.ts'
import { bulkIn, choiceIn } from './choice.ts'
import { beginJob, cancelJob, fileOfJob, lookAtJob } from './jobs.ts'
import { printDesk, readBulk, readOrder, type PrintPlace } from './order.ts'
import { postSheet } from './postings.ts'
import { registerPrints } from './prints.ts'
import { readCode } from './public-code.ts'
import { readRecall } from './recall.ts'
import { requirePrinter } from './who.ts'

/** Names in Chinese travel as RFC 5987 says; the plain name is for what cannot read that. */
const attachment = (name: string): string => {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}

const answerFile = (
  { bytes, type, name, warnings, joins }: PrintedFile,
  more: Readonly<Record<string, string>> = {},
) =>
  new Response(bytes as BodyInit, {
    headers: {
      'content-type': type,
      'content-length': String(bytes.byteLength),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-print-warnings': encodeURIComponent(JSON.stringify(warnings)),
      ...(joins && { 'x-print-joins': JSON.stringify(joins) }),
      ...(type === 'image/svg+xml'
        ? {
            'content-security-policy':
              "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
          }
        : { 'content-disposition': attachment(name) }),
      ...more,
    },
  })

const paramOf = (req: PayloadRequest, name: string): string => {
  const value = req.routeParams?.[name]
  return typeof value === 'string' ? value : ''
}

const MOST_PAGES = 99

/** `?page=`, 1 where it makes no sense. */
const pageIn = (req: PayloadRequest): number => {
  const page = Number(new URL(req.url ?? '', 'http://x').searchParams.get('page') ?? 1)
  return Number.isInteger(page) && page >= 1 && page <= MOST_PAGES ? page : 1
}

const preview = (place: PrintPlace) => async (req: PayloadRequest) => {
  const owner = requirePrinter(req).id
  const order = await readOrder(req, place, await choiceIn(req))
  return answerFile(await printDesk().preview(order, owner, pageIn(req)))
}

const pdf = (place: PrintPlace) => async (req: PayloadRequest) => {
  const owner = requirePrinter(req).id
  const order = await readOrder(req, place, await choiceIn(req))
  const file = await printDesk().pdf(order, owner)
  const [code = ''] = await registerPrints(req, [order])
  return answerFile(file, { 'x-print-code': formatCode(code) })
}

const bulkWork =
  (req: PayloadRequest, orders: readonly PrintOrder[], as: 'zip' | 'pdf') =>
  async (progress: (done: number) => void, signal: AbortSignal) => {
    const owner = String(req.user?.id)
    const file = await printDesk().bulk(orders, as, owner, progress, signal)
    // The answer to the person went out long ago, and its request with it.
    await registerPrints(await localRequest(req.payload, req.user), orders)
    return file
  }

const bulk = (place: PrintPlace) => async (req: PayloadRequest) => {
  const owner = requirePrinter(req).id
  const wanted = await bulkIn(req)
  const orders = await readBulk(req, place, wanted)
  const job = beginJob(owner, orders.length, bulkWork(req, orders, wanted.as))
  return Response.json({ job }, { status: 202 })
}

const job =
  (answer: (owner: string, id: string) => Response): Endpoint['handler'] =>
  (req) =>
    answer(requirePrinter(req).id, paramOf(req, 'id'))

/** Everything of /api/print (PST-1 to PST-12); `/postings` and `/poster-templates` have their own beside the rows. */
export const printEndpoints = (place: PrintPlace): Endpoint[] => [
  {
    path: '/print/catalogue',
    method: 'get',
    handler: async (req) => Response.json(await readCatalogue(req, place)),
  },
  { path: '/print/preview', method: 'post', handler: preview(place) },
  { path: '/print/pdf', method: 'post', handler: pdf(place) },
  { path: '/print/bulk', method: 'post', handler: bulk(place) },
  {
    path: '/print/jobs/:id',
    method: 'get',
    handler: job((owner, id) => Response.json(lookAtJob(owner, id))),
  },
  {
    path: '/print/jobs/:id',
    method: 'delete',
    handler: job((owner, id) => Response.json(cancelJob(owner, id))),
  },
  {
    path: '/print/jobs/:id/file',
    method: 'get',
    handler: job((owner, id) => answerFile(fileOfJob(owner, id))),
  },
  {
    path: '/print/codes/:code',
    method: 'get',
    handler: async (req) => Response.json(await readCode(req, place, paramOf(req, 'code'))),
  },
  {
    path: '/print/codes/:code/postings',
    method: 'post',
    handler: async (req) => Response.json(await postSheet(req, paramOf(req, 'code')), { status: 201 }),
  },
  {
    path: '/print/recall',
    method: 'get',
    handler: async (req) => {
      const user = requirePrinter(req)
      return Response.json({ items: await readRecall({ payload: req.payload, user: user as never }) })
    },
  },
]
