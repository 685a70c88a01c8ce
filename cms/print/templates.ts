import type { PayloadRequest } from 'payload'
import { refuse } from '../../src/errors/refusal.ts'
import { requireAct } from '../access/roles.ts'
import { appendRow } from '../records/append.ts'
import { inTransaction } from '../records/transaction.ts'
import { appendAudit } from '../audit/append.ts'
import { ports } from '../base/ports.ts'
import { rowsOf } from '../records/rows.ts'
import { printEngine } from './order.ts'
import { formOf } from '../requests/form.ts'

/** A template is some hundred lines and a thumbnail. */
const ZIP_LIMIT_MB = 8
const MB = 1024 * 1024

export type TemplateInstalled = {
  readonly template: string
  readonly version: number
  readonly name: string
}

const zipIn = async (req: PayloadRequest): Promise<Uint8Array> => {
  const sent = (await formOf(req)).get('file')
  if (!(sent instanceof File)) return refuse('TEXT_EMPTY', { field: 'file' })
  if (sent.size > ZIP_LIMIT_MB * MB) refuse('BODY_TOO_LARGE', { field: 'file', limit: `${ZIP_LIMIT_MB} MB` })
  return new Uint8Array(await sent.arrayBuffer())
}

/** What an administrator sees before he puts it in: a template's own words are of no release (TPL-26). */
export type TemplateJudged = TemplateInstalled & {
  readonly nameEn: string
  readonly standing: readonly string[]
  /** PNG as a data address; null where none could be drawn. */
  readonly thumb: string | null
}

/** PST-12: through the gate, and nothing is kept. */
export const judgeTemplate = async (req: PayloadRequest): Promise<TemplateJudged> => {
  requireAct(req, 'template.judge')
  const { schema, thumb } = await printEngine().judgeTemplate(await zipIn(req))
  const { id: template, version, name_zh: name, name_en: nameEn, standing = [] } = schema
  const png = thumb && `data:image/png;base64,${Buffer.from(thumb).toString('base64')}`
  return { template, version, name, nameEn, standing, thumb: png }
}

/** The thumbnail, for everybody who may choose the template. */
export const answerThumb = async (req: PayloadRequest): Promise<Response> => {
  requireAct(req, 'template.thumb')
  const template = req.routeParams?.['template']
  const bytes = typeof template === 'string' ? await printEngine().thumb(template) : null
  if (!bytes) return refuse('PRINT_TEMPLATE_UNKNOWN', { field: 'template', got: String(template) })
  return new Response(bytes as BodyInit, {
    headers: {
      'content-type': 'image/png',
      'cache-control': 'private, max-age=3600',
      'x-content-type-options': 'nosniff',
    },
  })
}

/** Keeps on record who let which words in. */
const auditWords = (edition: string, standing: readonly string[]): string =>
  standing.length === 0 ? edition : `${edition}：${standing.join(' ｜ ')}`

/** PST-12: through the gate, then a row of its own for each version; a version put in twice is one row. */
export const installTemplate = async (req: PayloadRequest): Promise<TemplateInstalled> => {
  const user = requireAct(req, 'template.install')
  const schema = await printEngine().installTemplate(await zipIn(req))
  const { id: template, version, name_zh: name } = schema
  const edition = `${template}/${version}`
  await inTransaction(req, async () => {
    const known = await rowsOf(req.payload, 'poster-templates', {
      where: { edition: { equals: edition } },
      limit: 1,
      req,
    })
    if (known.length > 0) return
    const at = new Date(ports().now()).toISOString()
    const row = { name, nameEn: schema.name_en, template, version, edition, at, installedBy: user.id }
    const id = await appendRow(req, 'poster-templates', row)
    await appendAudit(req, {
      action: 'template.install',
      subject: `poster-templates/${id}`,
      detail: auditWords(edition, schema.standing ?? []),
    })
  })
  return { template, version, name }
}
