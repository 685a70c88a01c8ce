import { expect, test } from 'vitest'
import { CASES } from '../../../cms/seed/cases.ts'
import { campaignFaults, stagesOn } from '../../../src/campaign/index.ts'
import {
  campaignFor,
  PLAYLISTS,
  reachOf,
  schedulesFor,
  validUntilFor,
  type ContentRef,
} from '../../../cms/seed/plan.ts'
import { SLOGANS } from '../../../cms/seed/slogans.ts'
import { TECHNIQUES } from '../../../cms/seed/techniques.ts'

const COUNT = { case: CASES.length, technique: TECHNIQUES.length, slogan: SLOGANS.length }
const keyOf = ({ kind, index }: ContentRef) => `${kind}/${index}`
const everything = Object.entries(COUNT).flatMap(([kind, count]) =>
  Array.from({ length: count }, (_, index) => ({ kind, index }) as ContentRef),
)

test('SEED-4 the seeding day moves every date but verified-on, by the calendar of the town', () => {
  // 01:00 on the 24th in the town, still the 23rd in Greenwich.
  const now = Date.parse('2026-11-23T17:00:00Z')
  const [campaign, daily, filler] = schedulesFor(now)
  expect(campaign).toMatchObject({ level: 'campaign', fromDate: '2026-11-21', untilDate: '2027-05-23' })
  expect([daily?.level, daily?.untilDate]).toEqual(['daily', null])
  expect([filler?.level, filler?.untilDate]).toEqual(['filler', null])
  expect(validUntilFor(now)).toBe('2027-11-24')
})

test('SEED-4 the campaign plays every case and technique, and something is always due at every hour', () => {
  const [campaign] = PLAYLISTS
  const entries = campaign?.entries.map(keyOf) ?? []
  expect(new Set(entries).size).toBe(entries.length)
  for (const ref of everything.filter(({ kind }) => kind !== 'slogan')) expect(entries).toContain(keyOf(ref))
  for (const { entries: list } of PLAYLISTS)
    for (const { kind, index } of list) expect(index).toBeLessThan(COUNT[kind])
  for (const schedule of schedulesFor(0)) {
    expect([schedule.fromTime, schedule.untilTime]).toEqual(['00:00', '24:00'])
    expect(PLAYLISTS.map(({ name }) => name)).toContain(schedule.playlist)
  }
})

test('SEED-4 one content waits for the reviewer and one for the issuer, so that a visitor can go on', () => {
  const reaches = everything.map(reachOf)
  expect(reaches.filter((reach) => reach === 'submitted')).toHaveLength(1)
  expect(reaches.filter((reach) => reach === 'reviewed')).toHaveLength(1)
})

test('SEED-4 CMP-1 the demo campaign has the three stages of the notice, overlapping, two of them on the seeding day', () => {
  const { documentNo, stages, goals } = campaignFor(Date.parse('2026-11-30T04:00:00Z'))
  const plan = { stages: stages.map((one) => ({ ...one, name: '' })), goals }
  expect(campaignFaults(plan)).toEqual([])
  expect(stages.map(({ stage }) => stage)).toEqual(['mobilise', 'crack-down', 'consolidate'])
  expect(stagesOn(plan, '2026-11-30').map(({ stage }) => stage)).toEqual(['mobilise', 'crack-down'])
  expect(documentNo).toBe('演示〔2026〕1号')
})
