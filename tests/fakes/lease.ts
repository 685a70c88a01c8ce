import type { Held, Lease } from '../../src/model/cluster.ts'

type Standing = { holder: symbol; token: number; until: number }

/** A lease that holders in one process share: answers within a turn, where files take many. */
export const fakeLeases = () => {
  let standing: Standing | null = null
  return (clock: () => number, isGone: () => boolean = () => false): Lease => {
    const holder = Symbol('holder')
    const isFree = (): boolean =>
      standing === null ||
      standing.until <= clock() ||
      standing.until > clock() + 600_000 ||
      (standing.holder !== holder && isGone())
    const isMine = (): boolean => standing?.holder === holder
    const hold = (token: number, until: number): Held => {
      standing = { holder, token, until }
      return { token, until }
    }
    return {
      take: async (forMs) => (isFree() ? hold((standing?.token ?? 0) + 1, clock() + forMs) : null),
      renew: async (forMs) => (standing && isMine() ? hold(standing.token, clock() + forMs) : null),
      letGo: async () => {
        if (standing && isMine()) standing = { holder: Symbol('nobody'), token: standing.token, until: 0 }
      },
      heldUntil: async () => (isFree() ? null : (standing?.until ?? null)),
    }
  }
}
