import type { GroupKey, ReleaseId, ScreenId } from '../../../src/model/ids.ts'
import { publish } from '../../../src/publish/machine.ts'
import {
  restore,
  type PublishEffect,
  type PublishEvent,
  type PublishState,
} from '../../../src/publish/state.ts'
import { sha256 } from '../../builders/programme.ts'

export const [a, b] = ['aaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbb'] as [GroupKey, GroupKey]

/** A publisher whose effects are told in short: `hint#1 P1 s1,s2`, `head#1 P1 @200 changed`. */
export const build = () => {
  let state: PublishState = restore('五间镇', [])
  let wake: number | null = null
  const heads: Extract<PublishEffect, { type: 'head' }>[] = []
  const names = new Map<string, string>()
  const told = (effect: PublishEffect): string[] => {
    if (effect.type === 'wake') wake = effect.at
    if (effect.type === 'hint') {
      return [`hint#${effect.sequence} ${names.get(effect.programme)} ${effect.screens.join()}`]
    }
    if (effect.type !== 'head') return []
    heads.push(effect)
    const { sequence, programme, activateAt } = effect.head
    return [`head#${sequence} ${names.get(programme)} @${activateAt} ${effect.cause}`]
  }
  const send = (event: PublishEvent): string[] => {
    const next = publish(state, event)
    state = next.state
    wake = null
    return next.effects.flatMap(told)
  }
  const compiled = (
    now: number,
    groups: readonly (readonly [GroupKey, string, string])[],
    revoked: readonly string[] = [],
    failed: readonly (readonly [GroupKey, string])[] = [],
  ): string[] =>
    send({
      type: 'compiled',
      now,
      failed: failed.map(([group, screens]) => ({ group, screens: screens.split(',') as ScreenId[] })),
      revoked: revoked as ReleaseId[],
      groups: groups.map(([group, name, screens]) => {
        names.set(sha256(name), name)
        return { group, programme: sha256(name), screens: screens.split(',').filter(Boolean) as ScreenId[] }
      }),
    })
  return {
    compiled,
    heads,
    wake: () => wake,
    state: () => state,
    restart: () => (state = restore('五间镇', heads)),
    online: (screen: string, now = 0) => send({ type: 'online', screens: [screen as ScreenId], now }),
    offline: (screen: string, now = 0) => send({ type: 'offline', screens: [screen as ScreenId], now }),
    ready: (screen: string, sequence: number, now: number) =>
      send({ type: 'ready', screens: [screen as ScreenId], sequence, now }),
    paired: (screen: string) => send({ type: 'paired', screen: screen as ScreenId }),
    unpaired: (screen: string, group: GroupKey, now: number) =>
      send({ type: 'unpaired', screen: screen as ScreenId, group, now }),
    saw: (sequence: number, now: number) => send({ type: 'saw', sequence, now }),
    tick: (now: number) => send({ type: 'tick', now }),
  }
}

export const settled = () => {
  const p = build()
  p.online('s1')
  p.online('s2')
  p.compiled(0, [[a, 'P1', 's1,s2']])
  p.ready('s1', 1, 10)
  p.ready('s2', 1, 20)
  return p
}
