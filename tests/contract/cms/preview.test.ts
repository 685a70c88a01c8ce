import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from '../../../src/model/page.ts'
import { canonicalJson } from '../../../src/programme/canonical.ts'
import type { Preview } from '../../../cms/workflow/preview.ts'
import { databases } from './databases.ts'
import { openDesk, type Desk } from './desk.ts'
import { buildPlaceWithScreens, caseOf } from './rows.ts'

describe.each(databases)('pages of words that are not stored, on $name', (database) => {
  let desk: Desk
  let hotline: string
  beforeAll(async () => {
    desk = await openDesk(database)
    hotline = (await buildPlaceWithScreens(desk)).hotline.id
  })
  afterAll(() => desk.close())

  const preview = async (draft: object, more: object = {}, collection = 'cases'): Promise<Preview> => {
    const { body, status } = await desk.rest('POST', `/${collection}/preview`, {
      as: 'author',
      json: { draft, ...more },
    })
    expect(status, JSON.stringify(body)).toBe(200)
    return body as unknown as Preview
  }
  const codes = (told: Preview['told'], level: string) =>
    told?.findings.flatMap((one) => (one.level === level ? [`${one.code} ${one.field ?? ''}`.trim()] : []))

  it('DESK-70 its pages are those that 送审 freezes, byte for byte, on every grid', async () => {
    const draft = caseOf(hotline)
    const { body } = await desk.rest('POST', '/cases?draft=true', { as: 'author', json: draft })
    const { id } = body['doc'] as { id: string }
    const sent = await desk.rest('POST', `/cases/${id}/submit`, { as: 'author' })
    const submission = (sent.body['submission'] as { id: string }).id
    const row = await desk.rest('GET', `/submissions/${submission}?depth=0`, { as: 'reviewer' })
    const frozen = JSON.parse(String(row.body['pages'])) as Record<string, readonly Page[]>
    const { grids } = await preview(draft)
    expect(grids.map(({ screens }) => screens)).toEqual([['广场大屏'], ['门头条屏']])
    expect(grids.map(({ key }) => key).toSorted()).toEqual(Object.keys(frozen).toSorted())
    for (const { key } of grids) {
      const shown = await preview(draft, { grid: key })
      expect(shown.grid).toBe(key)
      expect(canonicalJson(shown.pages)).toBe(canonicalJson(frozen[key]))
      expect(shown.places).toHaveLength(shown.pages.length)
    }
  })

  it('DESK-70 faults keep no page away, each is told at its field, and nothing is stored', async () => {
    const before = await desk.rest('GET', '/cases?limit=0&depth=0', { as: 'author' })
    const { pages, told } = await preview(
      { ...caseOf(hotline), accent: '没有', hotline: null, validUntil: '2020-01-01T04:00:00.000Z' },
      { whole: true },
    )
    expect(pages.length).toBeGreaterThan(2)
    expect(codes(told, 'stop')).toEqual([
      'ACCENT_NOT_IN_TEXT accent',
      'HOTLINE_UNKNOWN hotline',
      'CONTENT_EXPIRED validUntil',
    ])
    expect(told?.screens).toBe(0)
    const after = await desk.rest('GET', '/cases?limit=0&depth=0', { as: 'author' })
    expect(after.body['totalDocs']).toBe(before.body['totalDocs'])
  })

  it('DESK-70 what may go says on how many screens, and the number on it; a screen left out is a note', async () => {
    const { told } = await preview(caseOf(hotline), { whole: true })
    expect(told).toMatchObject({ screens: 2, hotline: { number: '96110' } })
    expect(codes(told, 'stop')).toEqual([])
    const quiet = await preview(caseOf(hotline))
    expect(quiet.told).toBeNull()
  })

  it('DESK-70 words of an empty form, and such as no form sends, are answered in the same way', async () => {
    for (const collection of ['cases', 'techniques', 'slogans']) {
      const { told } = await preview({}, { whole: true }, collection)
      expect(codes(told, 'stop')).toContain('HOTLINE_UNKNOWN hotline')
      expect(codes(told, 'note')).toEqual([])
    }
    const odd = {
      title: 7,
      story: ['x'],
      photo: { id: 'no' },
      hotline: { $ne: '' },
      validUntil: 'never',
      unit: [],
    }
    expect((await preview(odd, { whole: true, grid: 'no such' })).grid).not.toBe('no such')
    const long = await preview({ ...caseOf(hotline), story: '长'.repeat(20_000) }, { whole: true })
    expect(long.pages).toEqual([])
    expect(codes(long.told, 'stop')).toContain('TEXT_TOO_LONG story')
  })

  it('DESK-72 long beats come with their shorter way to be said', async () => {
    const { told } = await preview(
      { ...caseOf(hotline), story: '头两个月返息\n张阿姨在超市门口做了免费体检' },
      { whole: true },
    )
    expect(told?.beats.map(({ nth, shorter }) => [nth, shorter?.text])).toEqual([[2, '张阿姨做了免费体检']])
  })
})
