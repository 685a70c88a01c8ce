import type { Instant } from '../../../src/model/ids.ts'
import { trialChoices, trialData } from '../../../src/poster/index.ts'
import type { SheetData } from '../../../src/poster/sheet.ts'
import type { TemplateSchema } from '../../../src/poster/template.ts'
import { KINDS_ON_PAPER } from '../../builders/print.ts'
import { openPress, TEMPLATES } from '../../../scripts/posters/press.ts'
import { LENGTHS, sampleOf, schemaOf } from '../../../scripts/posters/texts.ts'

const NOW = Date.UTC(2026, 10, 23, 4) as Instant

export type Sheet = {
  readonly name: string
  readonly schema: TemplateSchema
  readonly kind: string
  readonly data: SheetData
}

/** Photos of the starter library stand under their names; made-up words come with the mask. */
export const press = openPress()

export const SCHEMAS: readonly TemplateSchema[] = TEMPLATES.map(schemaOf)

/** Each template with each kind of content, in the starter library's own words: shortest, typical, longest. */
export const SHEETS: readonly Sheet[] = SCHEMAS.flatMap((schema) =>
  schema.kinds.flatMap((kind) =>
    LENGTHS.map((length) => ({
      name: `${schema.id}-${kind}-${length}`,
      schema,
      kind,
      data: sampleOf(schema, kind, length),
    })),
  ),
)

/** The gate's hardest words (every kind of mark, all fields at their longest) at every size and way. */
export const TRIAL_SHEETS: readonly Sheet[] = SCHEMAS.flatMap((schema) =>
  trialChoices(schema, KINDS_ON_PAPER).flatMap((choice) =>
    (['longest', 'empty'] as const).map((trial) => ({
      name: `${schema.id} ${choice.kind.kind} ${choice.size} ${choice.way} ${trial}`,
      schema,
      kind: choice.kind.kind,
      data: trialData(schema, choice, trial, NOW),
    })),
  ),
)
