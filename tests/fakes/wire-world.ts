import { createHash } from 'node:crypto'
import { device, shows } from '../../src/line/device.ts'
import { codeDue, keyed } from '../../src/line/device-says.ts'
import {
  startDevice,
  type DeviceEffect,
  type DeviceEvent,
  type DeviceState,
  type DeviceTools,
} from '../../src/line/device-state.ts'
import { openServerLine, server } from '../../src/line/server.ts'
import type { ServerEffect, ServerEvent, ServerState, ServerStep } from '../../src/line/server-state.ts'
import { toBase64Url } from '../../src/protocol/base64url.ts'
import type { Belief } from '../../src/trust/belief.ts'
import type { Said } from '../../src/wire/frame.ts'
import type { ServerOpen } from '../../src/wire/messages.ts'
import { NOW, sixteenOf } from '../builders/wire.ts'
import { makeDesk, type Town } from './wire-desk.ts'
import { D, JUDGING, OURS, secrets } from './wire-town.ts'

export type Frame = { readonly to: 'server' | 'device'; readonly line: number; readonly said: Said }
type Bare<Event> = Event extends { readonly at: unknown } ? Omit<Event, 'at'> : never

/** The same bytes in every run, and never twice. */
const chance = () => {
  let count = 0
  return (length: number): Uint8Array => {
    count += 1
    return new Uint8Array(createHash('sha512').update(`chance ${count}`).digest().subarray(0, length))
  }
}

export type World = ReturnType<typeof makeWorld>

/** A device, a server, and the wire between them, which gives over only what somebody lets through. */
export const makeWorld = (belief: Belief, town: Town = OURS) => {
  const random = chance()
  const desk = makeDesk(town, () => random(16))
  const signedTexts = new Set<string>()
  const tools: DeviceTools = {
    ...JUDGING,
    sign: (text) => {
      signedTexts.add(text)
      return D.signText(text)
    },
    draws: 3,
    box: { browser: 'Chrome/52', canvas: { height: 320, width: 640 }, window: { height: 720, width: 1280 } },
    editionOf: () => 0,
  }
  const serverTools = { secrets, sign: (text: string) => desk.key().signText(text) }

  let mono = 1_000
  let offset = NOW - 5 * 86_400_000
  let at = startDevice(belief)
  let line = 0
  let up = false
  const lines = new Map<number, ServerState>()
  const queue: Frame[] = []
  const seen: Frame[] = []
  const deviceEffects: DeviceEffect[] = []
  const serverEffects: { readonly line: number; readonly effect: ServerEffect }[] = []
  /** What was said under the keys of a line, in order, by each end. */
  const said = new Map<string, string[]>()
  const faults: string[] = []
  /** What the server took for a proof, by line. */
  const proofs = new Map<number, string>()
  const watchers: (() => void)[] = []

  const moment = () => ({ mono, now: offset + mono, age: mono })
  const serverMoment = () => ({ mono, now: NOW + mono })
  const put = (frame: Frame): void => {
    queue.push(frame)
    seen.push(frame)
  }
  const remember = (who: 'device' | 'server', on: number, text: string): void => {
    const name = `${who} ${on}`
    said.set(name, [...(said.get(name) ?? []), text])
  }
  /** Whatever an end takes under its keys the other end said on that line, in that order. */
  const taken = new Map<string, number>()
  const mustHaveSaid = (who: 'device' | 'server', on: number, text: string): void => {
    const name = `${who} ${on}`
    const place = taken.get(name) ?? 0
    taken.set(name, place + 1)
    if (said.get(name)?.[place] !== text) faults.push(`${who} never said at ${place}: ${text}`)
  }

  const answer = (on: number, effect: ServerEffect): void => {
    const tell = (event: Bare<ServerEvent>): void => toServer(on, event)
    switch (effect.type) {
      case 'send':
        return put({ to: 'device', line: on, said: { type: 'open', value: effect.message } })
      case 'send-sealed':
        remember('server', on, effect.text)
        return put({ to: 'device', line: on, said: { type: 'sealed', text: effect.text, mac: effect.mac } })
      case 'seat':
        return tell({
          type: 'seated',
          nonce: toBase64Url(random(16)),
          secret: random(32),
          records: desk.records(),
        })
      case 'verify':
        proofs.set(on, effect.text)
        return tell({ type: 'proof', valid: JUDGING.verify(effect.key, effect.text, effect.signature) })
      case 'find-screen':
        return tell({ type: 'screen', found: effect.key === D.key ? desk.found() : null })
      case 'open-pairing':
        return tell({
          type: 'code',
          code: desk.drawCode(),
          expiresIn: 600_000,
          released: desk.state.released,
        })
      case 'claim':
        if (!signedTexts.has(proofs.get(on) ?? '')) faults.push('claimed by what the device never signed')
        for (const [other, state] of lines)
          if (other !== on && state.line.phase === 'joined') toServer(other, { type: 'replaced' })
        return
      case 'find-current': {
        const { head, sequence } = desk.state
        const { root, bytes } = desk.rootNow()
        const behind = effect.sequence < sequence || effect.root !== root
        const current = { head: behind ? head : null, sequence, root, bytes, behind }
        return tell({ type: 'current', why: effect.why, current })
      }
      case 'close':
        if (on === line && up)
          put({ to: 'device', line: on, said: { type: 'open', value: { type: 'gone' } } })
        return
      default:
    }
  }
  const took = (on: number, step: ServerStep): void => {
    lines.set(on, step.state)
    for (const effect of step.effects) {
      serverEffects.push({ line: on, effect })
      answer(on, effect)
    }
  }
  const toServer = (on: number, event: Bare<ServerEvent>): void => {
    const state = lines.get(on)
    if (!state) return
    const step = server(state, { ...event, at: serverMoment() } as ServerEvent, serverTools)
    const [was, is] = [state, step.state].map(({ line }) => ('up' in line ? line.up : null))
    if (event.type === 'sealed' && is && is !== was) mustHaveSaid('device', on, event.text)
    took(on, step)
  }

  const acted = (effects: readonly DeviceEffect[]): void => {
    for (const effect of effects) {
      deviceEffects.push(effect)
      if (effect.type === 'send') put({ to: 'server', line, said: { type: 'open', value: effect.message } })
      if (effect.type === 'send-sealed') {
        remember('device', line, effect.text)
        put({ to: 'server', line, said: { type: 'sealed', text: effect.text, mac: effect.mac } })
      }
      if (effect.type === 'close') up = false
      if (effect.type === 'sample') {
        const { sent, received, server: told, error } = effect.sample
        const estimate = told - (sent + received) / 2
        if (Math.abs(estimate - NOW) > error) faults.push(`time off by ${estimate - NOW}, said ${error}`)
        offset = estimate
      }
    }
  }
  const toDevice = (event: Bare<DeviceEvent>): void => {
    const before = at
    const step = device(at, { ...event, at: moment() } as DeviceEvent, tools)
    at = step.state
    const [was, is] = [keyed(before), keyed(step.state)]
    // A line that a hand let another town answer is that town's.
    const ours = is?.offer.town.recovery === town.recovery.key
    if (event.type === 'sealed' && was && is && ours && is.down !== was.down)
      mustHaveSaid('server', line, event.text)
    acted(step.effects)
    for (const watcher of watchers) watcher()
  }

  const open = (): void => {
    if (up) toDevice({ type: 'closed' })
    if (lines.has(line)) toServer(line, { type: 'closed' })
    line += 1
    up = true
    took(line, openServerLine(serverMoment()))
    toDevice({ type: 'opened', nonce: toBase64Url(random(16)), secret: random(32) })
  }
  const give = ({ to, line: on, said: it }: Frame): void => {
    if (to === 'server') return toServer(on, it)
    if (on !== line || !up) return
    if (it.type === 'open' && (it.value as { type?: unknown }).type === 'gone') {
      up = false
      return toDevice({ type: 'closed' })
    }
    toDevice(it)
  }
  const deliver = (): boolean => {
    const frame = queue.shift()
    if (frame) give(frame)
    return frame !== undefined
  }
  const inRoom = (message: ServerOpen): void => {
    for (const [on, state] of lines)
      if (state.line.phase === 'joined')
        put({ to: 'device', line: on, said: { type: 'open', value: message } })
  }

  return {
    desk,
    tools,
    queue,
    seen,
    faults,
    signedTexts,
    deviceEffects,
    serverEffects,
    device: (): DeviceState => at,
    server: (on = line): ServerState | undefined => lines.get(on),
    line: () => line,
    isUp: () => up,
    shows: () => shows(at, moment()),
    codeDue: () => codeDue(at, moment(), tools),
    /** Asked after each step of the device. */
    watch: (watcher: () => void): void => void watchers.push(watcher),
    toDevice,
    toServer,
    open,
    give,
    deliver,
    /** Lets through all there is, and what comes of it. */
    settle: (): void => {
      for (let i = 0; i < 500 && deliver(); i += 1);
    },
    pass: (ms: number): void => {
      mono += ms
      toDevice({ type: 'tick' })
      for (const on of lines.keys()) toServer(on, { type: 'woken' })
    },
    publish: (): void => {
      if (desk.state.paired) inRoom({ type: 'head', head: desk.publish(serverMoment().now) })
    },
    withdraw: (): void => {
      const word = desk.withdraw(serverMoment().now)
      inRoom({ type: 'withdrawn', withdrawn: word })
      if (desk.state.paired) inRoom({ type: 'head', head: desk.publish(serverMoment().now) })
    },
    regroup: (name: string): void => {
      if (!desk.state.paired) return
      desk.assign(serverMoment().now, sixteenOf(name))
      const { assigned, head, group } = desk.state
      for (const [on, state] of lines)
        if (state.line.phase === 'joined')
          toServer(on, { type: 'assigned', assignment: assigned!, head: head!, group })
    },
    rotate: (): void => {
      desk.state.k += 1
      desk.assign(serverMoment().now)
      for (const on of lines.keys()) toServer(on, { type: 'closed' })
      if (up) {
        up = false
        toDevice({ type: 'closed' })
      }
    },
    unpair: (): void => {
      if (!desk.state.paired) return
      desk.release(serverMoment().now)
      for (const on of lines.keys()) toServer(on, { type: 'unpaired' })
    },
    /** The panel draws the code that is due. */
    draw: (): void => {
      const code = keyed(at)?.code
      if (code && codeDue(at, moment(), tools))
        toDevice({ type: 'drawn', code: code.code, fingerprint: code.fingerprint })
    },
    /** A person types what stands on the panel, if it is what the desk knows. */
    pair: (): void => {
      const code = keyed(at)?.code
      if (!code?.drawn || code.code !== desk.state.code) return
      desk.state.paired = true
      desk.state.released = null
      desk.assign(serverMoment().now)
      for (const on of lines.keys()) toServer(on, { type: 'paired' })
    },
    fetchSet: (): void => {
      const root = at.belief.own?.lacking?.root
      const body = root && desk.state.sets.get(root)
      if (body) toDevice({ type: 'set', body })
    },
  }
}

/** A screen that nobody has paired yet. */
export const NOBODYS: Belief = { device: D.key, pinned: { type: 'none' }, own: null }

/** A screen that was paired, by its code, and plays. */
export const pairedWorld = (): World => {
  const world = makeWorld(NOBODYS)
  world.open()
  world.settle()
  world.draw()
  world.pair()
  world.settle()
  return world
}
