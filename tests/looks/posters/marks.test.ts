import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { faultsOf } from './faults.ts'
import { markedSheets } from './marked-sheets.ts'
import { press, SCHEMAS, type Sheet } from './sheets.ts'

/** How many sheets of each template; a hand that works on the setting asks for more. */
const RUNS = Number(process.env['MARKED_SHEETS'] ?? 6)
const SEED = Number(process.env['MARKED_SEED'] ?? 20261129)

const set = async (sheet: Sheet): Promise<readonly string[]> => {
  try {
    if ((press.query(sheet.schema.id, sheet.data, '<ss-overflow>') as unknown[]).length > 0)
      return ['too long']
    return await faultsOf(sheet)
  } catch {
    return [press.faults(sheet.schema.id, sheet.data)]
  }
}

describe('TPL-11 marks piled up are set as they are written', () => {
  it.each(SCHEMAS.map((schema) => [schema.id, schema] as const))(
    'TPL-11 %s: any text with clusters of marks sets at every size and way, or is named as too long',
    async (id, schema) => {
      let long = 0
      for (const sheet of fc.sample(markedSheets(schema), { numRuns: RUNS, seed: SEED })) {
        const faults = await set(sheet)
        if (faults[0] === 'too long') long += 1
        else expect([sheet.name, faults]).toEqual([sheet.name, []])
      }
      if (process.env['MARKED_SHEETS']) console.log(`${id}: ${RUNS} sheets, ${long} too long`)
    },
  )
})
