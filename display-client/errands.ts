import type { Sha256 } from '../src/model/ids.ts'
import type { Programme } from '../src/model/programme.ts'
import { PROOF_DOMAIN, type FromDevice } from '../src/protocol/messages.ts'
import { disciplineClock } from './core/clock.ts'
import { namedBy } from './core/plan.ts'
import type { PlayerEffect, PlayerEvent } from './core/state.ts'
import { deviceReport } from './shell/device.ts'
import { keepRecords } from './store/kept.ts'
import { after, type World } from './world.ts'

const CLOCK_BURST = 8
const CLOCK_APART_MS = 100

const programmeUrl = (name: Sha256): string => `/screens/programmes/${name}`
export const assetUrl = (name: Sha256): string => `/screens/assets/${name}`

export const send = (world: World, message: FromDevice): void => {
  if (world.link) world.link.send(message)
}

export const askClock = (world: World): void => send(world, { type: 'clock', sent: performance.now() })

export const reportOf = (world: World) => deviceReport(world.canvases.size(), world.storageBytes)

type Tell = (event: PlayerEvent) => void

const obtain = ({ coming, store, now }: World, name: Sha256, tell: Tell): void => {
  void coming
    .all([name], programmeUrl)
    .then((here) => (here ? store.object(name) : null))
    .then((found) => {
      if (found) tell({ type: 'programme', name, body: new TextDecoder().decode(found.bytes), now: now() })
    })
}

const complete = ({ coming, fonts, now }: World, name: Sha256, programme: Programme, tell: Tell): void => {
  void coming.all(namedBy(programme), assetUrl).then((here) => {
    // Bytes that were hashed but are no font can never load; the page then shows the system's glyphs in their places.
    if (here) void fonts.ready(programme.fonts).then(() => tell({ type: 'complete', name, now: now() }))
  })
}

/** Does what the machine asks for; answers come back as events through `tell`. */
export const perform = (world: World, effect: PlayerEffect, tell: Tell): void => {
  const keep = (records: Parameters<typeof keepRecords>[1]): void => void keepRecords(world.store, records)
  switch (effect.type) {
    case 'send':
      return send(world, effect.message)
    case 'prove': {
      const signature = world.sign(`${PROOF_DOMAIN}\n${effect.nonce}`)
      return send(world, { type: 'prove', signature, report: reportOf(world) })
    }
    case 'obtain':
      return obtain(world, effect.name, tell)
    case 'complete':
      return complete(world, effect.name, effect.programme, tell)
    case 'keep-town':
      return keep({ town: { town: effect.town, screen: effect.screen } })
    case 'keep-active':
      keep({ active: { signed: effect.signed, name: effect.name }, pending: null })
      return void world.store.tidy()
    case 'keep-pending':
      return keep({ pending: { signed: effect.signed, withdrawn: effect.withdrawn } })
    case 'forget':
      return keep({ active: null, pending: null })
    case 'ask-clock':
      for (let i = 0; i < CLOCK_BURST; i += 1) after(i * CLOCK_APART_MS, () => askClock(world))
      return undefined
    case 'clock-answer':
      world.clock = disciplineClock(world.clock, effect.sent, performance.now(), effect.server)
  }
}
