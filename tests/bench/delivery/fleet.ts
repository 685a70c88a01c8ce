/** Two fleets in a process of their own: one on the product, one on the control, by turns. Told over IPC. */
import { deviceKey, type DeviceKey } from '../../fakes/device-key.ts'
import { lightScreen, type LightScreen } from '../../fakes/light-screen.ts'

export type ToFleet =
  | { readonly ask: 'keys'; readonly count: number }
  | { readonly ask: 'connect'; readonly origin: string; readonly count: number }
  /** Begins counting anew. */
  | { readonly ask: 'reset' }
  | { readonly ask: 'tally' }
  | { readonly ask: 'leave' }

/** Instants in ms since the epoch; 0 where nothing of the kind happened since the last reset. */
export type Tally = {
  readonly answered: number
  readonly lastAnswered: number
  readonly firstHint: number
  readonly lastHint: number
  readonly firstHead: number
  readonly ready: number
  readonly lastReady: number
  readonly showing: number
  readonly lastShowing: number
  readonly fetchedBytes: number
  readonly failed: number
}

const EMPTY: Tally = {
  answered: 0,
  lastAnswered: 0,
  firstHint: 0,
  lastHint: 0,
  firstHead: 0,
  ready: 0,
  lastReady: 0,
  showing: 0,
  lastShowing: 0,
  fetchedBytes: 0,
  failed: 0,
}

let keys: DeviceKey[] = []
let screens: LightScreen[] = []
let tally = { ...EMPTY }

const events = {
  answered: () => {
    tally.answered += 1
    tally.lastAnswered = Date.now()
  },
  hinted: () => {
    tally.firstHint ||= Date.now()
    tally.lastHint = Date.now()
  },
  headed: () => {
    tally.firstHead ||= Date.now()
  },
  ready: () => {
    tally.ready += 1
    tally.lastReady = Date.now()
  },
  showing: () => {
    tally.showing += 1
    tally.lastShowing = Date.now()
  },
  fetched: (bytes: number) => {
    tally.fetchedBytes += bytes
  },
  failed: () => {
    tally.failed += 1
  },
}

const answer = (message: ToFleet): unknown => {
  switch (message.ask) {
    case 'keys':
      while (keys.length < message.count) keys.push(deviceKey())
      return keys.map(({ publicKey }) => publicKey)
    case 'connect': {
      const fresh = keys.slice(0, message.count).map((key) => lightScreen(message.origin, key, events))
      for (const screen of fresh) screen.connect()
      screens.push(...fresh)
      return null
    }
    case 'reset':
      tally = { ...EMPTY }
      return null
    case 'tally':
      return tally
    case 'leave':
      for (const screen of screens.splice(0)) screen.close()
      return null
  }
}

process.on('message', (message: ToFleet) => process.send?.({ answer: answer(message) }))
process.on('disconnect', () => process.exit(0))
