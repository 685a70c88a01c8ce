import { describe, expect, it, vi } from 'vitest'
import { REVOCATION_LEASE_MS, LEASE_MS, RENEW_BELOW_MS } from '../../../src/publish/machine.ts'
import { DAY_MS } from '../../../src/time/index.ts'
import { sha256 } from '../../builders/programme.ts'
import { a, b, build, settled } from './told.ts'

describe('PUB-4 a hint goes out as soon as a programme differs', () => {
  it('with the next number, to all screens of the group', () => {
    const p = build()
    p.online('s1')
    expect(p.compiled(0, [[a, 'P1', 's1,s2']])).toEqual(['hint#1 P1 s1,s2'])
    expect(p.compiled(5, [[a, 'P1', 's1,s2']])).toEqual([])
  })

  it('not for the same programme again', () => {
    expect(settled().compiled(100, [[a, 'P1', 's1,s2']])).toEqual([])
  })

  it('to a screen that comes while the others are getting ready', () => {
    const p = build()
    p.online('s1')
    p.compiled(0, [[a, 'P1', 's1,s2']])
    expect(p.online('s2', 100)).toEqual(['hint#1 P1 s2'])
    expect(p.ready('s1', 1, 200)).toEqual([])
    expect(p.ready('s2', 1, 300)).toEqual(['head#1 P1 @500 changed'])
  })

  it('again with a new number when a newer programme takes its place, without a longer wait', () => {
    const p = build()
    p.online('s1')
    p.compiled(0, [[a, 'P1', 's1']])
    expect(p.compiled(1500, [[a, 'P2', 's1']])).toEqual(['hint#2 P2 s1'])
    expect(p.ready('s1', 1, 1600)).toEqual([])
    expect(p.wake()).toBe(1800)
    expect(p.tick(1800)).toEqual(['head#2 P2 @2000 changed'])
  })

  it('and is forgotten when the town goes back to what is playing', () => {
    const p = settled()
    p.compiled(100, [[a, 'P2', 's1,s2']])
    expect(p.compiled(200, [[a, 'P1', 's1,s2']])).toEqual([])
    expect(p.tick(9000)).toEqual([])
  })
})

describe('PUB-5 the switch', () => {
  it('comes 200 ms after the last online screen is ready', () => {
    const p = settled()
    expect(p.compiled(1000, [[a, 'P2', 's1,s2']])).toEqual(['hint#2 P2 s1,s2'])
    expect(p.ready('s1', 2, 1100)).toEqual([])
    expect(p.ready('s2', 2, 1150)).toEqual(['head#2 P2 @1350 changed'])
  })

  it('at most 2 s after the hint, though a screen is late', () => {
    const p = settled()
    p.compiled(1000, [[a, 'P2', 's1,s2']])
    p.ready('s1', 2, 1100)
    expect(p.wake()).toBe(2800)
    expect(p.tick(2799)).toEqual([])
    expect(p.tick(2800)).toEqual(['head#2 P2 @3000 changed'])
    expect(p.ready('s2', 2, 4000)).toEqual([])
  })

  it('at once when a late tick finds the time over, never in the past', () => {
    const p = settled()
    p.compiled(1000, [[a, 'P2', 's1,s2']])
    expect(p.tick(7000)).toEqual(['head#2 P2 @7000 changed'])
  })

  it('at once when no screen is online, or the last one leaves', () => {
    expect(build().compiled(50, [[a, 'P1', 's1']])).toEqual(['hint#1 P1 s1', 'head#1 P1 @50 changed'])
    const p = settled()
    p.compiled(1000, [[a, 'P2', 's1,s2']])
    expect(p.offline('s1', 1100)).toEqual([])
    expect(p.offline('s2', 1200)).toEqual(['head#2 P2 @1200 changed'])
  })

  it('when those that stay are ready', () => {
    const p = settled()
    p.compiled(1000, [[a, 'P2', 's1,s2']])
    p.ready('s1', 2, 1100)
    expect(p.offline('s2', 1200)).toEqual(['head#2 P2 @1400 changed'])
  })

  it('is not waited for a device that lost its screen meanwhile', () => {
    const p = settled()
    p.compiled(1000, [[a, 'P2', 's1,s2']])
    p.ready('s1', 2, 1100)
    p.unpaired('s2', b, 1200)
    expect(p.tick(1201)).toEqual(['head#2 P2 @1401 changed'])
  })

  it('PUB-5 a word of one screen looks through no list of them all', () => {
    const screens = Array.from({ length: 500 }, (_, i) => `s${i}`)
    const p = build()
    for (const screen of screens) p.online(screen)
    p.compiled(0, [[a, 'P1', screens.join()]])
    const searches = vi.spyOn(Array.prototype, 'includes')
    const filters = vi.spyOn(Array.prototype, 'filter')
    for (const screen of screens.slice(1)) p.ready(screen, 1, 10)
    const long = ([...searches.mock.contexts, ...filters.mock.contexts] as unknown[][]).filter(
      (list) => list.length > 100,
    )
    searches.mockRestore()
    filters.mockRestore()
    expect(long).toEqual([])
    expect(p.ready('s0', 1, 20)).toEqual(['head#1 P1 @220 changed'])
  })

  it('I11 is not put off by a clock that is set back', () => {
    const p = settled()
    p.compiled(9_000_000, [[a, 'P2', 's1,s2']])
    p.tick(1000)
    expect(p.wake()).toBe(2800)
    expect(p.tick(2800)).toEqual(['head#2 P2 @3000 changed'])
  })

  it('ignores words about other numbers and from other screens', () => {
    const p = settled()
    p.compiled(1000, [[a, 'P2', 's1']])
    expect(p.ready('s9', 2, 1010)).toEqual([])
    expect(p.ready('s1', 1, 1020)).toEqual([])
    expect(p.ready('s1', 2, 1030)).toEqual(['head#2 P2 @1230 changed'])
  })
})

describe('PUB-6 leases', () => {
  it('last 30 days and are renewed below 20, by a new number and without a hint', () => {
    const p = settled()
    const end = p.heads[0]!.head.leaseUntil
    expect(end).toBe(p.heads[0]!.head.activateAt + LEASE_MS)
    expect(p.wake()).toBe(end - RENEW_BELOW_MS + 1)
    expect(p.tick(end - RENEW_BELOW_MS)).toEqual([])
    const t = end - RENEW_BELOW_MS + 1
    expect(p.tick(t)).toEqual([`head#2 P1 @${t} renewed`])
    expect(p.tick(t)).toEqual([])
  })

  it('are renewed by a compile too', () => {
    const t = 11 * DAY_MS
    expect(settled().compiled(t, [[a, 'P1', 's1,s2']])).toEqual([`head#2 P1 @${t} renewed`])
  })

  it('are not renewed for a group that was not compiled', () => {
    const p = settled()
    p.restart()
    expect(p.tick(25 * DAY_MS)).toEqual([])
  })
})

describe('PUB-7 a withdrawal', () => {
  it('I7 is signed at once, before any screen is ready, and points to the programme without it', () => {
    const p = settled()
    expect(p.compiled(1000, [[a, 'P2', 's1,s2']], ['r1'])).toEqual([
      'hint#2 P2 s1,s2',
      'head#2 P2 @1000 withdrawn',
    ])
    expect(p.heads.at(-1)?.head.revoked).toEqual(['r1'])
  })

  it('overtakes what was pending', () => {
    const p = settled()
    p.compiled(1000, [[a, 'P2', 's1,s2']])
    expect(p.compiled(1100, [[a, 'P3', 's1,s2']], ['r1'])).toEqual([
      'hint#3 P3 s1,s2',
      'head#3 P3 @1100 withdrawn',
    ])
    expect(p.tick(5000)).toEqual([])
  })

  it('leaves groups alone that did not play it', () => {
    const p = settled()
    expect(p.compiled(1000, [[a, 'P1', 's1,s2']], ['r1'])).toEqual([])
    expect(p.compiled(2000, [[a, 'P2', 's1,s2']], ['r1'])).toEqual(['hint#2 P2 s1,s2'])
  })

  it('PRG-6 names fewer releases rather than break the kilobyte', () => {
    const p = build()
    const long = Array.from({ length: 16 }, (_, i) => `${i}`.padStart(80, '0'))
    p.compiled(0, [[a, 'P1', 's1']], long)
    const { revoked } = p.heads[0]!.head
    expect(revoked.length).toBeGreaterThan(5)
    expect(revoked).toEqual(long.slice(0, revoked.length))
  })
})

describe('I3 a screen never hears a number fall', () => {
  it('PUB-4 when it joins a group that has long been playing: it alone is told, at once, by a head that names all', () => {
    const p = settled()
    p.compiled(1000, [
      [a, 'P1', 's1'],
      [b, 'Q1', 's2'],
    ])
    p.ready('s2', 2, 1100)
    expect(p.compiled(2000, [[a, 'P1', 's1,s2']])).toEqual(['hint#3 P1 s2', 'head#3 P1 @2000 joined'])
    expect(p.heads.at(-1)).toMatchObject({ screens: ['s1', 's2'], to: ['s2'] })
    expect(p.compiled(2001, [[a, 'P1', 's1,s2']])).toEqual([])
    p.restart()
    expect(p.compiled(2002, [[a, 'P1', 's1,s2']])).toEqual([])
    p.online('s1')
    expect(p.compiled(2003, [[a, 'P2', 's1,s2']])).toEqual(['hint#4 P2 s1,s2'])
    p.ready('s1', 4, 2004)
    expect(p.heads.at(-1)).toMatchObject({ screens: ['s1', 's2'], to: ['s1', 's2'] })
  })

  it('when it leaves and comes back before anything was signed, nothing need be said', () => {
    const p = settled()
    p.compiled(1000, [
      [a, 'P1', 's1'],
      [b, 'Q1', 's2'],
    ])
    expect(p.compiled(1100, [[a, 'P1', 's1,s2']])).toEqual([])
  })

  it('I9 nor after a restart: what was pending is hinted anew, what was signed is not repeated', () => {
    const p = settled()
    p.compiled(1000, [
      [a, 'P1', 's1'],
      [b, 'Q1', 's2'],
    ])
    p.restart()
    expect(
      p.compiled(2000, [
        [a, 'P1', 's1'],
        [b, 'Q1', 's2'],
      ]),
    ).toEqual(['hint#2 Q1 s2', 'head#2 Q1 @2000 changed'])
  })
})

describe('PUB-9 a group whose compile failed goes on with what it has', () => {
  it('says nothing while nothing was withdrawn, and renews the lease', () => {
    const p = settled()
    expect(p.compiled(1000, [], [], [[a, 's1,s2']])).toEqual([])
    const late = LEASE_MS - RENEW_BELOW_MS + 1000
    expect(p.compiled(late, [], [], [[a, 's1,s2']])).toEqual([`head#2 P1 @${late} renewed`])
  })

  it('I7 gets the old programme with the new withdrawal at once, and only once', () => {
    const p = settled()
    expect(p.compiled(1000, [], ['r1'], [[a, 's1,s2']])).toEqual([
      'hint#2 P1 s1,s2',
      'head#2 P1 @1000 withdrawn',
    ])
    expect(p.heads.at(-1)).toMatchObject({ screens: ['s1', 's2'], head: { group: a, revoked: ['r1'] } })
    expect(p.compiled(1001, [], ['r1'], [[a, 's1,s2']])).toEqual([])
    expect(p.compiled(1002, [[a, 'P2', 's1,s2']], ['r1'])).toEqual(['hint#3 P2 s1,s2'])
  })

  it('I7 after a restart too, when another group had heard of it before', () => {
    const p = settled()
    p.restart()
    expect(p.compiled(1000, [], ['r1'], [[a, 's1,s2']])).toContain('head#2 P1 @1000 withdrawn')
  })

  it('I7 screens moved to a new group that does not compile hear of it with the programme they brought', () => {
    const p = settled()
    expect(p.compiled(1000, [], [], [[b, 's1,s2']])).toEqual([])
    expect(p.compiled(1001, [], ['r1'], [[b, 's1,s2']])).toContain('head#2 P1 @1001 withdrawn')
    expect(p.heads.at(-1)).toMatchObject({ screens: ['s1', 's2'], head: { group: b, revoked: ['r1'] } })
  })

  it('a screen that joins it gets its programme; the others are left in peace', () => {
    const p = settled()
    p.online('s3')
    expect(p.compiled(1000, [], [], [[a, 's1,s2,s3']])).toEqual(['hint#2 P1 s3', 'head#2 P1 @1000 joined'])
  })
})

describe('PUB-10 a device that lost its screen gets a revocation head', () => {
  it('a head of its own group, with the programme it has, whose lease is over, and no renewal after it', () => {
    const p = settled()
    expect(p.unpaired('s1', b, 1000)).toEqual(['head#2 P1 @1000 unpaired'])
    expect(p.heads.at(-1)).toMatchObject({
      screens: ['s1'],
      head: { group: b, leaseUntil: 1000 + REVOCATION_LEASE_MS, programme: sha256('P1') },
    })
    expect(p.compiled(2000, [[a, 'P1', 's2']])).toEqual([])
    expect(p.tick(LEASE_MS).filter((line) => line.startsWith('head#3'))).toHaveLength(1)
    expect(p.heads.at(-1)?.screens).toEqual(['s2'])
  })

  it('nothing, when it never got a head', () => {
    expect(settled().unpaired('s9', b, 1000)).toEqual([])
  })

  it('and the screen, paired again, gets a head above it, restarts or not', () => {
    for (const restart of [false, true]) {
      const p = settled()
      p.unpaired('s1', b, 1000)
      if (restart) p.restart()
      else p.offline('s1')
      expect(p.compiled(2000, [[a, 'P1', 's1,s2']])).toContain('hint#3 P1 s1')
    }
  })

  it('another device on a screen is told anew, whatever it heard elsewhere', () => {
    const p = settled()
    p.paired('s1')
    expect(p.compiled(2000, [[a, 'P1', 's1,s2']])).toEqual(['hint#2 P1 s1', 'head#2 P1 @2000 joined'])
  })
})

describe('PUB-11 numbers go on from the highest a proven screen holds', () => {
  it('PUB-11 I3 every group is told anew above it, the programme stays', () => {
    const p = settled()
    const programme = p.heads.at(-1)?.head.programme
    expect(p.saw(900, 1_000)).toEqual(['head#901 P1 @1000 renewed'])
    expect(p.heads.at(-1)?.head.programme).toBe(programme)
    expect(p.compiled(2_000, [[a, 'P2', 's1,s2']])).toEqual(['hint#902 P2 s1,s2'])
  })

  it('PUB-11 what waits is hinted anew, and a number the town knows changes nothing', () => {
    const p = settled()
    p.compiled(100, [[a, 'P2', 's1,s2']])
    expect(p.saw(2, 150)).toEqual([])
    expect(p.saw(50, 200)).toEqual(['hint#51 P2 s1,s2'])
  })

  it('PUB-11 PLY-28 claims one upon the other give no screen a step of over a million', () => {
    const p = settled()
    let before = p.heads.at(-1)?.head.sequence ?? 0
    p.compiled(100, [[a, 'P2', 's1,s2']])
    for (let i = 0; i < 50; i += 1) p.saw(before + 900_000 + i * 900_000, 200 + i * 50)
    for (let t = 3_000; t < 9_000; t += 500) p.tick(t)
    for (const { head } of p.heads.slice(1)) {
      expect(head.sequence - before).toBeLessThanOrEqual(1_000_000)
      before = head.sequence
    }
    expect(before).toBeGreaterThan(900_000)
    const most = before + 1_000_000
    expect(p.saw(most, 20_000)).toEqual([])
  })

  it('PUB-11 a number too far ahead is a lie', () => {
    expect(settled().saw(9_000_000_000, 1_000)).toEqual([])
  })
})
