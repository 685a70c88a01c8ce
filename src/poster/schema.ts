import { refusal, type Refusal } from '../errors/refusal.ts'
import { CONTENT_KINDS } from '../model/content.ts'
import { isFieldName } from './fields.ts'
import { ELEMENTS, PRINT_WAYS, type TemplateSchema } from './template.ts'

/** Longest side of a true size; larger ones are no print. */
const MAX_MM = 20_000
const ID = /^[a-z0-9][a-z0-9-]{0,40}$/
const SIZE_ID = /^[A-Za-z0-9][A-Za-z0-9x.-]{0,20}$/

type Check = (value: unknown, path: string) => void
class Wrong extends Error {}

const wrong = (path: string, why: string): never => {
  throw new Wrong(`${path} ${why}`)
}

const show = (value: unknown): string => (JSON.stringify(value) ?? 'undefined').slice(0, 40)

const within =
  (low: number, high: number, whole = false): Check =>
  (value, path) => {
    const number = typeof value === 'number' && Number.isFinite(value) && (!whole || Number.isInteger(value))
    if (!number || value < low || value > high) wrong(path, `${low}–${high}: ${show(value)}`)
  }

const oneOf =
  (allowed: readonly unknown[]): Check =>
  (value, path) => {
    if (!allowed.includes(value)) wrong(path, `${allowed.map(show).join(' | ')}: ${show(value)}`)
  }

const matching =
  (pattern: RegExp): Check =>
  (value, path) => {
    if (typeof value !== 'string' || !pattern.test(value)) wrong(path, `${pattern.source}: ${show(value)}`)
  }

const list =
  (each: Check, most: number, least = 1): Check =>
  (value, path) => {
    if (!Array.isArray(value) || value.length < least || value.length > most)
      return wrong(path, `[${least}–${most}]: ${show(value)}`)
    value.forEach((item, i) => each(item, `${path}[${i}]`))
    const keys = value.map((item) => JSON.stringify((item as { id?: unknown } | null)?.id ?? item))
    if (new Set(keys).size < keys.length) wrong(path, `×2: ${show(value)}`)
  }

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Exactly these members: a misspelt one must not silently mean "not required". */
const shape =
  (members: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check =>
  (value, path) => {
    if (!isRecord(value)) return wrong(path || 'schema.json', `{…}: ${show(value)}`)
    const at = (name: string): string => (path ? `${path}.${name}` : name)
    for (const name of Object.keys(value)) {
      if (!Object.hasOwn(members, name) && !Object.hasOwn(optional, name)) wrong(at(name), '?')
    }
    for (const [name, check] of Object.entries(members)) check(value[name], at(name))
    for (const [name, check] of Object.entries(optional)) {
      if (Object.hasOwn(value, name)) check(value[name], at(name))
    }
  }

const mapOf =
  (key: (name: string) => boolean, each: Check): Check =>
  (value, path) => {
    if (!isRecord(value)) return wrong(path, `{…}: ${show(value)}`)
    for (const [name, item] of Object.entries(value)) {
      if (!key(name)) wrong(`${path}.${name}`, '?')
      each(item, `${path}.${name}`)
    }
  }

const orNull =
  (check: Check): Check =>
  (value, path) => {
    if (value !== null) check(value, path)
  }

const NAME = matching(/^\P{C}{1,60}$/u)
const MM = within(20, MAX_MM)

const SIZE = shape({
  id: matching(SIZE_ID),
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

const SCHEMA = shape({
  id: matching(ID),
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
})

const photoSizes = (schema: TemplateSchema): void => {
  for (const id of Object.keys(schema.photo ?? {})) {
    if (!schema.sizes.some((size) => size.id === id)) wrong(`photo.${id}`, '∉ sizes')
  }
}

/** An office's printer enlarges nothing: a page at a tenth is a print shop's file (PRT-17). */
const scaledSizes = ({ sizes }: TemplateSchema): void => {
  for (const [i, { scale, ways }] of sizes.entries())
    if (scale !== 1 && ways.includes('office')) wrong(`sizes[${i}].ways`, `scale ${scale}: "shop"`)
}

/**
 * What `schema.json` says, or TEMPLATE_SCHEMA_INVALID whose `got` names the member and what is allowed there. Members
 * nobody knows are refused.
 */
export const parseSchema = (value: unknown): TemplateSchema | Refusal => {
  try {
    SCHEMA(value, '')
    photoSizes(value as TemplateSchema)
    scaledSizes(value as TemplateSchema)
    return value as TemplateSchema
  } catch (error) {
    if (error instanceof Wrong) return refusal('TEMPLATE_SCHEMA_INVALID', { got: error.message })
    throw error
  }
}

/** Tells a refusal from what was asked for. */
export const isRefusal = (value: object): value is Refusal => 'code' in value && 'message_zh' in value
