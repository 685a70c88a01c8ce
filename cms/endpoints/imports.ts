import type { Endpoint, PayloadRequest } from 'payload'
import { refuse, type Refusal } from '../../src/errors/refusal.ts'
import { requireAct } from '../access/roles.ts'
import { takesFile } from '../access/upload-doors.ts'
import { ports } from '../base/ports.ts'
import { beginImport, lookAt, readImport, templateOf, type Brought, type Looked } from '../imports/index.ts'
import { fileAnswer, SPREADSHEET } from '../requests/attachment.ts'
import { idIn } from '../requests/body.ts'
import { formOf } from '../requests/form.ts'

const broughtIn = async (form: FormData): Promise<Brought> => {
  const file = form.get('file')
  if (!(file instanceof File)) return refuse('BODY_INVALID', { field: 'file' })
  return { bytes: new Uint8Array(await file.arrayBuffer()), name: file.name.slice(0, 200) }
}

const textIn = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.slice(0, 100) : ''
}

const plain = ({ code, message_zh, message_en }: Refusal) => ({ code, message_zh, message_en })

/** What a page is shown of it: no fields, for the file is sent again with the yes. */
const shown = ({ kind, used, unused, rows, ...rest }: Looked) => ({
  ...rest,
  collection: kind.collection,
  names: kind.names,
  used: used.map(({ heading, column }) => ({ heading, ...column.names })),
  unused,
  rows: rows.map(({ row, state, title, faults, notes }) => ({
    row,
    state,
    title,
    faults: faults.map(({ cell, heading, ...fault }) => ({ cell, heading, ...plain(fault) })),
    notes: notes.map(plain),
  })),
})

const look = async (req: PayloadRequest): Promise<Response> => {
  requireAct(req, 'content.import')
  const form = await formOf(req)
  return Response.json(shown(await lookAt(req, textIn(form, 'collection'), await broughtIn(form))))
}

const begin = async (req: PayloadRequest): Promise<Response> => {
  requireAct(req, 'content.import')
  const form = await formOf(req)
  const { id, of } = await beginImport(req, textIn(form, 'collection'), await broughtIn(form), {
    digest: textIn(form, 'digest'),
    ready: Number(textIn(form, 'ready')),
    withoutFaulty: textIn(form, 'withoutFaulty') === 'true',
  })
  return Response.json({ id, of }, { status: 202 })
}

/** How far an import of one's own is. */
const progress = async (req: PayloadRequest): Promise<Response> => {
  const user = requireAct(req, 'content.import')
  const found = await readImport(req, idIn(req))
  if (!found || found.by !== String(user.id)) return refuse('NOT_FOUND')
  const { collection, of, made, state } = found
  return Response.json({ collection, of, made: made.length, state })
}

const template = async (req: PayloadRequest): Promise<Response> => {
  requireAct(req, 'content.import')
  const { collection } = req.routeParams ?? {}
  const kind = ports().kinds.writtenIn(String(collection))
  if (!kind?.columns) return refuse('NOT_FOUND')
  return fileAnswer(await templateOf(kind), { type: SPREADSHEET, name: `${kind.names.zh}导入模板.xlsx` })
}

/** Files of offices: looked at, then taken in (IMP-30). */
export const importEndpoints: Endpoint[] = [
  { path: '/imports/look', method: 'post', ...takesFile('content.import'), handler: look },
  { path: '/imports', method: 'post', ...takesFile('content.import'), handler: begin },
  { path: '/imports/template/:collection', method: 'get', handler: template },
  { path: '/imports/:id', method: 'get', handler: progress },
]
