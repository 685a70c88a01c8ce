import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  changesSince,
  originsOf,
  segmentsOf,
  type Edition,
} from '../../../cms/components/submission/changes.ts'
import {
  missingOf,
  nameOf,
  nextUnseen,
  readLooked,
  writeLooked,
} from '../../../cms/components/submission/looked.ts'
import { looksOf, wordsOn, type Look } from '../../../cms/components/submission/looks.ts'
import { missingWords } from '../../../cms/components/submission/missing-words.ts'
import {
  noted,
  ON_THE_WHOLE,
  readNotes,
  textOn,
  writeNotes,
} from '../../../cms/components/submission/notes.ts'
import { unansweredIn } from '../../../cms/components/submission/Asks.tsx'
import type { AskLine } from '../../../cms/components/submission/asks.ts'
import { mainGrid } from '../../../cms/components/submission/shown.ts'
import { KINDS } from '../../../src/content/index.ts'
import type { ContentBody } from '../../../src/model/content.ts'
import type { Page } from '../../../src/model/page.ts'
import { buildCase, buildHotline, buildSlogan, buildTechnique, laidOut } from '../../builders/content.ts'
import { DEMO_SCREENS } from '../../builders/screen.ts'
import { STARTER } from '../../builders/starter.ts'

const GRIDS = Object.values(DEMO_SCREENS)

const gridsOf = (body: ContentBody, version: number): readonly (readonly Page[])[] =>
  GRIDS.map((profile) => laidOut(body, profile, { layout: version }).pages)

const looks = (body: ContentBody, grids: readonly (readonly Page[])[]): readonly Look[] =>
  looksOf(KINDS.of(body).texts(body), buildHotline(), grids)

const versions = KINDS.of(buildCase()).layouts

const solid = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')

describe('DESK-60 one beat on all grids at once', () => {
  test('DESK-60 every page of every grid stands in the look of its own words, in both layouts', () => {
    for (const body of STARTER.filter((_, n) => n % 4 === 0))
      for (const version of versions) {
        const grids = gridsOf(body, version)
        const all = looks(body, grids)
        grids.forEach((pages, grid) => {
          const shown = all.flatMap((look) => look.pages[grid] ?? [])
          expect([...new Set(shown)].toSorted((a, b) => a - b)).toEqual(pages.map((_, n) => n))
          expect(shown).toEqual(shown.toSorted((a, b) => a - b))
          for (const look of all) {
            const said = solid(look.words.map(({ text }) => text).join(''))
            const read = (look.pages[grid] ?? []).map((n) => wordsOn(pages[n] as Page)).join('')
            // A page of an old layout may hold two beats, and the last of a strip the hotline.
            expect(read.includes(solid(look.words[0]?.text ?? '')) || said.includes(read)).toBe(true)
          }
        })
      }
  })

  test('DESK-60 a case of four beats is six looks, whatever the number of pages', () => {
    const body = buildCase()
    const grids = gridsOf(body, 2)
    const all = looks(body, grids)
    expect(all.map(({ places }) => places[0])).toEqual([
      { field: 'title' },
      ...[0, 1, 2, 3].map((item) => ({ field: 'story', item })),
      { field: 'lesson' },
    ])
    expect(grids.flat().length).toBeGreaterThan(all.length * 3)
    expect(all.every(({ pages }) => pages.every((numbers) => numbers.length > 0))).toBe(true)
  })

  test('DESK-60 what he says and what you do are one look, on small panels two pages of it', () => {
    const body = buildTechnique()
    const all = looks(body, gridsOf(body, 2))
    expect(all.map(({ places }) => places[0])).toEqual([
      { field: 'title' },
      { field: 'steps', item: 0 },
      { field: 'steps', item: 1 },
    ])
    expect(all[1]?.pages.at(-1)?.length).toBeGreaterThan(1)
  })

  test('DESK-60 words nobody can read are shown by number', () => {
    const grids = gridsOf(buildCase(), 2)
    const most = Math.max(...grids.map((pages) => pages.length))
    expect(looksOf([], null, grids)).toHaveLength(most)
    expect(looksOf([], null, [])).toEqual([])
  })

  test('DESK-60 the chosen grid stands large, or the first that shows this look', () => {
    const look: Look = { places: [], words: [], pages: [[], [2], [3]] }
    expect(mainGrid(look, 2)).toBe(2)
    expect(mainGrid(look, 0)).toBe(1)
  })
})

describe('DESK-61 seen is opened and stayed, and kept', () => {
  test('DESK-61 it is kept by person, submission and pages, and damage of it is nothing seen', () => {
    const kept = writeLooked(new Set([2, 0]))
    expect([...readLooked(kept, 3)]).toEqual([0, 2])
    expect([...readLooked(kept, 2)]).toEqual([0])
    for (const broken of [null, '', '{', '{"0":1}', '[-1,"0",1.5]', 'null'])
      expect(readLooked(broken, 3).size).toBe(0)
    expect(nameOf('a', 's', 'd1')).not.toBe(nameOf('a', 's', 'd2'))
    expect(nameOf('a', 's', 'd1')).not.toBe(nameOf('b', 's', 'd1'))
  })

  test('DESK-61 it opens with the last look seen and the last question answered, never without any look', () => {
    expect(missingOf(new Set([0, 1]), 3, 0)).toEqual({ looks: 1, unanswered: 0 })
    expect(missingOf(new Set([0, 1, 2]), 3, 1)).toEqual({ looks: 0, unanswered: 1 })
    expect(missingOf(new Set([0, 1, 2]), 3, 0)).toBeNull()
    expect(missingOf(new Set(), 0, 0)).not.toBeNull()
    expect(missingWords({ looks: 4, unanswered: 0 }, 'whole', false, 'zh')).toBe(
      '还有 4 页没看，看完就能通过。',
    )
    expect(missingWords(null, 'broken', true, 'zh')).toContain('看全了才能签发')
  })

  test('DESK-61 the way to one not seen goes on from here, round the end', () => {
    expect(nextUnseen(new Set([0, 2]), 4, 2)).toBe(3)
    expect(nextUnseen(new Set([2, 3]), 4, 3)).toBe(0)
    expect(nextUnseen(new Set([0, 1]), 2, 1)).toBe(1)
  })

  test('DESK-61 a stop and a question without a tick, or without the reason it needs, keep it closed', () => {
    const one = (code: string, level: AskLine['level'], needsReason = false) =>
      ({ code, level, needsReason, sentences: [], said: [] }) as unknown as AskLine
    const asks = [one('a', 'ask'), one('b', 'ask', true), one('c', 'stop'), one('d', 'ask')]
    expect(unansweredIn(asks, { a: '', b: ' ', c: 'x' })).toBe(3)
    expect(unansweredIn([one('a', 'ask'), one('b', 'ask', true)], { a: '', b: '化名' })).toBe(0)
  })
})

describe('DESK-62 what the last edition had otherwise', () => {
  const edition = (body: ContentBody, version = 2): Edition => {
    const grids = gridsOf(body, version)
    return {
      looks: looks(body, grids),
      pictures: KINDS.of(body)
        .pictures(body)
        .map(({ sha256 }) => sha256),
      grids: grids.map((pages, n) => ({ key: String(n), pages })),
    }
  }

  test('DESK-62 nothing changed is nothing marked, even where every page was set anew', () => {
    const same = edition(buildCase())
    expect(changesSince(same, same).every((change) => change === undefined)).toBe(true)
    expect(changesSince(edition(buildSlogan(), 1), edition(buildSlogan())).filter(Boolean)).toEqual([])
  })

  test('DESK-62 a beat rewritten is marked with both its words, one put in is new, the rest stays', () => {
    const { lines } = buildCase()
    const after = edition(
      buildCase({
        lines: [lines[0] ?? '', '头两个月返的，是他自己的钱。', '中间多了一句。', ...lines.slice(2)],
      }),
    )
    const changes = changesSince(edition(buildCase()), after)
    expect(changes.map((change) => change?.is)).toEqual([
      undefined,
      undefined,
      'words',
      'new',
      undefined,
      undefined,
      undefined,
    ])
    expect(changes[2]).toMatchObject({ before: 2 })
  })

  test('DESK-62 another photo marks the looks that show one', () => {
    const body = buildCase()
    const photo = body.photo && { ...body.photo, sha256: 'b'.repeat(64) as never }
    const changes = changesSince(edition(body), edition(buildCase({ photo })))
    expect(changes[0]).toMatchObject({ is: 'picture' })
  })

  test('DESK-62 the words side by side are the old ones and the new ones, nothing else', () => {
    const text = fc.string({ unit: fc.constantFrom(...'对方说骗子转到安全账户，。一分不'), maxLength: 24 })
    fc.assert(
      fc.property(text, text, (before, after) => {
        const all = segmentsOf(before, after)
        const joined = (not: 'gone' | 'new') =>
          all.flatMap((one) => (one.is === not ? [] : [one.text])).join('')
        expect(joined('new')).toBe(before)
        expect(joined('gone')).toBe(after)
      }),
    )
  })

  test('DESK-62 what came from nowhere is new, and nothing comes from two', () => {
    const lists = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 6 })
    fc.assert(
      fc.property(lists, lists, (before, after) => {
        const origins = originsOf(before, after).filter((from) => from !== null)
        expect(new Set(origins).size).toBe(origins.length)
        expect(origins).toEqual(origins.toSorted((a, b) => a - b))
        if (before.join() === after.join()) expect(origins).toEqual(before.map((_, n) => n))
      }),
    )
  })
})

describe('DESK-63 comments while looking', () => {
  test('DESK-63 one a look, in the order of the looks, gone when emptied, and kept', () => {
    const all = noted(noted(noted([], 3, '短些'), ON_THE_WHOLE, '总的'), 1, '错了')
    expect(all.map(({ look }) => look)).toEqual([ON_THE_WHOLE, 1, 3])
    expect(readNotes(writeNotes(all))).toEqual(all)
    expect(textOn(noted(all, 1, ' '), 1)).toBe('')
    for (const broken of [null, '{', '[1,{"look":"x"}]', '{}']) expect(readNotes(broken)).toEqual([])
  })
})
