import type { GroupKey, Instant, ReleaseId } from '../../model/ids.ts'
import type { Head } from '../../model/programme.ts'
import {
  publish,
  restore,
  type PublishEffect,
  type PublishEvent,
  type PublishState,
} from '../../publish/index.ts'
import type { CurrentHead } from '../../session/state.ts'
import type { After, Clock } from '../process/clock.ts'
import type { HeadRows } from './head-rows.ts'
import type { Log } from '../process/log.ts'
import type { CompiledGroups } from './town-groups.ts'
import type { Broadcaster } from '../devices/broadcaster.ts'

/** Node's timers hold 24 days; a renewal further off is found by the daily compile. */
const LONGEST_WAKE_MS = 86_400_000

export type Published = { readonly sequence: number; readonly screens: number; readonly at: Instant }
export type ParsedHead = CurrentHead & { readonly parsed: Head }

type World = {
  readonly heads: HeadRows
  readonly broadcaster: Broadcaster
  readonly clock: Clock
  readonly after: After
  readonly log: Log
  /** How many screens a group has, to tell a hint to all of it from one to a late screen. */
  readonly sizeOf: (group: GroupKey) => number
  readonly published: (published: Published) => void
  /** Whether this process leads the town: of two that signed at one time, each would know of one half of the heads. */
  readonly leads: () => boolean
}

/** Everything that changes while publishing; one event at a time touches it. */
export type PublishLoop = {
  readonly world: World
  state: PublishState
  readonly current: Map<GroupKey, ParsedHead>
  cancelWake: () => void
  /** Where events of timers go, so that they take their turn too. */
  wake: (event: PublishEvent) => void
}

/** Takes up what is on record: verified heads, and numbers never given twice (I3, I9). Answers all they revoked. */
export const takeUp = async (loop: PublishLoop, town: string): Promise<readonly ReleaseId[]> => {
  const { rows, last } = await loop.world.heads.atStart()
  for (const { head, signed } of rows) {
    if ((loop.current.get(head.group)?.sequence ?? 0) >= head.sequence) continue
    loop.current.set(head.group, { head: signed, sequence: head.sequence, parsed: head })
  }
  const restored = restore(town, rows)
  const { online } = loop.state
  loop.state = { ...restored, online, sequence: Math.max(restored.sequence, last) }
  return rows.flatMap(({ head }) => head.revoked)
}

export const openLoop = (world: World): PublishLoop => ({
  world,
  state: restore('', []),
  current: new Map(),
  cancelWake: () => undefined,
  wake: () => undefined,
})

/** Signed and on record first, told afterwards: no screen knows a head the evidence lacks. */
const sendHead = async (loop: PublishLoop, effect: PublishEffect & { type: 'head' }): Promise<void> => {
  const { heads, broadcaster, clock, log, published, leads } = loop.world
  if (!leads()) throw new Error('this process does not lead the town')
  const { head, screens, to, cause } = effect
  const signed = await heads.append(head, screens, cause)
  loop.current.set(head.group, { head: signed, sequence: head.sequence, parsed: head })
  if (to.length === screens.length) broadcaster.head(head.group, signed)
  else for (const screen of to) broadcaster.headScreen(screen, signed)
  log.info({ group: head.group, sequence: head.sequence, cause, screens: screens.length }, 'published')
  if (cause !== 'renewed') published({ sequence: head.sequence, screens: screens.length, at: clock() })
}

const perform = async (loop: PublishLoop, effect: PublishEffect): Promise<void> => {
  const { broadcaster, clock, after, sizeOf } = loop.world
  switch (effect.type) {
    case 'hint': {
      const { group, sequence, programme, screens } = effect
      if (screens.length === sizeOf(group)) broadcaster.hint(group, sequence, programme)
      else for (const screen of screens) broadcaster.hintScreen(screen, sequence, programme)
      return
    }
    case 'head':
      return sendHead(loop, effect)
    case 'wake':
      loop.cancelWake()
      loop.cancelWake = after(Math.min(effect.at - clock(), LONGEST_WAKE_MS), () =>
        loop.wake({ type: 'tick', now: clock() }),
      )
  }
}

/** One event through the pure machine (src/publish), its effects in order. */
export const dispatch = async (loop: PublishLoop, event: PublishEvent): Promise<void> => {
  const step = publish(loop.state, event)
  loop.state = step.state
  for (const effect of step.effects) await perform(loop, effect)
}

export const dispatchCompiled = (
  loop: PublishLoop,
  compiled: CompiledGroups,
  revoked: readonly ReleaseId[],
  town: string,
): Promise<void> => {
  if (loop.state.town !== town) loop.state = { ...loop.state, town }
  return dispatch(loop, { type: 'compiled', ...compiled, revoked, now: loop.world.clock() })
}

/** The town could not be read: every group keeps what it plays and hears of withdrawals (PUB-9). */
export const dispatchWithdrawals = (loop: PublishLoop, revoked: readonly ReleaseId[]): Promise<void> => {
  // At a start that could not read the town its name is known from its heads alone.
  const town = loop.state.town || [...loop.current.values()][0]?.parsed.town
  if (town) loop.state = { ...loop.state, town }
  const failed = [...loop.state.groups].map(([group, { screens, told }]) => ({
    group,
    screens: screens.length > 0 ? screens : told,
  }))
  return dispatch(loop, { type: 'compiled', groups: [], failed, revoked, now: loop.world.clock() })
}
