import type { Payload } from 'payload'
import { refuse, type Refusal } from '../errors/refusal.ts'
import type { GroupKey, Instant, ScreenId } from '../model/ids.ts'
import type { Head, TimelineAnswer } from '../model/programme.ts'
import type { Town, TownScreen } from '../model/town.ts'
import {
  compile,
  groupsOf,
  nextCompileAt,
  publish,
  restore,
  revokedOf,
  type Compiled,
  type Group,
  type PublishEffect,
  type PublishEvent,
  type PublishState,
} from '../publish/index.ts'
import { timelineAnswer } from '../publish/timeline.ts'
import { explain } from '../schedule/index.ts'
import type { CurrentHead } from '../session/state.ts'
import { TOWN_ZONE } from '../time/index.ts'
import type { After, Clock } from './clock.ts'
import { openHeadRows } from './head-rows.ts'
import { sha256Hex, type TownKey } from './keys.ts'
import type { Log } from './log.ts'
import type { Programmes } from './programmes.ts'
import type { Radio } from './radio.ts'
import type { Devices } from './sockets.ts'
import { townReader } from './town-reader.ts'

export type Published = { readonly sequence: number; readonly screens: number; readonly at: Instant }

export type Publisher = {
  /** Reads the town anew and publishes what changed; resolves when that reading is done. */
  readonly refresh: (cause: string) => Promise<void>
  readonly event: (event: PublishEvent) => void
  readonly screen: (
    id: ScreenId,
  ) => { readonly screen: TownScreen; readonly group: GroupKey; readonly current: CurrentHead | null } | null
  readonly townName: () => string
  readonly timeline: (screen: ScreenId, at: Instant) => Promise<TimelineAnswer>
  readonly ready: () => boolean
  /** What verification refuses now; reads the database. */
  readonly refused: () => Promise<readonly Refusal[]>
  readonly attach: (later: {
    readonly devices: Pick<Devices, 'regrouped'>
    readonly published: (published: Published) => void
  }) => void
  readonly stop: () => void
}

type World = {
  readonly payload: Payload
  readonly keys: { readonly town: TownKey }
  readonly programmes: Programmes
  readonly radio: Radio
  readonly clock: Clock
  readonly after: After
  readonly log: Log
}

type Known = {
  readonly town: Town
  readonly groups: readonly Group[]
  readonly groupOf: ReadonlyMap<ScreenId, Group>
}

const RETRY_MS = 2_000
const NOTHING: Known = {
  town: {
    name: '',
    screens: [],
    releases: [],
    withdrawals: [],
    playlists: [],
    schedules: [],
    fallback: {},
    assets: {},
  },
  groups: [],
  groupOf: new Map(),
}

const knownOf = (town: Town): Known => {
  const groups = groupsOf(town, sha256Hex)
  return {
    town,
    groups,
    groupOf: new Map(groups.flatMap((group) => group.screens.map(({ id }) => [id, group] as const))),
  }
}

/** Runs one piece of work after another; a failure is told to its caller and stops nothing. */
const inTurn = () => {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work)
    last = mine.catch(() => undefined)
    return mine
  }
}

/** Drives the pure publish machine (src/publish): reads the town, stores programmes, signs and appends heads, tells screens. */
export const startPublisher = async (world: World): Promise<Publisher> => {
  const { payload, keys, programmes, radio, clock, after, log } = world
  const heads = openHeadRows(payload, keys.town)
  const reader = townReader(payload, log)
  const turn = inTurn()
  const current = new Map<GroupKey, CurrentHead & { readonly parsed: Head }>()
  let later: Parameters<Publisher['attach']>[0] | null = null
  let known = NOTHING
  let state: PublishState
  let done = false
  let stopped = false
  let cancelWake = (): void => {}
  let cancelDay = (): void => {}

  const begin = async (town: string): Promise<PublishState> => {
    const { rows, last } = await heads.atStart()
    for (const { head, signed } of rows) {
      if ((current.get(head.group)?.sequence ?? 0) >= head.sequence) continue
      current.set(head.group, { head: signed, sequence: head.sequence, parsed: head })
    }
    const restored = restore(town, rows)
    return { ...restored, sequence: Math.max(restored.sequence, last) }
  }

  const send = async (effect: PublishEffect & { type: 'head' }): Promise<void> => {
    const { head, screens, cause } = effect
    const signed = await heads.append(head, screens, cause)
    current.set(head.group, { head: signed, sequence: head.sequence, parsed: head })
    radio.head(head.group, signed)
    log.info({ group: head.group, sequence: head.sequence, cause, screens: screens.length }, 'published')
    if (cause !== 'renewed')
      later?.published({ sequence: head.sequence, screens: screens.length, at: clock() })
  }

  const perform = async (effect: PublishEffect): Promise<void> => {
    switch (effect.type) {
      case 'hint': {
        const { group, sequence, programme, screens } = effect
        const all = known.groups.find(({ key }) => key === group)?.screens.length
        if (screens.length === all) radio.hint(group, sequence, programme)
        else for (const screen of screens) radio.hintScreen(screen, sequence, programme)
        return
      }
      case 'head':
        return send(effect)
      case 'wake':
        cancelWake()
        // Node's timers hold 24 days; a renewal further off is found by the daily compile.
        cancelWake = after(Math.min(effect.at - clock(), 86_400_000), () =>
          event({ type: 'tick', now: clock() }),
        )
    }
  }

  const dispatch = async (event: PublishEvent): Promise<void> => {
    const step = publish(state, event)
    state = step.state
    for (const effect of step.effects) await perform(effect)
  }

  const event = (one: PublishEvent): void => {
    if (!stopped) void turn(() => dispatch(one)).catch(recover('event'))
  }

  /** A head that could not be appended was not told to anybody: begin again from what is on record (I9). */
  const recover =
    (cause: string) =>
    (error: unknown): void => {
      log.error({ err: error, cause }, 'publishing failed; screens keep what they have')
      if (stopped) return
      after(RETRY_MS, () => {
        void turn(async () => {
          const { online } = state
          state = { ...(await begin(known.town.name)), online }
        }).then(() => refresh('retry'), recover('retry'))
      })
    }

  const compileAll = async (now: Instant): Promise<readonly Compiled[]> => {
    const compiled: Compiled[] = []
    for (const group of known.groups) {
      const { sha256 } = await programmes.put(compile(known.town, group, now, sha256Hex))
      compiled.push({ group: group.key, programme: sha256, screens: group.screens.map(({ id }) => id) })
    }
    return compiled
  }

  const regroup = (before: Known): void => {
    for (const [screen, { key }] of known.groupOf) {
      if (before.groupOf.get(screen)?.key !== key) later?.devices.regrouped(screen, key, null)
    }
  }

  const readAndPublish = async (): Promise<void> => {
    const now = clock()
    const { town } = await reader.read()
    if (stopped) return
    const before = known
    known = knownOf(town)
    if (state.town !== town.name) state = { ...state, town: town.name }
    regroup(before)
    await dispatch({ type: 'compiled', groups: await compileAll(now), revoked: revokedOf(town), now })
    done = true
    cancelDay()
    cancelDay = after(Math.min(nextCompileAt(now, TOWN_ZONE) - now, 3_600_000), () => void refresh('day'))
  }

  let waiting: Promise<void> | null = null
  /** Changes that come while a reading waits for its turn share it. */
  const refresh = (cause: string): Promise<void> => {
    waiting ??= turn(() => {
      waiting = null
      return readAndPublish()
    }).catch(recover(cause))
    return waiting
  }

  const screen: Publisher['screen'] = (id) => {
    const found = known.town.screens.find((one) => one.id === id)
    const group = known.groupOf.get(id)
    return found && group
      ? { screen: found, group: group.key, current: current.get(group.key) ?? null }
      : null
  }

  const headFor = async (id: ScreenId, at: Instant): Promise<Head> => {
    const found = screen(id) ?? refuse('SCREEN_UNKNOWN')
    if (at < clock()) return (await heads.activeAt(id, at)) ?? refuse('TIMELINE_NO_EVIDENCE')
    return current.get(found.group)?.parsed ?? refuse('NO_PROGRAMME')
  }

  state = await begin('')
  return {
    refresh,
    event,
    screen,
    townName: () => known.town.name,
    ready: () => done,
    attach: (given) => {
      later = given
    },
    refused: async () => [...(await turn(() => reader.read())).refusals, ...(await heads.tampered())],
    timeline: async (id, at) => {
      const head = await headFor(id, at)
      const programme = (await programmes.get(head.programme)) ?? refuse('TIMELINE_NO_EVIDENCE')
      const also = at < clock() ? [] : explain(known.town, id, at, TOWN_ZONE)
      return timelineAnswer(id, head, { sha256: head.programme, programme }, at, also)
    },
    stop: () => {
      stopped = true
      cancelWake()
      cancelDay()
    },
  }
}
