import { describe, expect, it } from 'vitest'
import { parseSchema } from '../../../src/poster/index.ts'
import { sampleOf, STARTER } from '../../../scripts/posters/texts.ts'
import { KIND_NAMES } from '../../builders/print.ts'
import { faultsOf, refusals } from './faults.ts'
import { press, SCHEMAS, SHEETS, TRIAL_SHEETS } from './sheets.ts'

describe('TPL-1 what a schema lets in stands on the sheet', () => {
  it.each(SCHEMAS.map((schema) => [schema.id, schema] as const))(
    'TPL-1 %s: its schema is one',
    (_, schema) => {
      expect(parseSchema(schema, KIND_NAMES)).toEqual(schema)
    },
  )

  it.each(SCHEMAS.map(({ id }) => id))('TPL-1 %s: every element required, nothing too long', (id) => {
    for (const sheet of [...SHEETS, ...TRIAL_SHEETS].filter(({ schema }) => schema.id === id))
      expect([sheet.name, refusals(sheet)]).toEqual([sheet.name, []])
  })

  it.each(SCHEMAS.map((schema) => [schema.id, schema] as const))(
    'TPL-1 %s: the whole starter library fits',
    (id, schema) => {
      for (const kind of schema.kinds)
        for (const words of STARTER[kind] ?? []) {
          const data = { ...sampleOf(schema, kind, 'typical'), ...words }
          expect([data.title, press.query(id, data, '<ss-overflow>')]).toEqual([data.title, []])
        }
    },
  )

  it('TPL-1 what does not fit is named with its length and not printed over', () => {
    const [sheet] = SHEETS.filter(({ name }) => name === 'case-a3-case-typical')
    const lines = Array.from({ length: 30 }, () => '头两个月利息准时到账，第三个月电话停机。')
    const told = press.query('case-a3', { ...sheet!.data, lines }, '<ss-overflow>')
    expect(told).toEqual([{ field: 'lines', length: 600 }])
  })
})

describe('TPL-3 text is set as Chinese is set', () => {
  it.each(SCHEMAS.map(({ id }) => id))(
    'TPL-3 %s: lines begin and end well, nothing broken or over',
    async (id) => {
      for (const sheet of [...SHEETS, ...TRIAL_SHEETS].filter(({ schema }) => schema.id === id))
        expect([sheet.name, await faultsOf(sheet)]).toEqual([sheet.name, []])
    },
  )
})
