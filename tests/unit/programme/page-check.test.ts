import { describe, expect, it } from 'vitest'
import { pageCheck } from '../../../src/programme/page-check.ts'
import { buildPage, sha256 } from '../../builders/programme.ts'

const page = buildPage('银', 15_000, {
  ops: [
    { op: 'rect', x: 0, y: 0, w: 10, h: 10, fill: '#FF0000', radius: 2 },
    { op: 'frame', x: 0, y: 0, w: 10, h: 10, stroke: '#FF0000', line: 1 },
    {
      op: 'path',
      points: [
        [0, 0],
        [1, 1],
      ],
      closed: false,
      stroke: '#00FF00',
      line: 2,
    },
    { op: 'text', font: 'sans', size: 24, y: 20, xs: [0, 24], text: '银😀', fill: '#FFFFFF', quiet: true },
    { op: 'image', x: 0, y: 0, w: 5, h: 5, asset: sha256('a') },
  ],
})

const changed = (op: number, part: object): unknown => ({
  ...page,
  ops: page.ops.map((o, i) => (i === op ? { ...o, ...part } : o)),
})

describe('PRG-4 a page is drawn only if each of its drawings is known', () => {
  it('passes all drawings', () => {
    expect(() => pageCheck(page, '')).not.toThrow()
  })

  it.each([
    ['an unknown drawing', changed(0, { op: 'video' })],
    ['a drawing named as a method', changed(0, { op: 'constructor' })],
    ['a drawing that is null', { ...page, ops: [null] }],
    ['an unknown member', changed(0, { shadow: 3 })],
    ['a lower-case colour', changed(0, { fill: '#ff0000' })],
    ['a point of three', changed(2, { points: [[0, 0, 0]] })],
    ['fewer places than characters', changed(3, { xs: [0] })],
    ['a half pixel', changed(3, { xs: [0, 24.5] })],
    ['an asset that is no hash', changed(4, { asset: '../etc' })],
    ['a dwell under a second', { ...page, dwellMs: 999 }],
  ])('refuses %s', (_, value) => {
    expect(() => pageCheck(value, '')).toThrow()
  })
})
