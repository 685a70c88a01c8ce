import { describe, expect, it } from 'vitest'
import type { ContentId, ReleaseId } from '../../../src/model/ids.ts'
import type { PlannedItem, PlannedSegment } from '../../../src/schedule/plan.ts'
import { handOver } from '../../../src/schedule/handover.ts'
import { buildPage } from '../../builders/programme.ts'

const item = (name: string, dwellMs: number, validUntil: number | null = null): PlannedItem => ({
  release: name as ReleaseId,
  content: name as ContentId,
  page: buildPage(name, dwellMs),
  validUntil,
})
const segment = (from: number, until: number, part: Partial<PlannedSegment> = {}): PlannedSegment => ({
  from,
  until,
  anchor: from,
  items: [item('a', 7000), item('b', 5000)],
  level: 'daily',
  dark: false,
  why: [],
  ...part,
})
const edges = (...segments: PlannedSegment[]): number[][] =>
  handOver(segments, new Set()).map((s) => [s.from, s.until, s.anchor])

describe('SCH-9 when only the calendar moves, the page on screen is shown to its end', () => {
  it('hands over at the end of the page', () => {
    expect(edges(segment(0, 15_000), segment(15_000, 60_000))).toEqual([
      [0, 19_000, 0],
      [19_000, 60_000, 19_000],
    ])
    expect(edges(segment(0, 24_000), segment(24_000, 60_000))[1]).toEqual([24_000, 60_000, 24_000])
  })

  it('counts the next segment from where it really begins', () => {
    const [, , third] = handOver(
      [segment(0, 15_000), segment(15_000, 30_000), segment(30_000, 60_000)],
      new Set(),
    )
    expect(third?.from).toBe(31_000)
  })

  it('keeps the anchor of an act, and does not keep a person waiting', () => {
    expect(edges(segment(0, 15_000), segment(15_000, 60_000, { anchor: 20_000 }))[1]).toEqual([
      19_000, 60_000, 20_000,
    ])
    expect(edges(segment(0, 15_000), segment(15_000, 60_000, { anchor: 18_000 }))[1]).toEqual([
      15_000, 60_000, 18_000,
    ])
  })

  it.each([
    ['emergency comes', segment(0, 15_000), segment(15_000, 60_000, { level: 'emergency' })],
    ['emergency ends (I6)', segment(0, 15_000, { level: 'emergency' }), segment(15_000, 60_000)],
    [
      'the screen closes',
      segment(0, 15_000),
      segment(15_000, 60_000, { dark: true, level: null, items: [] }),
    ],
    ['the screen opens', segment(0, 15_000, { dark: true, level: null, items: [] }), segment(15_000, 60_000)],
    ['the fallback played', segment(0, 15_000, { level: null, items: [] }), segment(15_000, 60_000)],
    ['the next would be gone by then', segment(0, 15_000), segment(15_000, 19_000)],
    [
      'the page expires (I11)',
      segment(0, 15_000, { items: [item('a', 19_000, 14_999)] }),
      segment(15_000, 60_000),
    ],
  ])('is on the minute when %s', (_, before, after) => {
    expect(edges(before, after)[1]?.[0]).toBe(15_000)
  })

  it('gives way to the fallback too', () => {
    expect(edges(segment(0, 15_000), segment(15_000, 60_000, { level: null, items: [] }))[1]?.[0]).toBe(
      19_000,
    )
  })

  it('SCH-7 never waits at civil midnight', () => {
    expect(handOver([segment(0, 15_000), segment(15_000, 60_000)], new Set([15_000]))[1]?.from).toBe(15_000)
  })
})
