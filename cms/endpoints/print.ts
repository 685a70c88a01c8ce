import type { Endpoint, PayloadRequest } from 'payload'
import { formatCode } from '../../src/poster/check-code.ts'
import { requireAct } from '../access/roles.ts'
import { takesFile } from '../access/upload-doors.ts'
import type { PrintedFile } from '../base/ports.ts'
import { beginBulk, type FaultConfig } from '../print/bulk.ts'
import { readCatalogue } from '../print/catalogue.ts'
import { choiceIn } from '../print/choice.ts'
import { cancelJob, fileOfJob, jobsOf, lookAtJob } from '../print/jobs.ts'
import { printEngine, readOrder, type PrintConfig } from '../print/order.ts'
import { postSheet } from '../postings/postings.ts'
import { registerPrints } from '../print/prints.ts'
import { readCode } from '../postings/public-code.ts'
import { readRecall } from '../postings/recall.ts'
import { readInForce } from '../town/verified.ts'
import { requirePrinter } from '../print/who.ts'
import { attachment } from '../requests/attachment.ts'

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

const preview = (config: PrintConfig) => async (req: PayloadRequest) => {
  const owner = requirePrinter(req).id
  const order = await readOrder(req, config, await choiceIn(req))
  return answerFile(await printEngine().preview(order, owner, pageIn(req)))
}

const pdf = (config: PrintConfig) => async (req: PayloadRequest) => {
  const owner = requirePrinter(req).id
  const order = await readOrder(req, config, await choiceIn(req))
  const file = await printEngine().pdf(order, owner)
  const [code = ''] = await registerPrints(req, [order])
  return answerFile(file, { 'x-print-code': formatCode(code) })
}

const bulk = (config: PrintConfig & FaultConfig) => async (req: PayloadRequest) =>
  Response.json({ job: await beginBulk(req, config) }, { status: 202 })

/** A file may wait so long that its content was withdrawn meanwhile; it is not given out then (PST-4). */
const fileOf = async (req: PayloadRequest, owner: string, id: string): Promise<Response> => {
  const { file, release } = await fileOfJob(req.payload, owner, id)
  await readInForce(req.payload, release)
  return answerFile(file)
}

const job =
  (answer: (owner: string, id: string, req: PayloadRequest) => Promise<Response>): Endpoint['handler'] =>
  (req) =>
    answer(requireAct(req, 'print.job').id, paramOf(req, 'id'), req)

/** Everything of /api/print (PST-1 to PST-12); `/postings` and `/poster-templates` have their own beside the rows. */
export const printEndpoints = (config: PrintConfig & FaultConfig): Endpoint[] => [
  {
    path: '/print/catalogue',
    method: 'get',
    handler: async (req) => Response.json(await readCatalogue(req, config)),
  },
  { path: '/print/preview', method: 'post', handler: preview(config) },
  { path: '/print/pdf', method: 'post', handler: pdf(config) },
  { path: '/print/bulk', method: 'post', handler: bulk(config) },
  {
    path: '/print/jobs',
    method: 'get',
    handler: job(async (owner, _id, { payload }) => Response.json({ jobs: await jobsOf(payload, owner) })),
  },
  {
    path: '/print/jobs/:id',
    method: 'get',
    handler: job(async (owner, id, { payload }) => Response.json(await lookAtJob(payload, owner, id))),
  },
  {
    path: '/print/jobs/:id',
    method: 'delete',
    handler: job(async (owner, id, { payload }) => Response.json(await cancelJob(payload, owner, id))),
  },
  {
    path: '/print/jobs/:id/file',
    method: 'get',
    handler: job((owner, id, req) => fileOf(req, owner, id)),
  },
  {
    path: '/print/codes/:code',
    method: 'get',
    handler: async (req) => Response.json(await readCode(req, config, paramOf(req, 'code'))),
  },
  {
    path: '/print/codes/:code/postings',
    method: 'post',
    ...takesFile('posting.put'),
    handler: async (req) => Response.json(await postSheet(req, paramOf(req, 'code')), { status: 201 }),
  },
  {
    path: '/print/recall',
    method: 'get',
    handler: async (req) => {
      const user = requireAct(req, 'posting.recall')
      return Response.json({ items: await readRecall({ payload: req.payload, user: user as never }) })
    },
  },
]
