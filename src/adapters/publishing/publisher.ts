import type { Payload } from 'payload'
import type { ContentKinds } from '../../content/index.ts'
import type { Refusal } from '../../errors/refusal.ts'
import type { GroupKey, Instant, ScreenId } from '../../model/ids.ts'
import type { TimelineAnswer } from '../../model/programme.ts'
import type { Town, TownScreen } from '../../model/town.ts'
import { nextCompileAt, revokedOf, type PublishEvent } from '../../publish/index.ts'
import type { CurrentHead } from '../../session/state.ts'
import { TOWN_ZONE } from '../../time/index.ts'
import type { After, Clock } from '../process/clock.ts'
import { gathered } from './gathered.ts'
import { openHeadRows } from './head-rows.ts'
import { inTurn, type Turn } from '../process/in-turn.ts'
import type { HeadsKey } from '../disk/keys.ts'
import type { Images } from '../images/images.ts'
import type { Log } from '../process/log.ts'
import type { Objects } from '../disk/objects.ts'
import type { Programmes } from './programmes.ts'
import {
  dispatch,
  dispatchCompiled,
  dispatchWithdrawals,
  openLoop,
  takeUp,
  type Published,
  type PublishLoop,
} from './publish-loop.ts'
import type { Broadcaster } from '../devices/broadcaster.ts'
import type { Devices } from '../devices/sockets.ts'
import { answerTimeline, type Question } from './timeline.ts'
import { compileGroups, grouped, moved, toldIn, UNREAD, withUnread, type Grouped } from './town-groups.ts'
import type { TownReading } from '../../../cms/town/read.ts'
import { pictureWatch } from './town-pictures.ts'
import { townReader, type TownReader } from './town-reader.ts'

type Size = Pick<TownScreen['profile'], 'width' | 'height'>

export type FoundInTown = {
  readonly screen: Pick<TownScreen, 'id' | 'name'> & { readonly profile: Size }
  readonly group: GroupKey
  readonly current: CurrentHead | null
}

type Later = {
  readonly devices: Pick<Devices, 'regrouped'>
  readonly published: (published: Published) => void
}

export type Publisher = {
  /** Reads the town anew and publishes what changed; resolves when that reading is done. */
  readonly refresh: (cause: string) => Promise<void>
  readonly event: (event: PublishEvent) => void
  readonly screen: (id: ScreenId) => FoundInTown | null
  /** The newest head of a group, or null. */
  readonly headOf: (group: GroupKey) => CurrentHead | null
  /** As last read. */
  readonly town: () => Town
  readonly timeline: (screen: ScreenId, at: Instant) => Promise<TimelineAnswer>
  readonly ready: () => boolean
  /** What verification refuses now; reads the database. */
  readonly refused: () => Promise<readonly Refusal[]>
  readonly attach: (later: Later) => void
  readonly stop: () => void
}

type World = {
  readonly payload: Payload
  readonly kinds: ContentKinds
  readonly keys: { readonly heads: HeadsKey }
  readonly programmes: Programmes
  readonly objects: Objects
  readonly images: Pick<Images, 'rendition'>
  readonly broadcaster: Broadcaster
  readonly clock: Clock
  readonly after: After
  readonly log: Log
  readonly leads: () => boolean
}

const RETRY_MS = 2_000
const LOOK_AGAIN_MS = 3_600_000

const LACKING_MS = 5_000

/** Until the day turns, an hour at most; sooner while a group got no programme, less and less often (I15). */
const untilNextLook = (now: Instant, lacking: number): number =>
  Math.min(
    nextCompileAt(now, TOWN_ZONE) - now,
    LOOK_AGAIN_MS,
    lacking ? LACKING_MS * 2 ** (lacking - 1) : LOOK_AGAIN_MS,
  )

type Known = Grouped & Pick<TownReading, 'unread'>

const UNBORN = {
  read: false,
  failing: false,
  stopped: false,
  retrying: false,
  /** Readings in a row that left a group without a programme. */
  lacking: 0,
  cancelDay: () => {},
}

/** A size nobody reads: what such a screen draws comes with its programme. */
const UNKNOWN_SIZE: Size = { width: 1, height: 1 }

const findScreen = (known: Known, { current, state }: PublishLoop, id: ScreenId): FoundInTown | null => {
  const seat = known.seats.get(id)
  const unread = seat ? undefined : known.unread.find((one) => one.id === id)
  const screen = seat?.screen ?? (unread && { ...unread, profile: UNKNOWN_SIZE })
  const group = seat?.group.key ?? (unread && toldIn(state, id))
  return screen && group ? { screen, group, current: current.get(group) ?? null } : null
}

const questionOf = (known: Known, loop: PublishLoop, id: ScreenId, at: Instant): Question => {
  const found = findScreen(known, loop, id)
  const head = found ? (loop.current.get(found.group)?.parsed ?? null) : null
  return { id, at, now: loop.world.clock(), known: found !== null, head, town: known.town }
}

type Failed = (cause: string) => (error: unknown) => void

/** Runs `read` one at a time after what `first` does; changes that come while a reading waits for its turn share it. */
const shared = (turn: Turn, first: () => void, read: () => Promise<void>, failed: Failed) => {
  let waiting: Promise<void> | null = null
  return (cause: string): Promise<void> => {
    first()
    waiting ??= turn(() => {
      waiting = null
      return read()
    }).catch(failed(cause))
    return waiting
  }
}

/** Each of thousands that come says a number, and from one the town has given out nothing is learned (PUB-11). */
const hearing = (loop: PublishLoop, after: After, send: Publisher['event']) => {
  const { gather, flush } = gathered(send, after)
  const event = (one: PublishEvent): void => {
    if (one.type !== 'saw' || one.sequence > loop.state.sequence) gather(one)
  }
  loop.wake = event
  return { event, flush }
}

/** One fault anywhere in the town must not keep what was withdrawn on the screens (I7). */
const withdrawing =
  (loop: PublishLoop, reader: TownReader) =>
  async (error: unknown): Promise<never> => {
    await dispatchWithdrawals(loop, revokedOf({ withdrawals: await reader.withdrawals() }))
    throw error
  }

/** Reads the town when something changed, compiles, and lets the publish loop tell the screens. */
export const startPublisher = async (world: World): Promise<Publisher> => {
  const { payload, keys, programmes, clock, after, log } = world
  const heads = openHeadRows(payload, keys.heads)
  const reader = townReader({ ...world, pictured: pictureWatch(world) })
  const turn = inTurn()
  let later: Later | null = null
  let known: Known = { ...UNREAD, unread: [] }
  const life = { ...UNBORN }
  const loop = openLoop({
    ...world,
    heads,
    sizeOf: (group) => known.groups.find(({ key }) => key === group)?.screens.length ?? 0,
    // Heads published at a start follow from no act of a person, so the demo feed is not told of them.
    published: (published) => life.read && later?.published(published),
  })

  const readAndPublish = async (): Promise<void> => {
    const now = clock()
    const { town, unread } = await reader.read().catch(withdrawing(loop, reader))
    if (life.stopped) return
    const next = { ...grouped(town), unread }
    for (const { screen, group } of moved(known, next)) later?.devices.regrouped(screen.id, group.key, null)
    known = next
    const made = await compileGroups(known, now, programmes, log)
    await dispatchCompiled(loop, withUnread(made, loop.state, unread), revokedOf(town), town.name)
    const lacking = made.failed.length ? life.lacking + 1 : 0
    Object.assign(life, { read: true, failing: false, lacking })
    void reader.derive(town).then((added) => (added ? refresh('derived') : undefined), recover('derive'))
    life.cancelDay()
    life.cancelDay = after(untilNextLook(now, life.lacking), () => void refresh('day'))
  }

  /** A head that could not be put on record was told to nobody: begin again from what is on record (I9). */
  const recover = (cause: string) => (error: unknown) => {
    log.error({ err: error, cause }, 'publishing failed; screens keep what they have')
    life.failing = true
    // One retry at a time, however many events fail while the database is away.
    if (life.stopped || life.retrying) return
    life.retrying = true
    after(RETRY_MS, () => {
      life.retrying = false
      turn(() => takeUp(loop, known.town.name)).then(() => refresh('retry'), recover('retry'))
    })
  }

  const perform = (one: PublishEvent): void =>
    void (life.stopped || turn(() => dispatch(loop, one)).catch(recover(one.type)))
  const { event, flush } = hearing(loop, after, perform)
  const refresh = shared(turn, flush, readAndPublish, recover)

  reader.revoke(await takeUp(loop, ''))
  return {
    refresh,
    event,
    screen: (id) => findScreen(known, loop, id),
    headOf: (group) => loop.current.get(group) ?? null,
    town: () => known.town,
    ready: () => life.read && !life.failing && !life.stopped,
    attach: (given) => void (later = given),
    refused: async () => [...(await turn(reader.read)).refusals, ...(await heads.tampered())],
    timeline: (id, at) => answerTimeline({ heads, programmes }, questionOf(known, loop, id, at)),
    stop: () => {
      life.stopped = true
      for (const cancel of [loop.cancelWake, life.cancelDay]) cancel()
    },
  }
}
