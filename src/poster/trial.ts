import type { Instant, MediaId, ReleaseId, Sha256, UnitId } from '../model/ids.ts'
import { FRAUD_CLASS_NAMES } from '../model/names.ts'
import { addressOf } from './address.ts'
import { CONTACT_NAME_MAX } from './contact.ts'
import { limitOf, type FieldName } from './fields.ts'
import type { Order } from './order-faults.ts'
import { sheetData } from './sheet-data.ts'
import type { PosterKind, SheetData, SheetWords } from './sheet.ts'
import type { PrintWay, TemplateSchema } from './template.ts'

/** With what a new template must come right before it is let in (TPL-22). */
export const TRIALS = ['sample', 'longest', 'empty'] as const
export type Trial = (typeof TRIALS)[number]

/** Common words with every kind of mark, so that line breaking has its work. */
const TEXT =
  '张阿姨听人说，投5万元“养老公寓”，每月返息1500元；头两个月准时到账，她又投了8万元——第三个月门店关了，电话再也打不通。钱，一分也没有回来！'

const made = (length: number): string =>
  Array.from(TEXT.repeat(Math.ceil(length / Array.from(TEXT).length) || 1))
    .slice(0, length)
    .join('')

const PHOTO = {
  media: 'trial' as MediaId,
  sha256: '0'.repeat(64) as Sha256,
  width: 10_000,
  height: 10_000,
  alt: made(40),
}
const LONGEST_CLASS = Object.values(FRAUD_CLASS_NAMES).reduce((a, b) => (b.length > a.length ? b : a))

const wordsFor = (schema: TemplateSchema, kind: PosterKind, full: boolean): SheetWords => {
  const has = (field: FieldName): boolean => kind.fields.includes(field)
  const of = (field: FieldName, fallback: number): number => limitOf(schema, field)?.max ?? fallback
  // No content is released without a line or a step.
  const list = (field: FieldName, fallback: number): readonly string[] =>
    Array.from({ length: full ? (limitOf(schema, field)?.maxItems ?? fallback) : 1 }, () =>
      made(full ? of(field, 20) : 2),
    )
  const title = made(full ? of(has('text') ? 'text' : 'title', 12) : 2)
  const needsPhoto = limitOf(schema, 'photo')?.required ?? false
  return {
    kind: kind.kind,
    fields: kind.fields,
    title,
    accent: full ? Array.from(title).slice(0, of('accent', 0)).join('') : '',
    lines: has('lines') ? list('lines', 6) : [],
    lesson: full && has('lesson') ? made(of('lesson', 0)) : '',
    steps: has('steps') ? list('steps', 4).map((text) => ({ heSays: text, youDo: text })) : [],
    fraudClass: full && kind.isClassed ? LONGEST_CLASS : '',
    photo: has('photo') && (full || needsPhoto) ? PHOTO : null,
  }
}

const orderOf = (schema: TemplateSchema, words: SheetWords, full: boolean, now: Instant): Order => ({
  choice: {
    release: 'trial' as ReleaseId,
    template: schema.id,
    size: '',
    way: 'office',
    tiling: 'none',
    unit: 'trial' as UnitId,
    contact: full ? { name: made(CONTACT_NAME_MAX).replace(/[，]/g, '芳'), number: '023495812345' } : null,
  },
  source: {
    release: 'trial' as ReleaseId,
    words,
    edition: full ? 999 : 1,
    releasedAt: now,
    validUntil: full ? now + 31_536_000_000 : null,
    withdrawnAt: null,
    hotline: {
      prompt: '拿不准？先打',
      number: full ? '02349581234' : '96110',
      verifiedAt: now,
      confirmBy: '',
    },
    town: full ? '石板桥回族土家族自治镇' : '五间镇',
    issuer: full ? '石板桥回族土家族自治镇平安建设办公室' : '平安办',
    unit: { id: 'trial' as UnitId, name: full ? '东方红水库移民新村村民委员会' : '下溪村' },
    demo: full,
    publicUrl: full ? 'https://fangzha.shibanqiao.gov.cn:8443' : null,
  },
})

/** Where a trial's files lie for the engine. */
export const TRIAL_QR = 'job/qr.svg'
export const TRIAL_PHOTO = 'job/photo.png'

export type TrialChoice = { readonly kind: PosterKind; readonly size: string; readonly way: PrintWay }

/** All that a template may be asked for: every kind at every size, each way it leaves the house. */
export const trialChoices = (
  { kinds, sizes }: TemplateSchema,
  all: readonly PosterKind[],
): readonly TrialChoice[] =>
  kinds
    .flatMap((name) => all.filter(({ kind }) => kind === name))
    .flatMap((kind) => sizes.flatMap(({ id, ways }) => ways.map((way) => ({ kind, size: id, way }))))

/**
 * A sheet of made-up words: as long as the schema allows, as empty as it allows, or with the template's own sample laid
 * over the first. Throws RangeError for a size or way the schema lacks.
 */
export const trialData = (
  schema: TemplateSchema,
  { kind, size, way }: TrialChoice,
  trial: Exclude<Trial, 'sample'>,
  now: Instant,
): SheetData => {
  const full = trial === 'longest'
  const order = orderOf(schema, wordsFor(schema, kind, full), full, now)
  const code = 'WWWWMMMM'
  const { publicUrl } = order.source
  const qr = publicUrl ? { path: TRIAL_QR, words: addressOf({ origin: publicUrl, lan: false }, code) } : null
  const chosen = { ...order, choice: { ...order.choice, size, way } }
  const photoPath = schema.photo?.[size] ? TRIAL_PHOTO : null
  return sheetData(chosen, schema, { code, qr, photoPath, now, palette: 'rgb' })
}

const WORDS = [
  'title',
  'accent',
  'lines',
  'lesson',
  'steps',
  'fraudClass',
  'campaign',
  'issuer',
  'unit',
] as const

const isLike = (one: unknown, other: unknown): boolean =>
  typeof one === typeof other && Array.isArray(one) === Array.isArray(other)

/** The words of a template's `sample.json` on a sheet; null when the sample is not for this kind of content. */
export const sampleData = (base: SheetData, sample: unknown): SheetData | null => {
  if (typeof sample !== 'object' || sample === null) return null
  const given = sample as Record<string, unknown>
  if (given['kind'] !== base.kind || WORDS.some((name) => !isLike(given[name], base[name]))) return null
  return { ...base, ...Object.fromEntries(WORDS.map((name) => [name, given[name]])) }
}

/** A template's sample as a village would print it, white to the cut: what its thumbnail shows. Null as `sampleData`. */
export const thumbData = (
  schema: TemplateSchema,
  all: readonly PosterKind[],
  sample: unknown,
  now: Instant,
): SheetData | null => {
  for (const choice of trialChoices(schema, all)) {
    const full = trialData(schema, choice, 'longest', now)
    const { hotline, photo, edition } = trialData(schema, choice, 'empty', now)
    const sheet = { ...full.sheet, bleed: 0, marks: false }
    const data = sampleData({ ...full, hotline, photo, edition, sheet, contact: null, demo: false }, sample)
    if (data) return data
  }
  return null
}
