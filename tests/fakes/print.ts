import { isRefusal } from '../../src/errors/is-refusal.ts'
import type { PrintedFile, PrintOrder, PrintPort } from '../../cms/base/ports.ts'
import { RefusalError, refuse, type Refusal } from '../../src/errors/refusal.ts'
import type { Instant, Sha256 } from '../../src/model/ids.ts'
import { KINDS } from '../../src/content/index.ts'
import { checkCode, orderFaults, parseSchema } from '../../src/poster/index.ts'
import { LETTERS } from '../builders/dictionary.ts'
import type { TemplateSchema } from '../../src/poster/template.ts'

const A4 = { id: 'a4', name_zh: 'A4', name_en: 'A4', widthMm: 210, heightMm: 297, scale: 1 } as const

export const NOTICE: TemplateSchema = {
  id: 'a4-notice',
  version: 1,
  name_zh: 'A4 通知',
  name_en: 'A4 notice',
  kinds: ['case', 'technique', 'slogan'],
  sizes: [{ ...A4, ways: ['office', 'shop'] }],
  pages: 1,
  fields: { title: { max: 40 }, text: { max: 40 } },
  photo: null,
  required: ['issuer', 'date', 'validUntil', 'hotline', 'qr', 'code', 'tearOff'],
  contact: true,
}

/** Takes techniques alone. */
export const STEPS: TemplateSchema = {
  ...NOTICE,
  id: 'steps',
  name_zh: '步骤海报',
  name_en: 'Steps',
  kinds: ['technique'],
  contact: false,
}

export type FakePrint = PrintPort & {
  /** Every order that reached the engine, oldest first. */
  readonly orders: PrintOrder[]
  /** While set, a bulk job waits before each sheet until the promise is there. */
  hold: Promise<void> | null
}

type World = { readonly now: () => Instant; readonly sha256: (text: string) => Sha256 }

const text = (words: string): Uint8Array => new TextEncoder().encode(words)

/** A template's zip is its schema as JSON. */
const schemaIn = (zip: Uint8Array): TemplateSchema => {
  const words = new TextDecoder().decode(zip)
  const schema = parseSchema(
    words.startsWith('{') ? JSON.parse(words) : null,
    KINDS.all.map(({ kind }) => kind),
  )
  if (isRefusal(schema)) throw new RefusalError(schema)
  return schema
}

/** A print engine that checks orders as the real one does, and sets no type: a sheet is its order as JSON. */
export const fakePrint = ({ now, sha256 }: World): FakePrint => {
  const schemas = [NOTICE, STEPS]
  const orders: PrintOrder[] = []
  const schemaOf = (id: string): TemplateSchema =>
    schemas.find((schema) => schema.id === id) ?? refuse('PRINT_TEMPLATE_UNKNOWN', { got: id })
  const accept = (order: PrintOrder): readonly Refusal[] => {
    const { refuse: refused, warn } = orderFaults(order, schemaOf(order.choice.template), now(), LETTERS)
    const [first, ...more] = refused
    if (first) throw new RefusalError(first, ...more)
    orders.push(order)
    return warn
  }
  const fileOf = (order: PrintOrder, type: PrintedFile['type'], page = 1): PrintedFile => ({
    warnings: accept(order),
    bytes: text(JSON.stringify({ page, order })),
    type,
    name: `${order.source.unit.name}.pdf`,
  })
  const engine: FakePrint = {
    orders,
    hold: null,
    templates: async () => schemas,
    preview: async (order, _owner, page) => fileOf(order, 'image/svg+xml', page),
    pdf: async (order) => fileOf(order, 'application/pdf'),
    bulk: async (all, as, _owner, { progress, signal }) => {
      for (const [i, order] of all.entries()) {
        await engine.hold
        if (signal.aborted) refuse('PRINT_CANCELLED')
        accept(order)
        progress(i + 1)
      }
      const bytes = text(all.map(({ source }) => source.unit.name).join('\n'))
      return {
        bytes,
        type: as === 'zip' ? 'application/zip' : 'application/pdf',
        name: `全部.${as}`,
        warnings: [],
      }
    },
    codeOf: async ({ choice, source }) =>
      checkCode(source.release, choice.template, schemaOf(choice.template).version, source.unit.id, sha256),
    thumb: async (id) => (id === NOTICE.id ? text('{"thumb":true}') : null),
    libraryWords: async () => ['印制'],
    judgeTemplate: async (zip) => ({ schema: schemaIn(zip), thumb: text('{"thumb":true}') }),
    installTemplate: async (zip) => {
      const schema = schemaIn(zip)
      schemas.push(schema)
      return schema
    },
  }
  return engine
}
