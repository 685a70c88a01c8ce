import type { Instant, Sha256 } from '../src/model/ids.ts'
import type { Programme } from '../src/model/programme.ts'
import { CLOCK_BURST } from '../src/protocol/clock-body.ts'
import type { FromDevice } from '../src/protocol/messages.ts'
import { PROOF_DOMAIN, signedText } from '../src/signed/wire.ts'
import { UNNAMED_MOST, mostOf, namedBy, vouchedFor } from './core/plan.ts'
import type { Arrival, PlayerEffect, PlayerEvent } from './core/state.ts'
import { asked, challenged, hearTime, type TimeAnswer } from './core/timekeeping.ts'
import { freshNonce, tools } from './keys.ts'
import { deviceReport } from './shell/device.ts'
import type { Source } from './fetch/fetcher.ts'
import { keepRecords } from './store/kept.ts'
import { after, type World } from './world.ts'

const CLOCK_APART_MS = 100

/** Heads do not name the length of their programme, so this bound stands in for it (PLY-30). */
const PROGRAMMES: Source = {
  urlOf: (name) => `/screens/programmes/${name}`,
  mostOf: () => UNNAMED_MOST,
}

/** What this programme names. */
export const assetsOf = (world: World, name: Sha256, programme: Programme): Source => ({
  urlOf: (asset) => `/screens/assets/${asset}`,
  mostOf: (asset) => mostOf(programme, vouchedFor(world.state, name), asset),
})

export const send = (world: World, message: FromDevice): void => {
  if (world.link) world.link.send(message)
}

/** `signed`: the town's signature on this answer, and on those before it, is asked for. */
export const askClock = (world: World, signed: boolean): void => {
  const sent = performance.now()
  const random = signed ? freshNonce() : undefined
  world.time = asked(world.time, sent, random)
  send(world, { type: 'clock', sent, ...(random && { random }) })
}

export const reportOf = (world: World) => deviceReport(world.canvases.size(), world.storageBytes)

type Tell = (event: PlayerEvent) => void

const fetchProgramme = (world: World, name: Sha256, tell: Tell): void => {
  const { coming, store, now } = world
  const asked = performance.now()
  void coming.all([name], PROGRAMMES).then((got) =>
    (got ? store.object(name) : Promise.resolve(null)).then((found) => {
      if (!got || !found) return
      world.textAt = got.fetched || asked
      tell({ type: 'programme', name, body: new TextDecoder().decode(found.bytes), now: now() })
    }),
  )
}

/** Monotonic readings become instants all at one moment, so that a clock that is set meanwhile does not tear them apart. */
const arrivalOf = (fetched: number, verified: number, now: Instant): Arrival => {
  const ahead = now - performance.now()
  return { fetchedAt: fetched + ahead, verifiedAt: verified + ahead }
}

/** Asked for as soon as the programme's text was read, which is the last check of it. */
const complete = (world: World, name: Sha256, programme: Programme, tell: Tell): void => {
  const { coming, fonts, textAt } = world
  const read = performance.now()
  void coming.all(namedBy(programme), assetsOf(world, name, programme)).then((got) => {
    if (!got) return
    // Bytes that were hashed but are no font can never load; the page then shows the system's glyphs in their places.
    void fonts.ready(programme.fonts).then(() => {
      const now = world.now()
      const arrival = arrivalOf(Math.max(textAt, got.fetched), Math.max(read, got.verified), now)
      tell({ type: 'complete', name, arrival, now })
    })
  })
}

const takeTime = (world: World, answer: TimeAnswer, tell: Tell): void => {
  world.time = hearTime(world.time, answer, world.heardAt, world.state, tools)
  if (world.time.clock.disciplined && !world.state.timed) tell({ type: 'timed' })
}

/** Does what the machine asks for; answers come back as events through `tell`. */
export const runEffect = (world: World, effect: PlayerEffect, tell: Tell): void => {
  const keep = (records: Parameters<typeof keepRecords>[1]): void => void keepRecords(world.store, records)
  switch (effect.type) {
    case 'send':
      return send(world, effect.message)
    case 'prove': {
      world.time = challenged(world.time, effect.nonce)
      const signature = world.sign(signedText(PROOF_DOMAIN, effect.nonce))
      return send(world, { type: 'prove', signature, report: reportOf(world) })
    }
    case 'fetch':
      return fetchProgramme(world, effect.name, tell)
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
      // A check costs a slow box many milliseconds: one a burst, two where a run has no time yet and waits for it.
      for (let i = 1; i <= CLOCK_BURST; i += 1) {
        after((i - 1) * CLOCK_APART_MS, () =>
          askClock(world, i === CLOCK_BURST || (i === 1 && !world.state.timed)),
        )
      }
      return undefined
    case 'clock-answer':
      return takeTime(world, effect, tell)
  }
}
