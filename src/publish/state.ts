import type { GroupKey, Instant, ReleaseId, ScreenId, Sha256 } from '../model/ids.ts'
import type { Head, HeadCause } from '../model/programme.ts'

/** A programme that was hinted and waits to be switched to. */
export type Pending = {
  readonly sequence: number
  readonly programme: Sha256
  /** First hint of this wait; a newer programme does not begin the two seconds anew. */
  readonly hintedAt: Instant
  /** Online screens of the group that have not said ready. */
  readonly awaited: ReadonlySet<ScreenId>
  readonly cause: HeadCause
}

export type GroupState = {
  /** As last compiled; null for a group known from its heads only. */
  readonly programme: Sha256 | null
  readonly screens: readonly ScreenId[]
  readonly current: Head | null
  /** Screens whose latest head is `current`. A screen that is not among them needs a new, higher one (I3). */
  readonly told: readonly ScreenId[]
  readonly pending: Pending | null
}

export type PublishState = {
  readonly town: string
  /** Last number given out. One counter for the town: a screen that changes group never sees it fall (I3). */
  readonly sequence: number
  readonly revoked: readonly ReleaseId[]
  readonly online: ReadonlySet<ScreenId>
  readonly groups: ReadonlyMap<GroupKey, GroupState>
}

export type Compiled = {
  readonly group: GroupKey
  readonly programme: Sha256
  readonly screens: readonly ScreenId[]
}

/** A group that is there but for which no programme could be made. */
export type Failed = Omit<Compiled, 'programme'>

/** What screens say or do by themselves, thousands of them within a second: one event for many of them (I10). */
export type ScreensEvent =
  | {
      readonly type: 'ready'
      readonly screens: readonly ScreenId[]
      readonly sequence: number
      readonly now: Instant
    }
  | { readonly type: 'online' | 'offline'; readonly screens: readonly ScreenId[]; readonly now: Instant }

export type PublishEvent =
  /** All groups of the town, from one reading of it, in `groups` or in `failed`; `revoked` by `revokedOf`. */
  | {
      readonly type: 'compiled'
      readonly groups: readonly Compiled[]
      readonly failed?: readonly Failed[]
      readonly revoked: readonly ReleaseId[]
      readonly now: Instant
    }
  | ScreensEvent
  /** A device lost this screen, or the screen is gone; `group` is the device's own (src/protocol `ownGroup`). */
  | {
      readonly type: 'unpaired'
      readonly screen: ScreenId
      readonly group: GroupKey
      readonly now: Instant
    }
  /** Another device is this screen now: what the one before was told does not count. Send it before `compiled`. */
  | { readonly type: 'paired'; readonly screen: ScreenId }
  /** A proven screen holds a head numbered `sequence`. */
  | { readonly type: 'saw'; readonly sequence: number; readonly now: Instant }
  | { readonly type: 'tick'; readonly now: Instant }

export type PublishEffect =
  /** Tell these screens (and viewers of the group, when it is all of them) what is coming. */
  | {
      readonly type: 'hint'
      readonly group: GroupKey
      readonly sequence: number
      readonly programme: Sha256
      readonly screens: readonly ScreenId[]
    }
  /** Sign, append, then send. */
  | {
      readonly type: 'head'
      readonly head: Head
      /** All it is meant for: who the evidence names. */
      readonly screens: readonly ScreenId[]
      /** Those it is sent to now; the others have its programme and get it at their next check. */
      readonly to: readonly ScreenId[]
      readonly cause: HeadCause
    }
  /** Send a tick at this instant; replaces every earlier wake. */
  | { readonly type: 'wake'; readonly at: Instant }

export type Step = { readonly state: PublishState; readonly effects: readonly PublishEffect[] }

export type HeadRow = { readonly head: Head; readonly screens: readonly ScreenId[] }

/** The row with the highest sequence under each key. */
const latestBy = <K>(rows: readonly HeadRow[], keys: (row: HeadRow) => readonly K[]): Map<K, HeadRow> => {
  const latest = new Map<K, HeadRow>()
  for (const row of rows) {
    for (const key of keys(row)) {
      const known = latest.get(key)
      if (!known || known.head.sequence < row.head.sequence) latest.set(key, row)
    }
  }
  return latest
}

/**
 * The state after a start, from head rows in any order (all of them, or at least the latest of every group and of
 * every screen): what was pending is forgotten, what was signed holds (I9). Nobody is online yet. Use it also when a
 * head could not be appended: then send `online` for every open link, and the last `compiled` again.
 */
export const restore = (town: string, rows: readonly HeadRow[]): PublishState => {
  const ofScreen = latestBy(rows, (row) => row.screens)
  const ofGroup = latestBy(rows, (row) => [row.head.group])
  const newest = latestBy(rows, () => ['town']).get('town')?.head
  return {
    town,
    sequence: newest?.sequence ?? 0,
    revoked: newest?.revoked ?? [],
    online: new Set(),
    groups: new Map(
      [...ofGroup].map(([key, row]) => [
        key,
        {
          programme: null,
          screens: [],
          current: row.head,
          told: row.screens.filter((screen) => ofScreen.get(screen) === row),
          pending: null,
        },
      ]),
    ),
  }
}
