import { LRUCache } from 'lru-cache'
import type { PayloadRequest } from 'payload'
import { sheetWordsOf } from '../../src/content/index.ts'
import { refusal } from '../../src/errors/refusal.ts'
import { lettersBy, type Letters } from '../../src/poster/clauses.ts'
import { fitsTemplate } from '../../src/poster/fits.ts'
import type { Contact, SheetWords } from '../../src/poster/sheet.ts'
import type { TemplateSchema } from '../../src/poster/template.ts'
import { unitOf } from '../access/roles.ts'
import { ports } from '../base/ports.ts'
import { originOf, printEngine, type PrintConfig } from './order.ts'
import { contactOf, readRecords, villagesFirst } from './records.ts'
import { endingNow, readVerifiedReleases } from '../town/release-status.ts'
import { wordsOf } from '../town/verified.ts'
import { printsFor, printsForAll, requirePrinter } from './who.ts'

type Fit = {
  readonly id: string
  readonly fits: boolean
  readonly why_zh?: string
  readonly why_en?: string
}

export type CatalogueContent = {
  readonly release: string
  readonly kind: string
  readonly title: string
  /** Empty for kinds that have none. */
  readonly fraudClass: string
  readonly edition: number
  readonly releasedAt: string
  readonly validUntil: string | null
  readonly photo: boolean
  readonly templates: readonly Fit[]
}

export type Catalogue = {
  /** All kinds of content, in the order people see them. */
  readonly kinds: readonly { readonly kind: string; readonly zh: string; readonly en: string }[]
  /** Newest first. */
  readonly contents: readonly CatalogueContent[]
  readonly templates: readonly Pick<
    TemplateSchema,
    'id' | 'version' | 'name_zh' | 'name_en' | 'kinds' | 'sizes' | 'contact' | 'pages'
  >[]
  readonly units: readonly { readonly id: string; readonly name: string; readonly kind: string }[]
  /** The person's own unit, first choice of the page; null where he has none he may print for. */
  readonly own: string | null
  /** Whether this person may print for all villages at once. */
  readonly bulk: boolean
  readonly qr: boolean
  readonly qr_why_zh?: string
  readonly qr_why_en?: string
  readonly contactDefault?: Contact
}

const fitOf = (
  schema: TemplateSchema,
  words: SheetWords,
  letters: Letters,
  schemas: readonly TemplateSchema[],
): Fit => {
  const [fault] = fitsTemplate(schema, words, letters, schemas)
  return fault
    ? { id: schema.id, fits: false, why_zh: fault.message_zh, why_en: fault.message_en }
    : { id: schema.id, fits: true }
}

/** Words of a release never change; a town has some hundreds of them, and the page asks of all each time. */
const fitsKnown = new LRUCache<string, readonly Fit[]>({ max: 2_000 })

const fitsOf = (words: SheetWords, letters: Letters, schemas: readonly TemplateSchema[]): readonly Fit[] => {
  const key = JSON.stringify([words, schemas.map(({ id, version }) => [id, version])])
  const fits = fitsKnown.get(key) ?? schemas.map((schema) => fitOf(schema, words, letters, schemas))
  fitsKnown.set(key, fits)
  return fits
}

const contentsOf = async (
  req: PayloadRequest,
  schemas: readonly TemplateSchema[],
): Promise<readonly CatalogueContent[]> => {
  const releases = await readVerifiedReleases(req.payload)
  const live = releases.rows.filter((row) => releases.endingOf(row) === null)
  const frozen = await wordsOf(req.payload, live)
  const { dictionary, kinds, now: clock } = ports()
  const letters = lettersBy(dictionary)
  const now = clock()
  return live.toReversed().flatMap((row) => {
    const content = frozen.get(row.id)
    if (!content || endingNow(null, content.validUntil, now)) return []
    const { body, validUntil } = content
    const words = sheetWordsOf(kinds, content)
    return [
      {
        release: row.id,
        kind: body.kind,
        title: kinds.of(body).title(body),
        fraudClass: kinds.of(body).fraudClass(body) ?? '',
        edition: releases.editionOf(row),
        releasedAt: new Date(row.releasedAt).toISOString(),
        validUntil: validUntil === null ? null : new Date(validUntil).toISOString(),
        photo: words.photo !== null,
        templates: fitsOf(words, letters, schemas),
      },
    ]
  })
}

const noQr = () => {
  const { message_zh, message_en } = refusal('PRINT_NO_QR')
  return { qr: false, qr_why_zh: message_zh, qr_why_en: message_en }
}

/** What this person may print, on what, and for whom (PST-3). */
export const readCatalogue = async (req: PayloadRequest, config: PrintConfig): Promise<Catalogue> => {
  const user = requirePrinter(req)
  const schemas = await printEngine().templates()
  const records = await readRecords(req.payload, originOf(config))
  const units = villagesFirst(records.units).filter(({ id }) => printsFor(user, id))
  const own = units.find(({ id }) => id === unitOf(user))
  const contactDefault = contactOf(own)
  return {
    kinds: ports().kinds.all.map(({ kind, names: { zh, en } }) => ({ kind, zh, en })),
    contents: await contentsOf(req, schemas),
    templates: schemas.map(({ id, version, name_zh, name_en, kinds, sizes, contact, pages }) => ({
      id,
      version,
      name_zh,
      name_en,
      kinds,
      sizes,
      contact,
      pages,
    })),
    units: units.map(({ id, name, kind }) => ({ id, name, kind })),
    own: own?.id ?? null,
    bulk: printsForAll(user),
    ...(records.publicUrl === null ? noQr() : { qr: true }),
    ...(contactDefault && { contactDefault }),
  }
}
