import { describe, expect, test } from 'vitest'
import type { Belief, Own } from '../../../src/trust/belief.ts'
import {
  freshOwn,
  hearAssignment,
  hearCurrent,
  hearHead,
  hearRelease,
  hearSet,
  hearWithdrawing,
  isReleased,
  timeSet,
} from '../../../src/trust/heads.ts'
import { restored } from '../../../src/trust/restore.ts'
import { mayShow } from '../../../src/trust/welcome.ts'
import { nothingWithdrawn } from '../../../src/trust/withdrawn.ts'
import { nameOf } from '../../../src/wire/names.ts'
import { WITHDRAWN, type Head2 } from '../../../src/wire/papers.ts'
import { buildSet, NOW, shaOf, sixteenOf, withdrawalsOf } from '../../builders/wire.ts'
import { D, JUDGING, keyFrom, OTHERS, OURS, OWN_GROUP, secrets, standing } from '../../fakes/wire-town.ts'

const DAY = 86_400_000
const S = standing()
const EMPTY = nothingWithdrawn(1, secrets).root
const none = { bytes: 0, count: 0, newest: [], root: EMPTY }
const head = (more: Partial<Head2> = {}) => OURS.head({ withdrawn: none, ...more })
const FRESH = freshOwn(1, OURS.server(1).key, S)
const begin = (sequence = 7, assignment = 1): Own =>
  hearAssignment(
    FRESH,
    D.key,
    { assignment: OURS.assignment({ sequence: assignment }), head: head({ sequence }) },
    S,
  ).value
const OWN = begin()
const hear = (signed: ReturnType<typeof head>, own = OWN, s = S) => hearHead(own, signed, s)

describe('TRU-8 heads', () => {
  test('TRU-8 one above all earlier is obeyed; one that is not is passed over, and no fault', () => {
    expect(OWN).toMatchObject({
      numbers: { first: 7, last: 7 },
      held: { head: { sequence: 7 } },
      lacking: null,
    })
    const next = hear(head({ sequence: 9 }))
    expect(next).toMatchObject({
      fault: null,
      value: { numbers: { last: 9 }, held: { head: { sequence: 9 } } },
    })
    for (const sequence of [7, 6, 1]) expect(hear(head({ sequence }))).toEqual({ value: OWN, fault: null })
  })

  test.each([
    ['of another town', OTHERS.head({ sequence: 9, withdrawn: none })],
    ['of the key of before', OURS.head({ sequence: 9, withdrawn: none }, OURS.server(2))],
    ['of another k', OURS.head({ sequence: 9, withdrawn: none, k: 2 }, OURS.server(1))],
    ['signed by the recovery key', OURS.head({ sequence: 9, withdrawn: none }, OURS.recovery)],
    ['not signed', { ...head({ sequence: 9 }), signature: head({ sequence: 10 }).signature }],
    ['signed as something else', OURS.assignment({ sequence: 9 })],
    ['of 31 days and a millisecond', head({ sequence: 9, leaseUntil: NOW + 31 * DAY + 1 })],
    [
      'of the year 2100',
      head({ sequence: 9, activateAt: NOW + 27_000 * DAY, leaseUntil: NOW + 27_001 * DAY }),
    ],
    ['beyond the budget', head({ sequence: 1_000_008 })],
  ])('TRU-8 a head %s changes nothing', (_, signed) => {
    expect(hear(signed)).toEqual({ value: OWN, fault: 'HEAD_INVALID' })
  })

  test('TRU-8 a head of another group changes nothing, nor one that lets a device go', () => {
    expect(hear(head({ sequence: 9, group: sixteenOf('other') }))).toEqual({
      value: OWN,
      fault: 'GROUP_FOREIGN',
    })
    expect(hear(head({ sequence: 9, group: OWN_GROUP }))).toEqual({ value: OWN, fault: 'GROUP_FOREIGN' })
  })

  test('TRU-8 numbers rise with age, whatever steps they take', () => {
    const day = standing({ age: DAY })
    expect(hear(head({ sequence: 2_000_007 }), OWN, day).fault).toBeNull()
    expect(hear(head({ sequence: 2_000_008 }), OWN, day).fault).toBe('HEAD_INVALID')
    const far = hear(head({ sequence: 1_000_007 })).value
    expect(hear(head({ sequence: 1_000_008 }), far).fault).toBe('HEAD_INVALID')
  })

  test('TRU-8 its withdrawals bind at once, and what it names beyond them is lacking', () => {
    const newest = withdrawalsOf(2)
    const set = buildSet({ entries: newest })
    const root = nameOf(WITHDRAWN.write(set), secrets)
    const whole = hear(head({ sequence: 8, withdrawn: { bytes: 200, count: 2, newest, root } }))
    expect(whole.value).toMatchObject({ withdrawn: { entries: newest, root }, lacking: null })
    const part = hear(
      head({ sequence: 8, withdrawn: { bytes: 200, count: 2, newest: newest.slice(0, 1), root } }),
    ).value
    expect(part).toMatchObject({ lacking: { root, bytes: 200 } })
    expect(mayShow(part, { highest: 0 }, NOW, 0)).toBe(false)
    expect(mayShow(part, null, NOW, 0)).toBe(true)
    const fetched = hearSet(part, WITHDRAWN.write(set), S)
    expect(fetched).toMatchObject({ fault: null, value: { withdrawn: { root }, lacking: null } })
    expect(mayShow(fetched.value, { highest: 0 }, NOW, 0)).toBe(true)
  })
})

describe('TRU-9 assignments', () => {
  const assign = (
    own: Own,
    assignment: ReturnType<typeof OURS.assignment>,
    sequence: number,
    group?: string,
  ) => hearAssignment(own, D.key, { assignment, head: head({ sequence, ...(group && { group }) }) }, S)

  test('TRU-9 a higher one begins the numbers afresh with the head beside it, within the budget', () => {
    const group = sixteenOf('other')
    const moved = assign(OWN, OURS.assignment({ sequence: 2, group }), 3, group)
    expect(moved).toMatchObject({
      fault: null,
      value: { numbers: { first: 7, last: 3 }, held: { head: { group } } },
    })
    expect(hear(head({ sequence: 3, group }), moved.value).value).toBe(moved.value)
    expect(hear(head({ sequence: 8 }), moved.value).fault).toBe('GROUP_FOREIGN')
    expect(assign(OWN, OURS.assignment({ sequence: 2, group }), 1_000_008, group)).toEqual({
      value: OWN,
      fault: 'HEAD_INVALID',
    })
  })

  test('TRU-9 the one that is held changes nothing, and its head is heard as any', () => {
    expect(assign(OWN, OURS.assignment({ sequence: 1 }), 7)).toEqual({ value: OWN, fault: null })
    expect(assign(OWN, OURS.assignment({ sequence: 1 }), 5).value).toEqual(OWN)
    expect(assign(OWN, OURS.assignment({ sequence: 1 }), 8).value.numbers).toMatchObject({ last: 8 })
  })

  test.each([
    ['lower', OURS.assignment({ sequence: 1 }), begin(7, 2)],
    ['another of the same number', OURS.assignment({ sequence: 1, since: 5 }), OWN],
    ['of another device', OURS.assignment({ sequence: 2, device: keyFrom('other').key }), OWN],
    ['of another town', OTHERS.assignment({ sequence: 2 }), OWN],
    ['of another k', OURS.assignment({ sequence: 2, k: 2 }, OURS.server(1)), OWN],
    ['beyond its budget', OURS.assignment({ sequence: 1_000_002 }), OWN],
  ])('TRU-9 one that is %s changes nothing, nor does its head', (_, assignment, own) => {
    expect(assign(own, assignment, 9)).toEqual({ value: own, fault: 'ASSIGNMENT_INVALID' })
  })

  test('TRU-9 assignment and head are of one group, or neither is taken', () => {
    const assignment = OURS.assignment({ sequence: 2, group: sixteenOf('other') })
    expect(assign(OWN, assignment, 9)).toEqual({ value: OWN, fault: 'GROUP_FOREIGN' })
  })
})

describe('TRU-8 PLY-26 a device that is let go', () => {
  const release = (more: Partial<Head2> = {}) =>
    head({ sequence: 8, group: OWN_GROUP, activateAt: NOW, leaseUntil: NOW + 1, cause: 'released', ...more })

  test('TRU-8 it holds nothing that shows, until an assignment', () => {
    const { value, fault } = hearRelease(OWN, D.key, release(), S)
    expect([fault, isReleased(value, D.key, S), isReleased(OWN, D.key, S)]).toEqual([null, true, false])
    expect(mayShow(value, null, NOW + 1, 1)).toBe(false)
    const back = hearAssignment(
      value,
      D.key,
      { assignment: OURS.assignment({ sequence: 2 }), head: head({ sequence: 9 }) },
      S,
    )
    expect(mayShow(back.value, null, NOW + 1, 1)).toBe(true)
  })

  test('TRU-8 no other is let go by it, none of before, and no lease longer than a millisecond does', () => {
    expect(hearRelease(OWN, keyFrom('other').key, release(), S)).toMatchObject({ fault: 'GROUP_FOREIGN' })
    expect(hearRelease(OWN, D.key, release({ sequence: 7 }), S).value).toBe(OWN)
    expect(hearRelease(OWN, D.key, release({ leaseUntil: NOW + 2 }), S)).toEqual({
      value: OWN,
      fault: 'HEAD_INVALID',
    })
    // Before anything was assigned under this k too.
    expect(isReleased(hearRelease(FRESH, D.key, release(), S).value, D.key, S)).toBe(true)
  })
})

describe('TRU-11 sets and words of withdrawals', () => {
  const entries = withdrawalsOf(4)
  const set = buildSet({ entries })
  const body = WITHDRAWN.write(set)
  const root = nameOf(body, secrets)
  const lacking = hearCurrent(OWN, { root, bytes: body.length })

  test('TRU-11 only the set that was named is taken', () => {
    expect(lacking.lacking).toEqual({ root, bytes: body.length })
    const other = WITHDRAWN.write(buildSet({ entries: entries.slice(1) }))
    expect(hearSet(lacking, other, S).value).toBe(lacking)
    expect(hearSet(OWN, body, S).value).toBe(OWN)
    const foreign = WITHDRAWN.write(buildSet({ entries, k: 2 }))
    const named = hearCurrent(OWN, { root: nameOf(foreign, secrets), bytes: 1 })
    expect(hearSet(named, foreign, S)).toEqual({ value: named, fault: 'WITHDRAWN_INVALID' })
    const malformed = hearCurrent(OWN, { root: nameOf('{}', secrets), bytes: 2 })
    expect(hearSet(malformed, '{}', S)).toEqual({ value: malformed, fault: 'WITHDRAWN_INVALID' })
  })

  test('TRU-11 who holds more than was named fetches that set once, and not with every word', () => {
    const more = hearWithdrawing(lacking, OURS.withdrawing({ entries: withdrawalsOf(6), floor: 0 }), S).value
    const settled = hearSet(more, body, S).value
    expect(settled).toMatchObject({ lacking: null, holds: root, withdrawn: { entries: withdrawalsOf(6) } })
    expect(hearCurrent(settled, { root, bytes: body.length }).lacking).toBeNull()
    expect(hearCurrent(settled, { root: shaOf('next'), bytes: 9 }).lacking).not.toBeNull()
  })

  test('TRU-11 a set of which an entry is refused is not held: the fallback stays', () => {
    const late = WITHDRAWN.write(buildSet({ entries: withdrawalsOf(1, NOW + DAY) }))
    const named = hearCurrent(OWN, { root: nameOf(late, secrets), bytes: late.length })
    const { value, fault } = hearSet(named, late, S)
    expect(fault).toBe('WITHDRAWN_INVALID')
    expect(mayShow(value, { highest: 0 }, NOW, 0)).toBe(false)
  })

  test('TRU-11 a signed word binds as it comes, and sends nobody after a set', () => {
    const heard = hearWithdrawing(OWN, OURS.withdrawing({ entries, floor: 0, root: shaOf('old') }), S)
    expect(heard).toMatchObject({ fault: null, value: { withdrawn: { entries, root }, lacking: null } })
    expect(
      hearWithdrawing(lacking, OURS.withdrawing({ entries, floor: 0, root }), S).value.lacking,
    ).toBeNull()
    for (const word of [
      OTHERS.withdrawing({ entries }),
      OURS.withdrawing({ entries, k: 2 }, OURS.server(1)),
      OURS.head({ sequence: 9 }),
    ])
      expect(hearWithdrawing(OWN, word, S)).toEqual({ value: OWN, fault: 'WITHDRAWN_INVALID' })
  })

  test('TRU-11 before the time is set a word may be of as long as the head that is held lasts', () => {
    const unset = standing({ time: { now: 0, set: false } })
    const word = (at: number) => OURS.withdrawing({ entries: withdrawalsOf(1, at), floor: 0 })
    expect(hearWithdrawing(OWN, word(NOW + 30 * DAY), unset).fault).toBeNull()
    expect(hearWithdrawing(OWN, word(NOW + 30 * DAY + 1), unset).fault).toBe('WITHDRAWN_INVALID')
    expect(hearWithdrawing(OWN, word(NOW + 600_000), S).fault).toBeNull()
    expect(hearWithdrawing(OWN, word(NOW + 600_001), S).fault).toBe('WITHDRAWN_INVALID')
  })
})

describe('TRU-12 after a start', () => {
  const belief = (own: Own): Belief => ({
    device: D.key,
    pinned: { type: 'town', learned: 'code', ...OURS.town(1) },
    own,
  })

  test('TRU-12 what was kept is as it was', () => {
    expect(restored(belief(OWN), JUDGING)).toEqual(belief(OWN))
    expect(restored({ ...belief(OWN), own: null }, JUDGING).own).toBeNull()
  })

  test('TRU-12 what was edited in the store goes, or is read again from what was signed', () => {
    const edited = { ...OWN, held: { ...OWN.held!, head: { ...OWN.held!.head, leaseUntil: NOW * 2 } } }
    expect(restored(belief(edited), JUDGING).own).toEqual(OWN)
    const forged = { ...OWN, held: { ...OWN.held!, signed: OTHERS.head({ sequence: 9 }) } }
    expect(restored(belief(forged), JUDGING).own).toEqual({ ...OWN, held: null })
    const other = { ...OWN, assigned: { ...OWN.assigned!, signed: OTHERS.assignment() } }
    expect(restored(belief(other), JUDGING).own).toEqual({ ...OWN, assigned: null })
  })

  test('TRU-5 once the time is set, the lease that is held ends no later', () => {
    const long = { ...OWN, held: { ...OWN.held!, untilAge: 99 * DAY } }
    expect(timeSet(long, standing({ age: 5 })).held!.untilAge).toBe(30 * DAY + 5)
    expect(timeSet(FRESH, S)).toBe(FRESH)
  })
})
