import { readFileSync } from 'node:fs'
import type { Coverage } from '../../../src/page/index.ts'
import { describe, expect, test } from 'vitest'
import {
  newestHeads,
  progressOf,
  type HeadRow,
  type Receipt,
} from '../../../cms/components/receipts/progress.ts'
import { rareOf } from '../../../cms/grids/rare.ts'
import { sightOf } from '../../../cms/components/submission/sight.ts'
import type { Page } from '../../../src/model/page.ts'

const page = (text: string): Page => ({
  width: 1280,
  height: 720,
  ground: '#000000',
  dwellMs: 15_000,
  template: 'case@1',
  ops: [{ op: 'text', font: 'sans', size: 92, y: 92, xs: [0], text, fill: '#F2EFE8' }],
})

describe('DESK-7 only who sees every page whole may pass them on', () => {
  test('DESK-7 all pages drawn', () =>
    expect(
      sightOf(
        new Map([
          ['a 0', true],
          ['a 1', true],
        ]),
        2,
      ),
    ).toBe('whole'))
  test('DESK-7 a page not yet told of, or none at all, is no whole', () => {
    expect(sightOf(new Map([['a 0', true]]), 2)).toBe('loading')
    expect(sightOf(new Map(), 0)).toBe('loading')
  })
  test('DESK-7 one broken page breaks it, however many are whole', () =>
    expect(
      sightOf(
        new Map([
          ['a 0', true],
          ['a 1', false],
        ]),
        3,
      ),
    ).toBe('broken'))
  test('DESK-7 characters that screens draw with a subset are named, each once', () => {
    const coverage = JSON.parse(readFileSync('media/fonts/coverage.json', 'utf8')) as Coverage
    expect(rareOf(page('陌生来电不要接'), coverage)).toBe('')
    expect(rareOf(page('犇犇老师'), coverage)).toBe('犇')
  })
})

describe('DESK-8 where a release is shown is what the screens told', () => {
  const heads: readonly HeadRow[] = [
    { sequence: 3, programme: 'without', screens: '["c"]' },
    { sequence: 2, programme: 'with', screens: '["a","b"]' },
    { sequence: 1, programme: 'with', screens: '["a","b","c"]' },
  ]
  const receipt = (screen: string, sequence: number, ready: string, showing?: string): Receipt => ({
    screen,
    sequence,
    readyAt: ready,
    ...(showing && { showingAt: showing }),
  })

  test('DESK-8 the newest head of a screen counts', () =>
    expect([...newestHeads(heads)].map(([screen, { sequence }]) => [screen, sequence])).toEqual([
      ['c', 3],
      ['a', 2],
      ['b', 2],
    ]))

  test('DESK-8 a screen that plays something else by now is not counted; a silent one is', () => {
    const receipts = [receipt('a', 1, 't1', 't2'), receipt('a', 2, 't3'), receipt('c', 1, 't1', 't2')]
    expect([...progressOf(heads, receipts, new Set(['with']))]).toEqual([
      ['a', { stage: 'showing', at: 't2' }],
      ['b', undefined],
    ])
  })
})
