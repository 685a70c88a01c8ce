/** A connection, by the name its adapter gives it. */
type Id = string

export type PlaceLimits = {
  /** Connections that have not said who they are, beside one for each paired screen. */
  readonly silent: number
  /** Devices with keys that are no screen's: in all, and from one address. */
  readonly strangers: number
  readonly strangersOfAddress: number
  /** In all, and of one person. */
  readonly viewers: number
  readonly viewersOfPerson: number
}

/**
 * A town pairs a handful of screens at a time, and a person looks at a wall of them in two or three windows. All of it
 * together is a few megabytes (I10).
 */
export const PLACE_LIMITS: PlaceLimits = {
  silent: 200,
  strangers: 200,
  strangersOfAddress: 20,
  viewers: 200,
  viewersOfPerson: 20,
}

/** One screen that comes back while its old line still proves itself. */
const UNPROVEN_OF_KEY = 2

/** Connections of one kind in the order they came, counted by owner. */
const crowd = () => {
  const owners = new Map<Id, string>()
  const counts = new Map<string, number>()
  const of = (owner: string): number => counts.get(owner) ?? 0
  const firstOf = (owner: string): Id | undefined => {
    for (const [id, its] of owners) if (its === owner) return id
    return undefined
  }
  return {
    size: () => owners.size,
    of,
    firstOf,
    add: (id: Id, owner: string): void => {
      owners.set(id, owner)
      counts.set(owner, of(owner) + 1)
    },
    remove: (id: Id): string | undefined => {
      const owner = owners.get(id)
      if (owner === undefined) return undefined
      owners.delete(id)
      if (of(owner) > 1) counts.set(owner, of(owner) - 1)
      else counts.delete(owner)
      return owner
    },
    /** The oldest of the owner with the most. */
    mostCrowded: (): Id | undefined => {
      let most: string | undefined
      for (const [owner, count] of counts) if (most === undefined || count > of(most)) most = owner
      return most === undefined ? undefined : firstOf(most)
    },
  }
}

export type Seat = { readonly granted: boolean; readonly gone: readonly Id[] }

const GRANTED: Seat = { granted: true, gone: [] }
const REFUSED: Seat = { granted: false, gone: [] }

export type Places = ReturnType<typeof makePlaces>

/**
 * Which connections may stay before they have proved a key (SES-20). Nobody is turned away unheard: while too many
 * are silent, the oldest of the most crowded address goes, so a flood from somewhere displaces itself and not the
 * screen that is just coming back. `known` is how many paired screens there are.
 */
export const makePlaces = (limits: PlaceLimits, known: () => number) => {
  const silent = crowd()
  const unproven = crowd()
  const strangers = crowd()
  const viewers = crowd()
  const kinds = [silent, unproven, strangers, viewers]
  const leave = (id: Id): void => kinds.forEach((kind) => kind.remove(id))
  const dismiss = (id: Id | undefined): readonly Id[] => {
    if (id === undefined) return []
    leave(id)
    return [id]
  }
  /** It has spoken: out of the silent, whatever becomes of it. */
  const spoken = (id: Id): string => silent.remove(id) ?? ''

  return {
    /** A connection from this address; those named must go. */
    come: (id: Id, address: string): readonly Id[] => {
      silent.add(id, address)
      return silent.size() > limits.silent + known() ? dismiss(silent.mostCrowded()) : []
    },
    /** It names a key that is a screen's: always let in, at the cost of an older one that names the same. */
    screen: (id: Id, key: string): Seat => {
      spoken(id)
      const gone = unproven.of(key) >= UNPROVEN_OF_KEY ? dismiss(unproven.firstOf(key)) : []
      unproven.add(id, key)
      return { granted: true, gone }
    },
    /** The connection named a key that belongs to no screen. */
    stranger: (id: Id): Seat => {
      const address = spoken(id)
      const full = strangers.size() >= limits.strangers || strangers.of(address) >= limits.strangersOfAddress
      if (full) return REFUSED
      strangers.add(id, address)
      return GRANTED
    },
    /** It wants to look on, for this person. */
    viewer: (id: Id, person: string): Seat => {
      spoken(id)
      const full = viewers.size() >= limits.viewers || viewers.of(person) >= limits.viewersOfPerson
      if (full) return REFUSED
      viewers.add(id, person)
      return GRANTED
    },
    /** It proved to be a screen, or is gone. */
    leave,
    /** How many hold a place of each kind. */
    counts: () => ({
      silent: silent.size(),
      unproven: unproven.size(),
      strangers: strangers.size(),
      viewers: viewers.size(),
    }),
  }
}
