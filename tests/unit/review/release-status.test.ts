import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { releaseStatus, type Issued, type Withdrawn } from '../../../src/review/release-status.ts'
import { submissionState } from '../../../src/review/submission-state.ts'
import { DECISIONS } from '../../../src/model/people.ts'

const content = fc.constantFrom('a', 'b')
const time = fc.integer({ min: 1, max: 12 })
const anyReleases = fc.uniqueArray(
  fc.record({ id: fc.constantFrom(...'123456789'), content, releasedAt: time }),
  { selector: ({ id }) => id, maxLength: 8 },
)
const anyWithdrawals = fc.array(fc.record({ content, at: time }), { maxLength: 4 })

const histories = (check: (releases: readonly Issued[], withdrawals: readonly Withdrawn[]) => void) =>
  fc.assert(fc.property(anyReleases, anyWithdrawals, check))

describe('SCH-4 which release of a content stands', () => {
  it('at most one of each content, and it is the one whose state is released', () => {
    histories((releases, withdrawals) => {
      const { standing, stateOf } = releaseStatus(releases, withdrawals)
      const released = releases.filter((release) => stateOf(release) === 'released')
      expect(new Set(released)).toEqual(new Set(standing.values()))
    })
  })

  it('is the same whatever the order of the rows', () => {
    histories((releases, withdrawals) => {
      const [one, other] = [
        releaseStatus(releases, withdrawals),
        releaseStatus(releases.toReversed(), withdrawals.toReversed()),
      ]
      for (const release of releases) {
        expect(one.endOf(release)).toEqual(other.endOf(release))
        expect(one.editionOf(release)).toBe(other.editionOf(release))
      }
      expect(new Map(one.withdrawnAt)).toEqual(new Map(other.withdrawnAt))
    })
  })

  it('I7 a withdrawal ends whatever was issued up to then, and no older one comes back', () => {
    histories((releases, withdrawals) => {
      const { standing, endOf } = releaseStatus(releases, withdrawals)
      for (const release of releases) {
        const ends = withdrawals.filter(
          (one) => one.content === release.content && one.at >= release.releasedAt,
        )
        if (ends.length > 0)
          expect(endOf(release)).toEqual({ why: 'withdrawn', since: Math.min(...ends.map(({ at }) => at)) })
        const stands = standing.get(release.content)
        if (stands) expect(stands.releasedAt).toBeGreaterThanOrEqual(release.releasedAt)
      }
    })
  })

  it('I7 one that is named is ended whatever its time', () => {
    const release = { id: '1', content: 'a', releasedAt: 30 }
    const { endOf, standing } = releaseStatus([release], [{ content: 'a', at: 10, releases: ['1'] }])
    expect(endOf(release)).toEqual({ why: 'withdrawn', since: 10 })
    expect(standing.size).toBe(0)
  })

  it('PST-4 editions count from 1 without gaps, and the next one says since when the last is replaced', () => {
    histories((releases) => {
      const { editionOf, endOf, standing } = releaseStatus(releases, [])
      for (const name of ['a', 'b']) {
        const mine = releases.filter((release) => release.content === name)
        const inOrder = mine.toSorted((x, y) => editionOf(x) - editionOf(y))
        expect(inOrder.map(editionOf)).toEqual(inOrder.map((_, at) => at + 1))
        expect(inOrder.map((release) => endOf(release)?.since)).toEqual(
          [...inOrder.slice(1).map(({ releasedAt }) => releasedAt), undefined].slice(0, mine.length),
        )
        expect(standing.get(name)).toBe(inOrder.at(-1))
      }
    })
  })
})

it('CMS-11 the state of a submission is that of its release, where it became one', () => {
  const rows = fc.array(fc.record({ decision: fc.constantFrom(...DECISIONS), by: fc.constant('a') }))
  fc.assert(
    fc.property(rows, fc.constantFrom('released', 'replaced', 'withdrawn'), (decisions, state) => {
      expect(submissionState(decisions, state)).toBe(state)
    }),
  )
  expect(submissionState([])).toBe('in-review')
  expect(submissionState([{ decision: 'approve', by: 'a' }])).toBe('in-review')
  expect(submissionState([{ decision: 'issue', by: 'a' }])).toBe('released')
})
