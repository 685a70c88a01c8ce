import { spokenRefusal, type Refusal, type Said } from '../errors/refusal.ts'
import { CONTENT_KINDS } from '../model/content.ts'
import { isFieldName } from './fields.ts'
import { ELEMENTS, PRINT_WAYS, type TemplateSchema } from './template.ts'

/** Longest side of a true size; larger ones are no print. */
const MAX_MM = 20_000
const ID = /^[a-z0-9][a-z0-9-]{0,40}$/
const SIZE_ID = /^[A-Za-z0-9][A-Za-z0-9x.-]{0,20}$/

type Check = (value: unknown, path: string) => void
class Wrong extends Error {
  readonly said: Said
  constructor(said: Said) {
    super(said.en)
    this.said = said
  }
}

/** `zh` and `en` follow the member's path: `sizes[0].scale must be …`. */
const wrong = (path: string, zh: string, en: string): never => {
  throw new Wrong({ zh: `${path} ${zh}`, en: `${path} ${en}` })
}

const show = (value: unknown): string => (JSON.stringify(value) ?? '').slice(0, 40)

/** What is wrong with a value, and what it is now. */
const unlike = (value: unknown, path: string, zh: string, en: string): never =>
  value === undefined
    ? wrong(path, `没有写，${zh}`, `is missing; it ${en}`)
    : wrong(path, `${zh}，现在是 ${show(value)}`, `${en}, and is ${show(value)}`)

const within =
  (low: number, high: number, whole = false): Check =>
  (value, path) => {
    const number = typeof value === 'number' && Number.isFinite(value) && (!whole || Number.isInteger(value))
    if (!number || value < low || value > high)
      unlike(
        value,
        path,
        `要是 ${low} 到 ${high} 的${whole ? '整数' : '数'}`,
        `must be a ${whole ? 'whole ' : ''}number from ${low} to ${high}`,
      )
  }

const oneOf =
  (allowed: readonly unknown[]): Check =>
  (value, path) => {
    const all = allowed.map(show)
    if (!allowed.includes(value))
      unlike(value, path, `只能是 ${all.join('、')}`, `must be one of ${all.join(', ')}`)
  }

const matching =
  (pattern: RegExp, zh: string, en: string): Check =>
  (value, path) => {
    if (typeof value !== 'string' || !pattern.test(value)) unlike(value, path, zh, en)
  }

const list =
  (each: Check, most: number, least = 1): Check =>
  (value, path) => {
    if (!Array.isArray(value) || value.length < least || value.length > most)
      return unlike(
        value,
        path,
        `要是一个列表，有 ${least} 到 ${most} 项`,
        `must be a list of ${least} to ${most}`,
      )
    value.forEach((item, i) => each(item, `${path}[${i}]`))
    const keys = value.map((item) => JSON.stringify((item as { id?: unknown } | null)?.id ?? item))
    if (new Set(keys).size < keys.length)
      wrong(path, `有重复的：${show(value)}`, `holds the same twice: ${show(value)}`)
  }

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const MEMBERS = ['要是 { "名字": 值 } 的样子', 'must be like { "name": value }'] as const
const UNKNOWN = ['没有这一项，看看是不是写错了', 'is no member there is; is it misspelt?'] as const

/** Exactly these members: a misspelt one must not silently mean "not required". */
const shape =
  (members: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check =>
  (value, path) => {
    if (!isRecord(value)) return unlike(value, path || 'schema.json', ...MEMBERS)
    const at = (name: string): string => (path ? `${path}.${name}` : name)
    for (const name of Object.keys(value)) {
      if (!Object.hasOwn(members, name) && !Object.hasOwn(optional, name)) wrong(at(name), ...UNKNOWN)
    }
    for (const [name, check] of Object.entries(members)) check(value[name], at(name))
    for (const [name, check] of Object.entries(optional)) {
      if (Object.hasOwn(value, name)) check(value[name], at(name))
    }
  }

const mapOf =
  (key: (name: string) => boolean, each: Check): Check =>
  (value, path) => {
    if (!isRecord(value)) return unlike(value, path, ...MEMBERS)
    for (const [name, item] of Object.entries(value)) {
      if (!key(name)) wrong(`${path}.${name}`, ...UNKNOWN)
      each(item, `${path}.${name}`)
    }
  }

const orNull =
  (check: Check): Check =>
  (value, path) => {
    if (value !== null) check(value, path)
  }

const NAME = matching(/^\P{C}{1,60}$/u, '要是 1 到 60 个字，不换行', 'must be 1 to 60 characters in one line')
const MM = within(20, MAX_MM)

const SIZE = shape({
  id: matching(
    SIZE_ID,
    '要由字母、数字、点、短横组成，最多 21 个',
    'must be letters, digits, dots and hyphens, 21 at most',
  ),
  name_zh: NAME,
  name_en: NAME,
  widthMm: MM,
  heightMm: MM,
  scale: oneOf([1, 0.1]),
  ways: list(oneOf(PRINT_WAYS), PRINT_WAYS.length),
})

const FIELD = shape(
  { max: within(0, 5_000, true) },
  { maxItems: within(1, 100, true), required: oneOf([true, false]) },
)

const STANDING = matching(
  /^\P{C}{1,80}$/u,
  '要是 1 到 80 个字，不换行',
  'must be 1 to 80 characters in one line',
)

const SCHEMA = shape(
  {
    id: matching(
      ID,
      '要由小写字母、数字、短横组成，最多 41 个',
      'must be small letters, digits and hyphens, 41 at most',
    ),
    version: within(1, 9_999, true),
    name_zh: NAME,
    name_en: NAME,
    kinds: list(oneOf(CONTENT_KINDS), CONTENT_KINDS.length),
    sizes: list(SIZE, 12),
    pages: within(1, 12, true),
    fields: mapOf(isFieldName, FIELD),
    photo: orNull(
      mapOf((name) => SIZE_ID.test(name), shape({ widthMm: within(1, MAX_MM), heightMm: within(1, MAX_MM) })),
    ),
    required: list(oneOf(ELEMENTS), ELEMENTS.length),
    contact: oneOf([true, false]),
  },
  { standing: list(STANDING, 80, 0) },
)

const photoSizes = (schema: TemplateSchema): void => {
  for (const id of Object.keys(schema.photo ?? {})) {
    if (!schema.sizes.some((size) => size.id === id))
      wrong(`photo.${id}`, '不是 sizes 里的尺寸', 'is none of the sizes')
  }
}

/** An office's printer enlarges nothing: a page at a tenth is a print shop's file (PRT-17). */
const scaledSizes = ({ sizes }: TemplateSchema): void => {
  for (const [i, { scale, ways }] of sizes.entries())
    if (scale !== 1 && ways.includes('office'))
      wrong(
        `sizes[${i}].ways`,
        '不能有 "office"：缩小的文件只有打印店能放大',
        'must not have "office": only a print shop enlarges a page made smaller',
      )
}

/**
 * What `schema.json` says, or TEMPLATE_SCHEMA_INVALID that names the member and what is allowed there. Members
 * nobody knows are refused.
 */
export const parseSchema = (value: unknown): TemplateSchema | Refusal => {
  try {
    SCHEMA(value, '')
    photoSizes(value as TemplateSchema)
    scaledSizes(value as TemplateSchema)
    return value as TemplateSchema
  } catch (error) {
    if (error instanceof Wrong) return spokenRefusal('TEMPLATE_SCHEMA_INVALID', { got: error.said })
    throw error
  }
}

/** Tells a refusal from what was asked for. */
export const isRefusal = (value: object): value is Refusal => 'code' in value && 'message_zh' in value
