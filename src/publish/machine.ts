import type { GroupKey, Instant, ReleaseId, ScreenId, Sha256 } from '../model/ids.ts'
import type { Head, HeadCause } from '../model/programme.ts'
import { headFits } from '../programme/index.ts'
import { membersOf } from './members.ts'
import type {
  Compiled,
  Failed,
  GroupState,
  Pending,
  PublishEffect,
  PublishEvent,
  PublishState,
  Step,
} from './state.ts'

/** After the last screen said ready: long enough for the head to reach them all (PUB-5). */
export const SWITCH_AFTER_MS = 200
/** The longest wait between hint and switch. */
export const WAIT_LIMIT_MS = 2000
export const LEASE_MS = 30 * 86_400_000
/** The lease of a revocation head: over as soon as it begins, so the fallback alone plays. */
export const REVOCATION_LEASE_MS = 1
/**
 * How far the number of a screen may be above that of a town that was restored from a copy: years of publishing
 * (PUB-11).
 */
export const CATCH_UP_LIMIT = 1_000_000
/** A lease with less than this left is renewed. */
export const RENEW_BELOW_MS = 20 * 86_400_000

const NEW_GROUP: GroupState = { programme: null, screens: [], current: null, told: [], pending: null }

const withGroup = (state: PublishState, key: GroupKey, group: GroupState): PublishState => ({
  ...state,
  groups: new Map(state.groups).set(key, group),
})

const step = (state: PublishState, ...effects: readonly PublishEffect[]): Step => ({ state, effects })

/** Runs one step after another, keeping their effects. */
const through = <T>(
  first: PublishState,
  items: Iterable<T>,
  run: (state: PublishState, item: T) => Step,
): Step => {
  let state = first
  const effects: PublishEffect[] = []
  for (const item of items) {
    const next = run(state, item)
    state = next.state
    effects.push(...next.effects)
  }
  return { state, effects }
}

/** PUB-7: as many withdrawn releases as the kilobyte holds, latest first. */
const headOf = (head: Head): Head => {
  let fitting = head
  while (!headFits(fitting) && fitting.revoked.length > 0)
    fitting = { ...fitting, revoked: fitting.revoked.slice(0, -1) }
  return fitting
}

type Issue = {
  sequence: number
  programme: Sha256
  activateAt: Instant
  cause: HeadCause
  /** The screens that are told now; all of the group when absent. */
  to?: readonly ScreenId[]
}

/** Ends whatever was pending; from here on these screens have no other head (I2). */
const issue = (
  state: PublishState,
  key: GroupKey,
  { sequence, programme, activateAt, cause, to }: Issue,
): Step => {
  const group = state.groups.get(key) ?? NEW_GROUP
  const { screens } = group
  const members = membersOf(screens)
  const head = headOf({
    town: state.town,
    group: key,
    sequence,
    programme,
    activateAt,
    leaseUntil: activateAt + (cause === 'unpaired' ? REVOCATION_LEASE_MS : LEASE_MS),
    revoked: state.revoked,
  })
  const groups = new Map<GroupKey, GroupState>()
  for (const [other, { told, ...rest }] of state.groups) {
    groups.set(other, { ...rest, told: told.filter((screen) => !members.has(screen)) })
  }
  groups.set(key, { ...group, current: head, told: screens, pending: null })
  return step({ ...state, groups }, { type: 'head', head, screens, to: to ?? screens, cause })
}

/** PUB-5: the switch comes 200 ms after the last online screen is ready, 2 s after the hint, or at once. */
const settle = (state: PublishState, key: GroupKey, now: Instant): Step => {
  const group = state.groups.get(key)
  if (!group?.pending) return step(state)
  const { sequence, programme, awaited, cause } = group.pending
  // A clock that was set back must not make the wait longer (I11).
  const hintedAt = Math.min(group.pending.hintedAt, now)
  const deadline = hintedAt + WAIT_LIMIT_MS
  if (awaited.size > 0 && now < deadline - SWITCH_AFTER_MS) {
    if (hintedAt === group.pending.hintedAt) return step(state)
    return step(withGroup(state, key, { ...group, pending: { ...group.pending, hintedAt } }))
  }
  const nobody = awaited.size === 0 && !group.screens.some((screen) => state.online.has(screen))
  const activateAt = nobody ? now : Math.max(now, Math.min(now + SWITCH_AFTER_MS, deadline))
  return issue(state, key, { sequence, programme, activateAt, cause })
}

/** PUB-6: a lease is renewed with the same programme, without a hint, by a new number. */
const renew = (state: PublishState, key: GroupKey, now: Instant): Step => {
  const group = state.groups.get(key)
  if (!group?.current || group.pending || group.programme !== group.current.programme) return step(state)
  if (group.current.leaseUntil - now >= RENEW_BELOW_MS) return step(state)
  const sequence = state.sequence + 1
  const { programme } = group.current
  return issue({ ...state, sequence }, key, { sequence, programme, activateAt: now, cause: 'renewed' })
}

/** PUB-4: a new number, a hint to all; a newer programme takes the place of one that waits. */
const hint = (
  state: PublishState,
  key: GroupKey,
  programme: Sha256,
  cause: HeadCause,
  now: Instant,
): Step => {
  const group = state.groups.get(key) ?? NEW_GROUP
  const sequence = state.sequence + 1
  const hintedAt = group.pending?.hintedAt ?? now
  const awaited = new Set(group.screens.filter((screen) => state.online.has(screen)))
  const pending: Pending = { sequence, programme, hintedAt, awaited, cause }
  return step(withGroup({ ...state, sequence }, key, { ...group, pending }), {
    type: 'hint',
    group: key,
    sequence,
    programme,
    screens: group.screens,
  })
}

const then = (first: Step, run: (state: PublishState) => Step): Step => {
  const second = run(first.state)
  return { state: second.state, effects: [...first.effects, ...second.effects] }
}

/** PUB-7: hinted, signed and active in one breath. */
const withdraw = (state: PublishState, key: GroupKey, programme: Sha256, now: Instant): Step =>
  then(hint(state, key, programme, 'withdrawn', now), (hinted) =>
    issue(hinted, key, { sequence: hinted.sequence, programme, activateAt: now, cause: 'withdrawn' }),
  )

/**
 * PUB-4: screens that join a group which plays on. They need a number higher than any they know (I3) and a head that
 * names them (I8), and nobody has to wait for them; the others have the programme and are left in peace.
 */
const letIn = (
  state: PublishState,
  key: GroupKey,
  programme: Sha256,
  newcomers: readonly ScreenId[],
  now: Instant,
): Step => {
  const sequence = state.sequence + 1
  const coming: PublishEffect = { type: 'hint', group: key, sequence, programme, screens: newcomers }
  return then(step({ ...state, sequence }, coming), (counted) =>
    issue(counted, key, { sequence, programme, activateAt: now, cause: 'joined', to: newcomers }),
  )
}

/** Screens of the pending switch that are still in the group and have not said ready. */
const stillAwaited = (pending: Pending | null, screens: readonly ScreenId[]): Pending | null =>
  pending && {
    ...pending,
    awaited: new Set([...pending.awaited].filter((screen) => membersOf(screens).has(screen))),
  }

/** One group's share of a compile. */
const take = (state: PublishState, compiled: Compiled, withdrawn: boolean, now: Instant): Step => {
  const { group: key, programme, screens } = compiled
  const before = state.groups.get(key) ?? NEW_GROUP
  const group = { ...before, programme, screens, pending: stillAwaited(before.pending, screens) }
  const newcomers = screens.filter((screen) => !membersOf(before.told).has(screen))
  const unchanged = before.current?.programme === programme
  if (unchanged && newcomers.length === 0) {
    return renew(withGroup(state, key, { ...group, pending: null }), key, now)
  }
  if (unchanged) return letIn(withGroup(state, key, group), key, programme, newcomers, now)
  const grew = screens.some((screen) => !membersOf(before.screens).has(screen))
  if (before.pending?.programme === programme && !grew && !withdrawn) {
    return settle(withGroup(state, key, group), key, now)
  }
  if (withdrawn) return withdraw(withGroup(state, key, group), key, programme, now)
  return then(hint(withGroup(state, key, group), key, programme, 'changed', now), (hinted) =>
    settle(hinted, key, now),
  )
}

/** Would a head signed now withdraw more than this one does? */
const lacks = (current: Head, revoked: readonly ReleaseId[]): boolean =>
  headOf({ ...current, revoked }).revoked.some((release) => !current.revoked.includes(release))

/**
 * PUB-9: a group whose compile failed goes on with what it has, and hears of withdrawals (I7). One that is new (its
 * screens were moved here by the very change that does not compile) plays on what they brought along.
 */
const keep = (state: PublishState, { group: key, screens }: Failed, now: Instant): Step => {
  const own = state.groups.get(key)
  const brought = [...state.groups.values()].find(({ told }) => told.some((one) => screens.includes(one)))
  const current = own?.current ?? brought?.current
  const programme = own?.pending?.programme ?? own?.programme ?? current?.programme
  if (!programme) return step(state)
  if (current && lacks(current, state.revoked)) {
    const group = { ...(own ?? NEW_GROUP), programme, screens }
    return withdraw(withGroup(state, key, group), key, programme, now)
  }
  return own ? take(state, { group: key, programme, screens }, false, now) : step(state)
}

/** Groups that no screen is in any more wait for nothing and are never renewed. */
const withoutGone = (state: PublishState, present: ReadonlySet<GroupKey>): PublishState => ({
  ...state,
  groups: new Map(
    [...state.groups].flatMap(([key, group]) => {
      if (present.has(key)) return [[key, group] as const]
      if (group.told.length === 0) return []
      return [[key, { ...group, programme: null, screens: [], pending: null }] as const]
    }),
  ),
})

const compiledAll = (
  before: PublishState,
  { groups, failed = [], revoked, now }: PublishEvent & { type: 'compiled' },
): Step => {
  const withdrawn = revoked.some((release) => !before.revoked.includes(release))
  const present = new Set([...groups, ...failed].map(({ group }) => group))
  const compiled = through(withoutGone({ ...before, revoked }, present), groups, (state, group) =>
    take(state, group, withdrawn, now),
  )
  return then(compiled, (state) => through(state, failed, (s, group) => keep(s, group, now)))
}

const withAwaited = (
  state: PublishState,
  key: GroupKey,
  change: (awaited: Set<ScreenId>) => unknown,
): PublishState => {
  const group = state.groups.get(key)
  if (!group?.pending) return state
  const awaited = new Set(group.pending.awaited)
  change(awaited)
  return withGroup(state, key, { ...group, pending: { ...group.pending, awaited } })
}

const cameOnline = (before: PublishState, screens: readonly ScreenId[]): Step => {
  const state = { ...before, online: new Set([...before.online, ...screens]) }
  return through(state, [...state.groups], (s, [key, { pending, screens: all }]) => {
    const late = pending ? screens.filter((screen) => membersOf(all).has(screen)) : []
    if (!pending || late.length === 0) return step(s)
    const { sequence, programme } = pending
    const waited = withAwaited(s, key, (awaited) => late.forEach((screen) => awaited.add(screen)))
    return step(waited, { type: 'hint', group: key, sequence, programme, screens: late })
  })
}

/** Nobody waits any more for what these screens would say. */
const notAwaited = (state: PublishState, key: GroupKey, screens: readonly ScreenId[], now: Instant): Step => {
  const awaited = state.groups.get(key)?.pending?.awaited
  const those = awaited ? screens.filter((screen) => awaited.has(screen)) : []
  if (those.length === 0) return step(state)
  return settle(
    withAwaited(state, key, (left) => those.forEach((screen) => left.delete(screen))),
    key,
    now,
  )
}

const wentOffline = (before: PublishState, screens: readonly ScreenId[], now: Instant): Step => {
  const online = new Set(before.online)
  for (const screen of screens) online.delete(screen)
  return through({ ...before, online }, [...before.groups.keys()], (state, key) =>
    then(notAwaited(state, key, screens, now), (left) => settle(left, key, now)),
  )
}

const saidReady = (
  state: PublishState,
  { screens, sequence, now }: PublishEvent & { type: 'ready' },
): Step => {
  for (const [key, { pending }] of state.groups)
    if (pending?.sequence === sequence) return notAwaited(state, key, screens, now)
  return step(state)
}

/** Nobody vouches for what this device plays any more; it says so under the device's own group (PUB-10). */
const issueRevocation = (
  before: PublishState,
  { screen, group: key, now }: PublishEvent & { type: 'unpaired' },
): Step => {
  const last = [...before.groups.values()].find(({ told }) => told.includes(screen))?.current
  if (!last) return step(before)
  const sequence = before.sequence + 1
  const groups = new Map<GroupKey, GroupState>()
  for (const [other, group] of before.groups) {
    const screens = group.screens.filter((one) => one !== screen)
    groups.set(other, { ...group, screens, pending: stillAwaited(group.pending, screens) })
  }
  const state = { ...before, sequence, groups: groups.set(key, { ...NEW_GROUP, screens: [screen] }) }
  return issue(state, key, { sequence, programme: last.programme, activateAt: now, cause: 'unpaired' })
}

const untold = (before: PublishState, screen: ScreenId): PublishState => {
  const groups = new Map<GroupKey, GroupState>()
  for (const [key, group] of before.groups) {
    groups.set(key, { ...group, told: group.told.filter((one) => one !== screen) })
  }
  return { ...before, groups }
}

/**
 * PUB-11: an older copy of the town was put back, and screens hold higher numbers than it knows. Numbers go on from
 * there, and every group is told anew, else no screen would obey a head for a long time (I3, I15). A step is bounded,
 * so that one lying device cannot use the numbers up.
 */
const catchUp = (before: PublishState, { sequence, now }: PublishEvent & { type: 'saw' }): Step => {
  // No screen obeys a longer step (PLY-28), so a claim waits until all who listen have been told the one before it.
  const heard = [...before.groups.values()].flatMap(({ current, screens }) =>
    current && screens.length > 0 ? [current.sequence] : [],
  )
  const from = Math.min(before.sequence, ...heard)
  if (sequence <= before.sequence || sequence + before.groups.size >= from + CATCH_UP_LIMIT)
    return step(before)
  return through({ ...before, sequence }, [...before.groups.keys()], (state, key) => {
    const group = state.groups.get(key)
    if (group?.pending) return hint(state, key, group.pending.programme, group.pending.cause, now)
    if (!group?.current || !group.programme) return step(state)
    const number = state.sequence + 1
    const { programme } = group
    return issue({ ...state, sequence: number }, key, {
      sequence: number,
      programme,
      activateAt: now,
      cause: 'renewed',
    })
  })
}

const decide = (state: PublishState, event: PublishEvent): Step => {
  switch (event.type) {
    case 'compiled':
      return compiledAll(state, event)
    case 'ready':
      return saidReady(state, event)
    case 'online':
      return cameOnline(state, event.screens)
    case 'offline':
      return wentOffline(state, event.screens, event.now)
    case 'unpaired':
      return issueRevocation(state, event)
    case 'paired':
      return step(untold(state, event.screen))
    case 'saw':
      return catchUp(state, event)
    case 'tick':
      return through(state, [...state.groups.keys()], (s, key) =>
        then(settle(s, key, event.now), (settled) => renew(settled, key, event.now)),
      )
  }
}

const deadlineOf = ({ pending, current, programme }: GroupState): Instant => {
  if (pending) return pending.hintedAt + WAIT_LIMIT_MS - SWITCH_AFTER_MS
  return current && programme ? current.leaseUntil - RENEW_BELOW_MS + 1 : Infinity
}

/** Publishing, one event at a time. Effects are to be done in order; a `wake`, if any, is the last. */
export const publish = (state: PublishState, event: PublishEvent): Step => {
  const after = decide(state, event)
  const at = Math.min(Infinity, ...[...after.state.groups.values()].map(deadlineOf))
  return isFinite(at) ? { ...after, effects: [...after.effects, { type: 'wake', at }] } : after
}
