import { refuse, RefusalError, type Refusal } from '../../errors/refusal.ts'
import type { PrintOrder } from '../../../cms/base/ports.ts'
import {
  addressOf,
  checkCode,
  checkContact,
  namedCharacters,
  orderFaults,
  phoneOrigin,
  leavesPhotoOut,
  lettersBy,
  photoPlan,
  sharpnessOf,
  sheetBreaks,
  sheetData,
  sizeOf,
  type SeenPicture,
} from '../../poster/index.ts'
import type { SheetBreaks } from '../../poster/breaks.ts'
import type { PosterKind, SheetData } from '../../poster/sheet.ts'
import type { Dictionary } from '../../text/dictionary.ts'
import type { Clock } from '../process/clock.ts'
import type { Images } from '../images/images.ts'
import { sha256Hex } from '../disk/keys.ts'
import type { Typst, TypstFile, TypstJob } from '../typst/index.ts'
import { qrSvg } from './qr.ts'
import { libraryWords, type TemplateRegistry, type Template } from './templates.ts'

/** What the print engine works with. */
export type PrintEngine = {
  readonly typst: Pick<Typst, 'run'>
  readonly images: Pick<Images, 'onPaper' | 'clean' | 'look'>
  /** The kinds of content there are. */
  readonly kinds: readonly PosterKind[]
  readonly registry: TemplateRegistry
  /** Root of shipped templates and library. */
  readonly workspace: string
  readonly clock: Clock
  /** What lines are broken by. */
  readonly dictionary: Dictionary
  /** Characters no font has; absent in tests that leave it to Typst. */
  readonly missing?: (text: string) => readonly string[]
  /** Path of Ghostscript, or null. */
  readonly gs: string | null
  /** Is told when a template is at fault and not the person who prints, so that the administrator learns of it. */
  readonly broken?: (template: string, fault: Refusal) => void
}

export type Making = {
  /** `cmyk`: for a press, in pure inks instead of a screen's colours, photo and all. */
  readonly palette: SheetData['sheet']['palette']
  readonly preview: boolean
}

/** A sheet ready for Typst, with what the checks need to know of it. */
export type SheetJob = {
  readonly order: PrintOrder
  readonly template: Template
  readonly data: SheetData
  readonly files: readonly TypstFile[]
  readonly warnings: readonly Refusal[]
}

/**
 * A preview's photo stands in at most 240 pixels of the page, two or three of a telephone's to each; less is quicker
 * sent.
 */
const PREVIEW_PIXELS = 640

export const templateFor = ({ registry }: Pick<PrintEngine, 'registry'>, id: string): Template =>
  registry.get(id) ?? refuse('PRINT_TEMPLATE_UNKNOWN', { field: 'template', got: id })

export const codeFor = (engine: Pick<PrintEngine, 'registry'>, { choice }: PrintOrder): string => {
  const { id, version } = templateFor(engine, choice.template).schema
  return checkCode(choice.release, id, version, choice.unit, sha256Hex)
}

const FILES = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'image/svg+xml': 'svg',
} as const

/** null where there is none, or no place for it. */
const photoSeen = async (
  { images }: PrintEngine,
  { choice, source }: PrintOrder,
  { schema }: Template,
): Promise<SeenPicture | null> => {
  const { photo } = source.words
  return photo && schema.photo?.[choice.size] ? images.look(photo.sha256) : null
}

/**
 * Cut to its place on the paper from the cleaned upload, in the sheet's own colours, never enlarged
 * (docs/facts.md#paper).
 */
const photoFile = async (
  { images }: PrintEngine,
  { choice, source }: PrintOrder,
  { schema }: Template,
  { palette, preview }: Making,
  seen: SeenPicture | null,
): Promise<TypstFile | null> => {
  const { photo } = source.words
  const slot = schema.photo?.[choice.size]
  const size = sizeOf(choice, schema)
  if (!photo || !seen || !slot || !size) return null
  const full = photoPlan(photo, seen, slot, sharpnessOf(size).make)
  const shrink = preview ? Math.min(1, PREVIEW_PIXELS / Math.max(full.width, full.height)) : 1
  const [width, height] = [full.width, full.height].map((n) => Math.max(1, Math.round(n * shrink)))
  const inks = palette === 'cmyk' ? 'press' : 'paper'
  const { bytes, type } = await images.onPaper(photo.sha256, width ?? 1, height ?? 1, inks)
  return { path: `job/photo.${FILES[type]}`, bytes }
}

/** All words a reader will see. */
const wordsOf = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : typeof value === 'object' && value !== null
      ? Object.values(value).map(wordsOf).join('')
      : ''

const refuseMissing = ({ missing }: PrintEngine, order: PrintOrder): void => {
  const { words, unit, issuer, hotline } = order.source
  const contact = order.choice.contact && checkContact(order.choice.contact)
  const lacking = missing?.(wordsOf([words, unit.name, issuer, hotline.prompt, contact])) ?? []
  if (lacking.length > 0) refuse('PRINT_GLYPH_MISSING', { got: namedCharacters(lacking) })
}

/** Judges the order, then gathers all it is made of. Throws RefusalError with every fault (PRT-6). */
export const prepareSheet = async (
  engine: PrintEngine,
  order: PrintOrder,
  making: Making,
): Promise<SheetJob> => {
  const { choice, source } = order
  const template = templateFor(engine, choice.template)
  const now = engine.clock()
  const schemas = engine.registry.all().map(({ schema }) => schema)
  const letters = lettersBy(engine.dictionary)
  const [first, ...more] = orderFaults(order, template.schema, now, letters, schemas).refuse
  if (first) throw new RefusalError(first, ...more)
  const seen = await photoSeen(engine, order, template)
  const { warn: warnings } = orderFaults(order, template.schema, now, letters, schemas, seen)
  refuseMissing(engine, order)
  const code = codeFor(engine, order)
  const phone = phoneOrigin(source.publicUrl)
  const words = phone ? addressOf(phone, code) : null
  const isOut = leavesPhotoOut(order, template.schema, seen)
  const photo = isOut ? null : await photoFile(engine, order, template, making, seen)
  const qr = words === null ? null : { path: 'job/qr.svg', words }
  const data = sheetData(order, template.schema, {
    code,
    qr,
    photoPath: photo?.path ?? null,
    now,
    palette: making.palette,
  })
  const files = [
    ...template.files,
    ...(qr ? [{ path: qr.path, bytes: qrSvg(qr.words) }] : []),
    ...(photo ? [photo] : []),
  ]
  return { order, template, data, files, warnings }
}

/** What a template reads as `sheet-data`: the sheet, and where its texts may break. */
export type SheetInput = SheetData & { readonly breaks: SheetBreaks }

/** For sheets of one job: those that say the same are asked once where they may break. */
export const sheetInputs = ({
  workspace,
  dictionary,
}: Pick<PrintEngine, 'workspace' | 'dictionary'>): ((
  template: Pick<Template, 'schema'>,
  data: SheetData,
) => SheetInput) => {
  const ofLibrary = libraryWords(workspace)
  const known = new Map<string, SheetBreaks>()
  return ({ schema }, data) => {
    const standing = [...ofLibrary, ...(schema.standing ?? [])]
    const key = JSON.stringify([schema.id, data.title, data.lines, data.lesson, data.steps])
    const breaks = known.get(key) ?? sheetBreaks(data, standing, dictionary)
    known.set(key, breaks)
    return { ...data, breaks }
  }
}

export const jobOf = (
  engine: Pick<PrintEngine, 'workspace' | 'dictionary'>,
  { template, data, files }: Pick<SheetJob, 'template' | 'data' | 'files'>,
): TypstJob => ({
  workspace: engine.workspace,
  main: template.main,
  inputs: { sheet: JSON.stringify(sheetInputs(engine)(template, data)) },
  files,
})
