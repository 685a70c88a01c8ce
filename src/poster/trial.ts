import type { ContentBody, ContentKind } from '../model/content.ts'
import type { Instant, MediaId, ReleaseId, Sha256, UnitId } from '../model/ids.ts'
import { addressOf } from './address.ts'
import { CONTACT_NAME_MAX } from './contact.ts'
import { limitOf } from './fields.ts'
import type { Order } from './order-faults.ts'
import { sheetData } from './sheet-data.ts'
import type { SheetData } from './sheet.ts'
import type { PrintWay, TemplateSchema } from './template.ts'

/** With what a new template must come right before it is let in (TPL-22). */
export const TRIALS = ['sample', 'longest', 'empty'] as const
export type Trial = (typeof TRIALS)[number]

/** Common words with every kind of mark, so that line breaking has its work. */
const TEXT =
  '张阿姨听人说，投5万元“养老公寓”，每月返息1500元；头两个月准时到账，她又投了8万元——第三个月门店关了，电话再也打不通。钱，一分也没有回来！'

const words = (length: number): string =>
  Array.from(TEXT.repeat(Math.ceil(length / Array.from(TEXT).length) || 1))
    .slice(0, length)
    .join('')

const list = (schema: TemplateSchema, field: string, full: boolean, fallback: number): readonly string[] => {
  const limit = limitOf(schema, field)
  // No content is released without a line or a step.
  const count = full ? (limit?.maxItems ?? fallback) : 1
  return Array.from({ length: count }, () => words(full ? (limit?.max ?? 20) : 2))
}

const bodyOf = (schema: TemplateSchema, kind: ContentKind, full: boolean): ContentBody => {
  const of = (field: string, fallback: number): number => limitOf(schema, field)?.max ?? fallback
  const title = words(full ? of(kind === 'slogan' ? 'text' : 'title', 12) : 2)
  const accent = full ? Array.from(title).slice(0, of('accent', 0)).join('') : ''
  if (kind === 'slogan') return { kind, text: title, accent }
  if (kind === 'technique') {
    const steps = list(schema, 'steps', full, 4).map((text) => ({ heSays: text, youDo: text }))
    return { kind, title, accent, fraudClass: full ? 'fake-police' : 'other', steps }
  }
  const photo = {
    media: 'trial' as MediaId,
    sha256: '0'.repeat(64) as Sha256,
    width: 10_000,
    height: 10_000,
    alt: words(40),
  }
  const needsPhoto = limitOf(schema, 'photo')?.required ?? false
  return {
    kind,
    title,
    accent,
    fraudClass: full ? 'care-investment' : 'other',
    lines: list(schema, 'lines', full, 6),
    photo: full || needsPhoto ? photo : null,
    lesson: full ? words(of('lesson', 0)) : '',
  }
}

const orderOf = (schema: TemplateSchema, body: ContentBody, full: boolean, now: Instant): Order => ({
  choice: {
    release: 'trial' as ReleaseId,
    template: schema.id,
    size: '',
    way: 'office',
    tiling: 'none',
    unit: 'trial' as UnitId,
    contact: full ? { name: words(CONTACT_NAME_MAX).replace(/[，]/g, '芳'), number: '023495812345' } : null,
  },
  source: {
    release: 'trial' as ReleaseId,
    body,
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

export type TrialChoice = { readonly kind: ContentKind; readonly size: string; readonly way: PrintWay }

/** All that a template may be asked for: every kind at every size, each way it leaves the house. */
export const trialChoices = ({ kinds, sizes }: TemplateSchema): readonly TrialChoice[] =>
  kinds.flatMap((kind) => sizes.flatMap(({ id, ways }) => ways.map((way) => ({ kind, size: id, way }))))

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
  const order = orderOf(schema, bodyOf(schema, kind, full), full, now)
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
export const thumbData = (schema: TemplateSchema, sample: unknown, now: Instant): SheetData | null => {
  for (const choice of trialChoices(schema)) {
    const full = trialData(schema, choice, 'longest', now)
    const { hotline, photo, edition } = trialData(schema, choice, 'empty', now)
    const sheet = { ...full.sheet, bleed: 0, marks: false }
    const data = sampleData({ ...full, hotline, photo, edition, sheet, contact: null, demo: false }, sample)
    if (data) return data
  }
  return null
}
