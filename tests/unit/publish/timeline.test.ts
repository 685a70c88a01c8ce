import { describe, expect, it } from 'vitest'
import type { PlaylistId, ReleaseId, ScheduleId, ScreenId } from '../../../src/model/ids.ts'
import { timelineAnswer } from '../../../src/publish/timeline.ts'
import { buildHead, buildPage, buildProgramme, pageName, sha256 } from '../../builders/programme.ts'

const named = {
  sha256: sha256('p'),
  programme: buildProgramme([
    [
      ['甲', 5000],
      ['乙', 5000],
    ],
  ]),
}
const screen = 's1' as ScreenId
const head = buildHead({ sequence: 7, leaseUntil: 2 * 3_600_000 })
const notDue = {
  schedule: 'schedule-2' as ScheduleId,
  playlist: 'playlist-2' as PlaylistId,
  won: false,
  reason: 'NOT_DUE' as const,
}

describe('SCH-10 the timeline says what shows, until when, what comes next and why', () => {
  it('from the programme of the head, in words', () => {
    expect(timelineAnswer(screen, head, named, 6000)).toEqual({
      at: '1970-01-01T00:00:06.000Z',
      screen: 's1',
      programme: sha256('p'),
      sequence: 7,
      level: 'daily',
      release: 'release-乙',
      page: 1,
      pageDigest: pageName(buildPage('乙', 5000)),
      from: '1970-01-01T00:00:05.000Z',
      until: '1970-01-01T00:00:10.000Z',
      next: {
        pageDigest: pageName(buildPage('甲', 5000)),
        release: 'release-甲',
        from: '1970-01-01T00:00:10.000Z',
      },
      why: [
        {
          schedule: 'schedule-1',
          playlist: 'playlist-1',
          won: true,
          reason: 'HIGHEST_LEVEL',
          reason_zh: expect.stringContaining('等级最高') as string,
          reason_en: expect.stringContaining('highest level') as string,
        },
      ],
    })
  })

  it('adds schedules that are not due, once', () => {
    const [first] = named.programme.segments[0]!.why
    const also = [{ ...first!, won: false, reason: 'NOT_DUE' as const }, notDue]
    expect(timelineAnswer(screen, head, named, 0, also).why.map((v) => `${v.schedule} ${v.reason}`)).toEqual([
      'schedule-1 HIGHEST_LEVEL',
      'schedule-2 NOT_DUE',
    ])
  })

  it('I7 answers from the loop without what the head withdrew', () => {
    const revoked = ['release-甲'] as ReleaseId[]
    expect(timelineAnswer(screen, { ...head, revoked }, named, 0)).toMatchObject({ release: 'release-乙' })
  })

  it('names the fallback by its digest, without release or page', () => {
    expect(timelineAnswer(screen, head, named, 3 * 3_600_000)).toMatchObject({
      release: null,
      page: null,
      level: null,
      pageDigest: named.programme.fallback[0],
    })
  })
})
