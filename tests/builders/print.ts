import { KINDS, posterKinds } from '../../src/content/index.ts'
import type { ReleaseId, UnitId } from '../../src/model/ids.ts'
import type { Order, PosterKind } from '../../src/poster/index.ts'
import type { PrintChoice, PrintSource } from '../../src/poster/sheet.ts'
import type { TemplateSchema, TemplateSize } from '../../src/poster/template.ts'
import { buildCase, buildHotline, buildWords } from './content.ts'

/** What posters know of the product's kinds, and what a schema may name. */
export const KINDS_ON_PAPER = posterKinds(KINDS)
export const KIND_NAMES = KINDS_ON_PAPER.map(({ kind }) => kind)
export const [CASE_ON_PAPER] = KINDS_ON_PAPER as readonly [PosterKind]

/** 2026-11-23 16:00 in the town. */
export const PRINT_NOW = Date.parse('2026-11-23T08:00:00Z')

export const buildSize = (changes: Partial<TemplateSize> = {}): TemplateSize => ({
  id: 'a3',
  name_zh: 'A3',
  name_en: 'A3',
  widthMm: 297,
  heightMm: 420,
  scale: 1,
  ways: ['office', 'shop'],
  ...changes,
})

export const buildSchema = (changes: Partial<TemplateSchema> = {}): TemplateSchema => ({
  id: 'case-a3',
  version: 1,
  name_zh: 'A3案例海报',
  name_en: 'A3 case poster',
  kinds: ['case'],
  sizes: [buildSize()],
  pages: 1,
  fields: {
    title: { max: 30, required: true },
    accent: { max: 30 },
    lines: { max: 60, maxItems: 6, required: true },
    lesson: { max: 40 },
  },
  photo: { a3: { widthMm: 120, heightMm: 90 } },
  required: ['issuer', 'date', 'validUntil', 'hotline', 'qr', 'code', 'tearOff'],
  contact: true,
  ...changes,
})

export const buildChoice = (changes: Partial<PrintChoice> = {}): PrintChoice => ({
  release: 'release-1' as ReleaseId,
  template: 'case-a3',
  size: 'a3',
  way: 'office',
  tiling: 'none',
  unit: 'unit-1' as UnitId,
  contact: null,
  ...changes,
})

export const buildSource = (changes: Partial<PrintSource> = {}): PrintSource => ({
  release: 'release-1' as ReleaseId,
  words: buildWords(buildCase()),
  edition: 3,
  releasedAt: Date.parse('2026-11-20T02:00:00Z'),
  validUntil: Date.parse('2027-02-28T16:00:00Z'),
  withdrawnAt: null,
  hotline: {
    ...buildHotline(),
    verifiedAt: Date.parse('2026-11-01T00:00:00Z'),
    confirmBy: '五间镇平安办',
  },
  town: '五间镇',
  issuer: '五间镇平安办',
  unit: { id: 'unit-1' as UnitId, name: '下溪村' },
  demo: false,
  publicUrl: 'https://shield.example.cn',
  ...changes,
})

export const buildOrder = (choice: Partial<PrintChoice> = {}, source: Partial<PrintSource> = {}): Order => ({
  choice: buildChoice(choice),
  source: buildSource(source),
})
