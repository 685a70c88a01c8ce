import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { finishPdf } from '../../../src/adapters/pdf/finish.ts'
import { strangeWords } from '../../../src/poster/index.ts'
import { POSTERS } from '../../../scripts/posters/press.ts'
import { press, SCHEMAS, SHEETS, TRIAL_SHEETS } from './sheets.ts'

const LIBRARY = readFileSync(`${POSTERS}/library/standing.txt`, 'utf8').trim().split('\n')
const parts = (words: string): readonly string[] => words.split('…')

describe('TPL-26 what stands on a sheet is of the release, or is written down', () => {
  it.each(SCHEMAS.map((schema) => [schema.id, schema] as const))(
    'TPL-26 %s: no word that is neither, and none written down that never stands there',
    async (id, { standing = [] }) => {
      let said = ''
      for (const { name, schema, data } of [...SHEETS, ...TRIAL_SHEETS]) {
        if (schema.id !== id) continue
        const { facts } = await finishPdf(press.pdf(id, data), { facts: true })
        const runs = facts?.pages.flat() ?? []
        said += runs.join('').replaceAll(' ', '')
        expect([name, strangeWords(runs, data, [...LIBRARY, ...standing])]).toEqual([name, []])
      }
      const bare = (words: string): string => words.replace(/[^\p{L}\p{N}]/gu, '')
      const unseen = standing.filter((words) => !bare(said).includes(bare(words)))
      expect(unseen).toEqual([])
    },
  )

  it('TPL-26 the library’s own words are those in its source', () => {
    const sources = readdirSync(`${POSTERS}/library`)
      .filter((name) => name.endsWith('.typ'))
      .map((name) => readFileSync(`${POSTERS}/library/${name}`, 'utf8'))
      .join('\n')
    for (const words of LIBRARY.flatMap(parts))
      expect([words, sources.includes(words)]).toEqual([words, true])
  })
})
