import { isRefusal } from '../../../src/errors/is-refusal.ts'
import { describe, expect, it } from 'vitest'
import type { Sha256 } from '../../../src/model/ids.ts'
import type { Recurrence, Town } from '../../../src/model/town.ts'
import { at, canonicalJson, parseProgramme, programmeBody } from '../../../src/programme/index.ts'
import { compile, withFonts } from '../../../src/publish/compile.ts'
import { groupsOf } from '../../../src/publish/groups.ts'
import { addDays, DAY_MS, instantOf, TOWN_ZONE } from '../../../src/time/index.ts'
import { buildPage, pageName, sha256 } from '../../builders/programme.ts'
import { buildPlaylist, buildSchedule } from '../../builders/schedule.ts'
import { buildRelease, buildTown, buildTownScreen, buildWithdrawal, GRID } from '../../builders/town.ts'

const now = instantOf('2026-11-23', '09:00', TOWN_ZONE)
const photo = sha256('photo') as Sha256
const picture = buildPage('图', 10_000, { ops: [{ op: 'image', x: 0, y: 0, w: 9, h: 9, asset: photo }] })
const compiled = (town: Town, t = now) => compile(town, groupsOf(town, sha256)[0]!, t, sha256)
const shown = (town: Town, t = now): string | null => at(compiled(town), t).content

describe('PUB-2 same day, same town, same bytes', () => {
  it('whatever the hour and the order of rows', () => {
    const town = buildTown()
    const turned = { ...town, releases: town.releases.toReversed() }
    const bytes = programmeBody(compiled(town))
    expect(programmeBody(compiled(turned, now + 10 * 3_600_000))).toBe(bytes)
    expect(programmeBody(compiled(town, now + DAY_MS))).not.toBe(bytes)
  })

  it('shows the same pages at the same instants when compiled a day later', () => {
    const town = buildTown({
      releases: [buildRelease('a'), buildRelease('b', { releasedAt: now }), buildRelease('c')],
    })
    const [today, tomorrow] = [compiled(town), compiled(town, now + DAY_MS)]
    for (let t = now + DAY_MS; t < now + 3 * DAY_MS; t += 977_777) {
      expect(at(tomorrow, t)).toEqual(at(today, t))
    }
  })

  it('reads back by the strict parser of the player', () => {
    const parsed = parseProgramme(programmeBody(compiled(buildTown())))
    expect(isRefusal(parsed)).toBe(false)
  })
})

describe('a programme holds what its group needs and no more', () => {
  it('pages in use, loops once each, the fallback', () => {
    const programme = compiled(buildTown({ releases: [...buildTown().releases, buildRelease('unused')] }))
    const pages = ['a', 'b', 'c'].map((name) => pageName(buildPage(name, 10_000)))
    const card = pageName(buildPage('银盾', 20_000))
    expect(Object.keys(programme.pages).toSorted()).toEqual([...pages, card].toSorted())
    expect(programme.loops).toHaveLength(1)
    expect(programme.fallback).toEqual([card])
    expect(programme.segments.filter((s) => s.loop === 0)).toHaveLength(30)
  })

  it('the pictures its pages name, with size and type', () => {
    const releases = [buildRelease('a', { pages: { [GRID]: [picture] } })]
    const assets = {
      [photo]: { bytes: 9, type: 'image/png' },
      [sha256('other')]: { bytes: 1, type: 'image/png' },
    }
    expect(compiled(buildTown({ releases, assets })).assets).toEqual({
      [photo]: { bytes: 9, type: 'image/png' },
    })
  })

  it('fonts in an order of their own', () => {
    const [x, y] = [
      { font: 'sans', sha256: sha256('x') },
      { font: 'pixel', sha256: sha256('y') },
    ] as const
    expect(canonicalJson(withFonts(compiled(buildTown()), [x, y]))).toBe(
      canonicalJson(withFonts(compiled(buildTown()), [y, x])),
    )
    expect(withFonts(compiled(buildTown()), [x]).fonts).toEqual([x])
  })
})

describe('PUB-3 one release that cannot be played whole does not keep the others away', () => {
  it.each([
    ['a picture that is not there', picture],
    ['a page of another size', buildPage('宽', 10_000, { width: 161 })],
  ])('%s', (_, page) => {
    const releases = [
      buildRelease('a', { pages: { [GRID]: [buildPage('好', 10_000), page] } }),
      buildRelease('b'),
    ]
    const programme = compiled(buildTown({ releases }))
    expect(programme.loops.flat().map((item) => item.content)).toEqual(['b'])
    expect(isRefusal(parseProgramme(programmeBody(programme)))).toBe(false)
  })

  it('I4 publishes nothing without a safe page', () => {
    expect(() => compiled(buildTown({ fallback: {} }))).toThrow(RangeError)
    expect(() => compiled(buildTown({ fallback: { [GRID]: [picture] } }))).toThrow(RangeError)
  })
})

describe('SCH-8 what a person just did is on the screen first', () => {
  it('a release, for its whole turn, from the instant of the act', () => {
    const releases = [buildRelease('a'), buildRelease('b'), buildRelease('c', { releasedAt: now })]
    const showing = at(compiled(buildTown({ releases })), now + 300)
    expect(showing).toMatchObject({ content: 'c', from: now, until: now + 10_000 })
  })

  it('I7 a withdrawal, at once', () => {
    const town = buildTown({ withdrawals: [buildWithdrawal('b', now)] })
    for (let t = now; t < now + 60_000; t += 1000) expect(shown(town, t)).not.toBe('b')
  })
})

describe('a town of ordinary size', () => {
  it('compiles a group with 20 schedules and 60 contents without asking of each at each turn', () => {
    let asked = 0
    const counted = (recurrence: Recurrence): Recurrence =>
      new Proxy(recurrence, {
        get: (of, name: keyof Recurrence) => {
          asked += 1
          return of[name]
        },
      })
    const names = Array.from({ length: 60 }, (_, i) => `c${i}`)
    const town = buildTown({
      screens: [buildTownScreen()],
      releases: names.map((n) =>
        buildRelease(n, { validUntil: instantOf(addDays('2026-12-01', 5), '24:00', TOWN_ZONE) }),
      ),
      playlists: [buildPlaylist('p1', names)],
      schedules: Array.from({ length: 20 }, (_, i) => {
        const schedule = buildSchedule(`d${i}`, {
          level: i % 2 ? 'daily' : 'campaign',
          when: {
            fromTime: `${String(i).padStart(2, '0')}:15`,
            untilTime: `${String(i + 3).padStart(2, '0')}:00`,
          },
        })
        return { ...schedule, recurrence: counted(schedule.recurrence) }
      }),
    })
    compiled(town)
    expect(asked).toBeLessThan(20 * 30)
  })
})
