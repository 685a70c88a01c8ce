import type { ScreenId } from '../../src/model/ids.ts'
import type { Signed } from '../../src/wire/fields.ts'
import { nameOf } from '../../src/wire/names.ts'
import { fittingHead, HEAD_2, WITHDRAWING, WITHDRAWN, type Withdrawal } from '../../src/wire/papers.ts'
import { buildHead2, shaOf, sixteenOf } from '../builders/wire.ts'
import { D, OWN_GROUP, secrets, type townFrom } from './wire-town.ts'

export type Town = ReturnType<typeof townFrom>

/** All that the desk of a town has decided for one screen, and what it signed for it. */
export const makeDesk = (town: Town, random: () => Uint8Array) => {
  const state = {
    k: 1,
    sequence: 10,
    assignment: 0,
    group: sixteenOf('group'),
    paired: false,
    entries: [] as Withdrawal[],
    released: null as Signed | null,
    code: null as string | null,
    codes: 0,
    signed: new Set<string>(),
    sets: new Map<string, string>(),
    head: null as Signed | null,
    assigned: null as Signed | null,
  }
  const key = () => town.server(state.k)
  const records = () => (state.k === 1 ? [town.rotation(1)] : [town.rotation(1), town.rotation(state.k)])
  const setBody = (): string => {
    const entries = state.entries.toSorted((a, b) => (a[0] < b[0] ? -1 : 1))
    return WITHDRAWN.write({ entries, floor: 0, k: state.k })
  }
  const rootNow = () => {
    const body = setBody()
    const root = nameOf(body, secrets)
    state.sets.set(root, body)
    return { root, bytes: body.length }
  }
  const sign = (group: string, now: number, more: object = {}): Signed => {
    state.sequence += 1
    const { root, bytes } = rootNow()
    const head = fittingHead(
      buildHead2({
        k: state.k,
        sequence: state.sequence,
        group,
        programme: shaOf(`programme ${state.sequence}`),
        activateAt: now,
        leaseUntil: now + 30 * 86_400_000,
        withdrawn: { bytes, count: state.entries.length, newest: [], root },
        ...more,
      }),
      state.entries.toReversed(),
    )
    const signed = key().signPaper(HEAD_2, head)
    state.signed.add(signed.body)
    return signed
  }
  return {
    state,
    key,
    records,
    rootNow,
    publish: (now: number): Signed => {
      state.head = sign(state.group, now)
      return state.head
    },
    withdraw: (now: number): Signed => {
      state.entries.push([sixteenOf(`content ${state.entries.length}`), 1, now - 1_000])
      const { root } = rootNow()
      const entries = state.entries.slice(-1)
      return key().signPaper(WITHDRAWING, {
        entries,
        floor: 0,
        k: state.k,
        root,
        sequence: state.sequence + 1,
      })
    },
    assign: (now: number, group = state.group): void => {
      state.assignment += 1
      state.group = group
      state.assigned = town.assignment({
        k: state.k,
        group,
        device: D.key,
        screen: 'screen-1' as ScreenId,
        sequence: state.assignment,
        since: now,
      })
      state.head = sign(group, now)
    },
    release: (now: number): void => {
      state.paired = false
      state.released = sign(OWN_GROUP, now, { leaseUntil: now + 1, cause: 'released' })
    },
    drawCode: (): string => {
      const letters = [...random()].map((byte) => 'BCDFGHJKLMNPQRSTVWXZ'.charAt(byte % 20)).join('')
      state.code = `${letters.slice(0, 4)}-${letters.slice(4, 8)}`
      return state.code
    },
    found: () => {
      if (!state.paired || !state.head || !state.assigned) return null
      const screen = { id: 'screen-1' as ScreenId, name: '菜市场东门', width: 640, height: 320 }
      return {
        group: state.group,
        welcome: {
          type: 'welcome' as const,
          screen,
          town: '五间镇',
          assignment: state.assigned,
          head: state.head,
          highest: 0,
          withdrawn: rootNow(),
        },
      }
    },
  }
}
