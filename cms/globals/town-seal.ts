import type { GlobalAfterChangeHook, GlobalBeforeChangeHook } from 'payload'
import { refuse } from '../../src/errors/refusal.ts'
import { appendAudit } from '../audit/append.ts'
import { detailOf } from '../audit/names.ts'
import { ports } from '../base/ports.ts'
import { cleanTexts } from '../hooks/clean-text.ts'
import type { TownRow } from '../records/town-seal.ts'

export const TOWN_NAME_LIMIT = 12
const NAME = /^\p{Script=Han}{1,12}$/u

const cleanName = (given: unknown): string => {
  if (typeof given !== 'string') return refuse('FIELD_INVALID', { field: 'name', got: typeof given })
  const name = String(cleanTexts(given, 'name')).trim()
  if (!NAME.test(name)) refuse('TOWN_NAME_INVALID', { field: 'name', limit: TOWN_NAME_LIMIT, got: name })
  const missing = [
    ...new Set([...ports().missingGlyphs(name, 'sans'), ...ports().missingGlyphs(name, 'pixel')]),
  ]
  if (missing.length > 0) refuse('GLYPH_MISSING', { field: 'name', got: missing.join('') })
  return name
}

/** CMS-28: nobody reviews the town's name, and it stands on every fallback page; so it can be nothing but a name. */
export const sealTown: GlobalBeforeChangeHook = ({ data, originalDoc }) => {
  const { seal: _, ...rest } = data as Record<string, unknown>
  const given = rest['name'] ?? (originalDoc as TownRow | undefined)?.name
  const name = cleanName(given ?? '')
  return { ...rest, name, seal: ports().sign('town', { name }) }
}

export const auditTown: GlobalAfterChangeHook = async ({ doc, previousDoc, req }) => {
  const before = (previousDoc ?? {}) as Record<string, unknown>
  const names = ['name', 'secondFactor'].filter((name) => before[name] !== (doc as typeof before)[name])
  const detail = names.length === 0 ? 'saved' : detailOf(names)
  await appendAudit(req, { action: 'update', subject: 'globals/town', detail })
  return doc
}
