import { spokenRefusal, type Refusal, type Said } from '../errors/refusal.ts'
import {
  exact,
  list,
  mapOf,
  matches,
  Misfit,
  misfit,
  within,
  oneOf,
  orNull,
  type Read,
} from '../shape/shape.ts'
import { isFieldName } from './fields.ts'
import {
  ELEMENTS,
  PRINT_WAYS,
  SETTINGS,
  type FieldLimit,
  type Place,
  type PhotoSlot,
  type TemplateSchema,
  type TemplateSize,
} from './template.ts'

/** Longest side of a true size; larger ones are no print. */
const MAX_MM = 20_000
const ID = /^[a-z0-9][a-z0-9-]{0,40}$/
const SIZE_ID = /^[A-Za-z0-9][A-Za-z0-9x.-]{0,20}$/

/** A member's path, then what is wrong with it: `sizes[0].scale must be …`. */
const told = (path: string, zh: string, en: string): Said => ({ zh: `${path} ${zh}`, en: `${path} ${en}` })

const show = (value: unknown): string => (JSON.stringify(value) ?? '').slice(0, 40)

/** What was wanted, in both languages. */
const wantedBy = ({ kind, bounds }: Misfit): readonly [zh: string, en: string] => {
  const all = bounds.map(show)
  switch (kind) {
    case 'number':
      return [`要是 ${all[0]} 到 ${all[1]} 的数`, `must be a number from ${all[0]} to ${all[1]}`]
    case 'whole number':
      return [`要是 ${all[0]} 到 ${all[1]} 的整数`, `must be a whole number from ${all[0]} to ${all[1]}`]
    case 'one':
      return [`只能是 ${all.join('、')}`, `must be one of ${all.join(', ')}`]
    case 'list':
      return [`要是一个列表，有 ${all[0]} 到 ${all[1]} 项`, `must be a list of ${all[0]} to ${all[1]}`]
    case 'object':
      return ['要是 { "名字": 值 } 的样子', 'must be like { "name": value }']
    case 'unknown member':
      return ['没有这一项，看看是不是写错了', 'is no member there is; is it misspelt?']
    default:
      return [String(bounds[0]), String(bounds[1])]
  }
}

/** What is wrong with a value, and what it is now. */
const saidOf = (fault: Misfit): Said => {
  const { kind, value } = fault
  const [zh, en] = wantedBy(fault)
  const path = kind === 'object' ? fault.path || 'schema.json' : fault.path
  if (kind === 'unknown member' || kind === 'that') return told(path, zh, en)
  return value === undefined
    ? told(path, `没有写，${zh}`, `is missing; it ${en}`)
    : told(path, `${zh}，现在是 ${show(value)}`, `${en}, and is ${show(value)}`)
}

const wrong = (path: string, zh: string, en: string): never => misfit(path, undefined, 'that', zh, en)

/** A list that holds nothing twice. */
const distinct =
  (each: Read<unknown>, most: number, least = 1): Read<readonly unknown[]> =>
  (value, path) => {
    const items = list(each, least, most)(value, path)
    const keys = items.map((item) => JSON.stringify((item as { id?: unknown } | null)?.id ?? item))
    if (new Set(keys).size < keys.length)
      wrong(path, `有重复的：${show(value)}`, `holds the same twice: ${show(value)}`)
    return items
  }

/** Members whose names are any of these. */
const namedBy =
  (known: (name: string) => boolean, each: Read<unknown>): Read<unknown> =>
  (value, path) => {
    const unknown = (name: unknown): unknown =>
      known(String(name)) ? name : misfit(`${path}.${String(name)}`, undefined, 'unknown member')
    return mapOf(unknown, each)(value, path)
  }

const NAME = matches(/^\P{C}{1,60}$/u, '要是 1 到 60 个字，不换行', 'must be 1 to 60 characters in one line')
const MM = within(20, MAX_MM)

const SIZE = exact<TemplateSize>({
  id: matches(
    SIZE_ID,
    '要由字母、数字、点、短横组成，最多 21 个',
    'must be letters, digits, dots and hyphens, 21 at most',
  ),
  name_zh: NAME,
  name_en: NAME,
  widthMm: MM,
  heightMm: MM,
  scale: oneOf([1, 0.1]),
  ways: distinct(oneOf(PRINT_WAYS), PRINT_WAYS.length),
})

const PLACE = exact<Place>(
  {
    by: oneOf(SETTINGS),
    ems: list(within(0.1, 5_000), 1, 100),
    lines: list(within(1, 1_000, 'whole number'), 1, 100),
    gap: within(0, 100),
    parts: within(1, 12, 'whole number'),
    only: oneOf(['first', 'last']),
  },
  ['lines', 'gap', 'parts', 'only'],
)

const FIELD = exact<FieldLimit>(
  {
    max: within(0, 5_000, 'whole number'),
    maxItems: within(1, 100, 'whole number'),
    required: oneOf([true, false]),
    place: PLACE,
  },
  ['maxItems', 'required', 'place'],
)

const STANDING = matches(
  /^\P{C}{1,80}$/u,
  '要是 1 到 80 个字，不换行',
  'must be 1 to 80 characters in one line',
)

const schemaOf = (kinds: readonly string[]): Read<TemplateSchema> =>
  exact<TemplateSchema>(
    {
      id: matches(
        ID,
        '要由小写字母、数字、短横组成，最多 41 个',
        'must be small letters, digits and hyphens, 41 at most',
      ),
      version: within(1, 9_999, 'whole number'),
      name_zh: NAME,
      name_en: NAME,
      kinds: distinct(oneOf(kinds), kinds.length),
      sizes: distinct(SIZE, 12),
      pages: within(1, 12, 'whole number'),
      fields: namedBy(isFieldName, FIELD),
      photo: orNull(
        namedBy(
          (name) => SIZE_ID.test(name),
          exact<PhotoSlot>({ widthMm: within(1, MAX_MM), heightMm: within(1, MAX_MM) }),
        ),
      ),
      required: distinct(oneOf(ELEMENTS), ELEMENTS.length),
      contact: oneOf([true, false]),
      standing: distinct(STANDING, 80, 0),
    },
    ['standing'],
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
 * @param kinds the kinds of content there are
 */
export const parseSchema = (value: unknown, kinds: readonly string[]): TemplateSchema | Refusal => {
  try {
    const schema = schemaOf(kinds)(value, '')
    photoSizes(schema)
    scaledSizes(schema)
    return schema
  } catch (error) {
    if (error instanceof Misfit) return spokenRefusal('TEMPLATE_SCHEMA_INVALID', { got: saidOf(error) })
    throw error
  }
}
