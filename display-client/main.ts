/** The player put together: the one place where the machine in core/ meets the browser. */
import { openKeys, tools } from './keys.ts'
import { noteClock, seedClock } from './core/clock.ts'
import { oneMoreReload } from './core/watchdog.ts'
import type { LinkListener } from './core/link-port.ts'
import { namedBy } from './core/plan.ts'
import { player } from './core/player.ts'
import { freshPlayer } from './core/start.ts'
import type { Kept, PlayerEvent } from './core/state.ts'
import { keepTime } from './core/timekeeping.ts'
import { barred, lookAgainAt, viewOf, type View } from './core/view.ts'
import { askClock, assetsOf, runEffect, reportOf, send } from './effect-runner.ts'
import { seekLink } from './line.ts'
import { openDiag } from './shell/diag-door.ts'
import { storageEstimate } from './shell/device.ts'
import { hearParent, stateMessage, tellParent } from './shell/parent.ts'
import { readReloads, reload } from './shell/reload.ts'
import { keepShell, shellKept } from './shell/worker.ts'
import { direct, type Director } from './stage/director.ts'
import { loadFonts, type Fonts } from './stage/fonts.ts'
import type { Backend } from './store/backend.ts'
import { indexedBackend } from './store/indexed.ts'
import { keepRecords, readKept, readRecord } from './store/kept.ts'
import { after, buildWorld, type World } from './world.ts'

const CLOCK_EVERY_MS = 30_000
const NOTE_EVERY_MS = 60_000
const DISK_PATIENCE_MS = 15_000
const NOTHING: Kept = { town: null, screen: null, active: null, pending: null, withdrawn: [] }

const query = new URLSearchParams(location.search)
const viewed = query.get('viewer')

/** A frame, or a little later where none comes: hidden tabs draw no frames but must keep their place. */
const frame = (then: () => void): void => {
  let done = false
  const once = (): void => {
    if (done) return
    done = true
    late()
    then()
  }
  const late = after(250, once)
  window.requestAnimationFrame(once)
}

type Player = {
  readonly world: World
  readonly director: Director
  /** Tells the machine, then looks at what is due and tells the parent page. */
  readonly dispatch: (event: PlayerEvent) => void
}

const makePlayer = (host: HTMLElement, disk: Backend | null, fonts: Fonts): Player => {
  const world = buildWorld(host, disk, fonts, () => director.redraw())
  const { store, stage, now } = world
  const say = tellParent()
  const tellAll = (): void => say(stateMessage(world.state, viewOf(world.state, now()), world.network.cut()))

  const apply = (event: PlayerEvent): void => {
    const step = player(world.state, event, tools)
    world.state = step.state
    step.effects.forEach((effect) => runEffect(world, effect, dispatch))
  }
  const dispatch = (event: PlayerEvent): void => {
    apply(event)
    director.look()
    tellAll()
  }
  const held = (view: View): void => {
    if (view.kind === 'page') {
      // A newer shell is taken up in the dark, where nobody sees the page load.
      if (world.shellRenewed && view.showing.dark && store.durable())
        return reload(director.watchdog().reloads)
      const { wanted } = world.state
      const coming = wanted && wanted.programme ? wanted.programme.fonts : []
      fonts.only(view.programme.fonts.concat(coming))
      apply({ type: 'shown', sequence: view.sequence, now: now() })
    }
    if (view.kind === 'code') apply({ type: 'code-drawn', ...view.pairing })
    tellAll()
  }
  const director = direct(
    stage,
    {
      card: viewOf(world.state, now()),
      viewAt: (at) => viewOf(world.state, at),
      barred: (view, at) => barred(world.state, view, at),
      nextLook: (view, at) => lookAgainAt(world.state, view, at),
    },
    { now, mono: () => performance.now(), wall: () => Date.now(), after, frame },
    {
      tick: (at) => apply({ type: 'tick', now: at }),
      held,
      // A picture that was evicted or damaged is fetched again; the last good frame stays meanwhile.
      failed: (view) => {
        const { active } = world.state
        if (view.kind !== 'page' || !active) return
        const { programme } = view
        void world.repair.all(namedBy(programme), assetsOf(world, active.head.programme, programme))
      },
      shellAtHand: () => shellKept() || world.state.online,
      reload,
    },
    readReloads(),
  )
  world.network.watch(tellAll)
  return { world, director, dispatch }
}

/**
 * The shell was renewed around this page. Where nothing keeps the shell, whoever is on the network would give the next
 * page: what plays then goes on, without a line.
 */
const startAnew = ({ world, director }: Player): void => {
  const reloads = oneMoreReload(director.watchdog().reloads, Date.now())
  if (reloads && (shellKept() || !world.state.active)) reload(reloads)
}

const plugIn = (running: Player): void => {
  const { world, dispatch } = running
  const { network, coming, repair, now } = world
  const seeking = seekLink(world, () => startAnew(running))
  const hurry = (): void => {
    seeking.hurry()
    coming.hurry()
    repair.hurry()
  }
  hearParent(network.set)
  network.watch((cut) => {
    if (!cut) hurry()
  })
  const listener: LinkListener = {
    online: (online) => {
      dispatch({ type: 'online', online, now: now() })
      if (online) hurry()
    },
    message: (message) => {
      world.heardAt = performance.now()
      dispatch({ type: 'message', message, now: now() })
    },
  }
  void seeking.found.then((openLink) => {
    world.link = openLink(network, listener)
  })
  window.addEventListener('online', hurry)
  window.setInterval(() => askClock(world, true), CLOCK_EVERY_MS)
  window.setInterval(() => {
    const { clock } = world.time
    const note = noteClock(clock, performance.now(), Date.now())
    if (clock.disciplined) void keepRecords(world.store, { clock: note })
  }, NOTE_EVERY_MS)
}

const listenToPeople = ({ world, director, dispatch }: Player): void => {
  const touched = (): void => dispatch({ type: 'touched', now: world.now() })
  for (const sign of ['keydown', 'mousedown', 'touchstart']) window.addEventListener(sign, touched)
  window.addEventListener('resize', () => {
    world.canvases.fit()
    if (viewOf(world.state, world.now()).kind !== 'page') director.redraw()
    if (world.state.screen) send(world, { type: 'report', report: reportOf(world) })
  })
}

/** `/display?pair`, opened at the box, is a hand at the panel; once, so that no later reload of the page is another. */
const pairingWanted = (): boolean => {
  if (viewed !== null || !query.has('pair')) return false
  window.history.replaceState(null, '', location.pathname)
  return true
}

/** A disk that never answers is as good as none; the page itself shows a card meanwhile. */
const openDisk = (): Promise<Backend | null> =>
  Promise.race([
    Promise.resolve(viewed === null ? '' : `viewer:${viewed}:`)
      .then((prefix) => indexedBackend(window.indexedDB, prefix))
      .catch(() => null),
    new Promise<null>((resolve) => after(DISK_PATIENCE_MS, () => resolve(null))),
  ])

/** Plays what is kept first; the network, the shell and the rest come after the first page (PLY-19). */
const start = (running: Player): Promise<void> => {
  const { world, dispatch } = running
  const { store } = world
  const reading = Promise.all([
    openKeys(store, viewed),
    readRecord(store, 'clock').catch(() => null),
    readKept(store).catch(() => NOTHING),
  ])
  return reading.then(([keys, note, kept]) => {
    world.sign = keys.sign
    world.time = keepTime(seedClock(performance.now(), Date.now(), note))
    world.state = freshPlayer(keys.identity)
    dispatch({ type: 'restored', kept, now: world.now() })
    listenToPeople(running)
    if (pairingWanted()) dispatch({ type: 'touched', now: world.now() })
    plugIn(running)
    keepShell(() => {
      world.shellRenewed = true
    })
    void storageEstimate().then((bytes) => {
      world.storageBytes = bytes
    })
    if (!query.has('diag')) return
    openDiag(() => ({
      state: world.state,
      view: viewOf(world.state, world.now()),
      clock: world.time.clock,
      durable: store.durable(),
      storageBytes: world.storageBytes,
      mono: performance.now(),
    }))
  })
}

const panel = document.getElementById('panel')
if (panel) {
  let running: Player | null = null
  const urls = { sans: SANS_FONT_URL, pixel: PIXEL_FONT_URL }
  const fonts = loadFonts(urls, (name) =>
    running ? running.world.store.object(name) : Promise.resolve(null),
  )
  void openDisk().then((disk) => {
    running = makePlayer(panel, disk, fonts)
    return start(running)
  })
}
